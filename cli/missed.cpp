// zonekg missed: telling sentences of which nothing came.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/columns.hpp"
#include "cli/commands.hpp"
#include "cli/evaluation/coverage.hpp"
#include "cli/json.hpp"
#include "cli/output.hpp"
#include "cli/plugin_options.hpp"
#include "cli/report.hpp"
#include "cli/roles.hpp"
#include "cli/setup.hpp"
#include "cli/terminal_text.hpp"
#include "core/host/pipeline.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::vector<std::string> inputs, only;
  PluginOptions plugins;
  std::string weights;
  unsigned jobs = 0; // 0: one per core
  bool as_printed = false, json = false, quiet = false;
};

struct Survey {
  std::vector<Input> inputs;
  std::vector<DocumentCoverage> documents; // parallel to inputs
  std::vector<std::string> plugins;        // ids, sorted
};

Survey survey(const Options& options) {
  Survey result;
  result.inputs = list_inputs(options.inputs, has_report_ending);
  if (result.inputs.empty()) throw InputError("the inputs hold no file that zonekg reads");
  result.documents.resize(result.inputs.size());
  const Installation place = installation();
  std::vector<Diagnostic> diagnostics;
  PluginConfig config;
  const PluginSet plugins = usable_plugins(options.plugins, options.only, place, config, diagnostics);
  for (const Plugin& plugin : plugins.plugins) result.plugins.push_back(plugin.id);
  std::ranges::sort(result.plugins);
  const Dictionary dictionary(place.dictionary());
  const kit::NameLikeness likeness(place.shared() / "name_likeness.bin");
  set_data(place, options.weights, plugins, config);
  ProgressBar bar(options.quiet);
  PipelineOptions pipeline;
  pipeline.jobs = thread_count(options.jobs);
  pipeline.as_printed = options.as_printed;
  pipeline.progress = [&](std::size_t done, std::size_t total) { bar.show(done, total); };
  pipeline.report = [&](Diagnostic diagnostic) { diagnostics.push_back(std::move(diagnostic)); };
  std::vector<std::vector<Diagnostic>> problems(result.inputs.size());
  extract_each(result.inputs, dictionary, plugins, config, pipeline,
               [&](std::size_t i, const AnalysedDocument& document, Extraction extraction) {
                 result.documents[i] = cover(document, extraction, likeness);
                 problems[i] = std::move(extraction.diagnostics);
               });
  for (const auto& of_document : problems)
    diagnostics.insert(diagnostics.end(), of_document.begin(), of_document.end());
  print_diagnostics(diagnostics, options.quiet);
  return result;
}

Coverage coverage_of(const DocumentCoverage& document) {
  Coverage sum;
  for (const SectionCoverage& section : document.sections) sum += section.coverage;
  return sum;
}

// What all documents add up to.
struct Totals {
  Coverage all;
  std::map<std::int32_t, Coverage> by_role; // enum zkg_role
  std::map<std::string, std::size_t> by_plugin;
};

Totals add_up(const Survey& survey) {
  Totals totals;
  for (const std::string& plugin : survey.plugins) totals.by_plugin[plugin] = 0;
  for (const DocumentCoverage& document : survey.documents) {
    totals.all += coverage_of(document);
    for (const SectionCoverage& section : document.sections) totals.by_role[section.role] += section.coverage;
    for (const auto& [plugin, characters] : document.by_plugin) totals.by_plugin[plugin] += characters;
  }
  return totals;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(std::size_t part, std::size_t whole) {
  return right_aligned(fixed(100 * share(part, whole), 1), 5) + " %";
}

void print_row(const std::string& name, const Coverage& coverage) {
  std::cout << "  " << left_aligned(name, 40) << " " << percent(coverage.covered, coverage.characters)
            << " of characters, " << coverage.silent << " of " << coverage.telling << " telling sentences silent\n";
}

void print_silent(const SilentSentence& sentence) {
  std::cout << "    " << sentence.begin << "-" << sentence.end << " " << sentence.text << " |";
  for (const Sign& sign : sentence.signs)
    std::cout << " " << sign.kind << " " << sign.words << (&sign == &sentence.signs.back() ? "" : ",");
  std::cout << "\n";
}

void print_document(const std::string& path, const DocumentCoverage& document) {
  std::cout << path << "\n";
  auto sentence = document.silent.begin();
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    const SectionCoverage& section = document.sections[s];
    print_row(section.heading.empty() ? "(no heading)" : section.heading, section.coverage);
    for (; sentence != document.silent.end() && sentence->section == s; ++sentence) print_silent(*sentence);
  }
}

void print_text(const Survey& survey) {
  for (std::size_t i = 0; i < survey.inputs.size(); ++i) print_document(survey.inputs[i].path, survey.documents[i]);
  const Totals totals = add_up(survey);
  std::cout << survey.inputs.size() << " documents\n";
  print_row("all", totals.all);
  for (const auto& [role, coverage] : totals.by_role) print_row(std::string("role ") + name_of_role(role), coverage);
  for (const auto& [plugin, characters] : totals.by_plugin)
    std::cout << "  " << left_aligned("plugin " + plugin, 40) << " " << percent(characters, totals.all.characters)
              << " of characters\n";
}

void put_coverage(JsonWriter& json, const Coverage& coverage) {
  put(json, "characters", std::uint64_t{coverage.characters});
  put(json, "covered", std::uint64_t{coverage.covered});
  put(json, "sentences", std::uint64_t{coverage.sentences});
  put(json, "telling", std::uint64_t{coverage.telling});
  put(json, "silent", std::uint64_t{coverage.silent});
}

void put_plugins(JsonWriter& json, const std::map<std::string, std::size_t>& by_plugin) {
  json.Key("by_plugin");
  json.StartObject();
  for (const auto& [plugin, characters] : by_plugin) put(json, plugin.c_str(), std::uint64_t{characters});
  json.EndObject();
}

void put_silent(JsonWriter& json, const SilentSentence& sentence) {
  json.StartObject();
  put(json, "begin", std::uint64_t{sentence.begin});
  put(json, "end", std::uint64_t{sentence.end});
  put(json, "text", sentence.text);
  put(json, "section", std::uint64_t{sentence.section});
  json.Key("signs");
  json.StartArray();
  for (const Sign& sign : sentence.signs) {
    json.StartObject();
    put(json, "kind", sign.kind);
    put(json, "words", sign.words);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void put_document(JsonWriter& json, const std::string& path, const DocumentCoverage& document) {
  json.StartObject();
  put(json, "path", path);
  put_coverage(json, coverage_of(document));
  json.Key("sections");
  json.StartArray();
  for (const SectionCoverage& section : document.sections) {
    json.StartObject();
    put(json, "heading", section.heading);
    put(json, "role", name_of_role(section.role));
    put_coverage(json, section.coverage);
    json.EndObject();
  }
  json.EndArray();
  put_plugins(json, document.by_plugin);
  json.Key("sentences_without_result");
  json.StartArray();
  for (const SilentSentence& sentence : document.silent) put_silent(json, sentence);
  json.EndArray();
  json.EndObject();
}

void print_json(const Survey& survey) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  const Totals totals = add_up(survey);
  json.StartObject();
  put_coverage(json, totals.all);
  json.Key("by_role");
  json.StartObject();
  for (const auto& [role, coverage] : totals.by_role) {
    put(json, name_of_role(role));
    json.StartObject();
    put_coverage(json, coverage);
    json.EndObject();
  }
  json.EndObject();
  put_plugins(json, totals.by_plugin);
  json.Key("documents");
  json.StartArray();
  for (std::size_t i = 0; i < survey.inputs.size(); ++i) put_document(json, survey.inputs[i].path, survey.documents[i]);
  json.EndArray();
  json.EndObject();
  std::cout << "\n";
}

} // namespace

void add_missed(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("missed", "Sentences with figures or names of which nothing came");
  command->add_option("inputs", options->inputs, "Files, folders, or - for standard input")->required();
  add_plugin_options(*command, options->plugins);
  command->add_option("--only", options->only, "Run these plugins and those they require")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--weights", options->weights, "Folder of PLUGIN.bin files to use instead of the plugins' own");
  command->add_option("-j,--jobs", options->jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command->add_flag("--as-printed", options->as_printed, "Do not repair damaged text");
  command->add_flag("--json", options->json, "As JSON");
  command->add_flag("-q,--quiet", options->quiet, "Only errors, no progress bar");
  command->callback([options] {
    const Survey result = survey(*options);
    if (options->json)
      print_json(result);
    else
      print_text(result);
    flush_stdout();
  });
}

} // namespace zonekg::cli
