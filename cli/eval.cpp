// zonekg eval: how well the plugins read annotated passages.
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/eval_passages.hpp"
#include "cli/json.hpp"
#include "cli/output.hpp"
#include "evaluation/figures.hpp"

namespace zonekg::cli {
namespace {

std::string shown(std::optional<double> figure) {
  if (!figure) return "  -  ";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", *figure);
  return text.data();
}

std::string pad(std::string text, std::size_t width) { return text.size() < width ? std::string(width - text.size(), ' ') + text : text; }
std::string fill(std::string text, std::size_t width) { return text.size() < width ? text + std::string(width - text.size(), ' ') : text; }

void print_table(const Figures& figures) {
  std::cout << figures.passages << " passages\n" << fill("", 20) << "      P      R     F1    tp    fp    fn\n";
  for (const std::string_view kind : tally_kinds()) {
    const Tally& tally = figures.tallies.find(kind)->second;
    std::cout << fill(std::string(kind), 20);
    for (const auto& figure : {tally.precision(), tally.recall(), tally.f1()}) std::cout << pad(shown(figure), 7);
    for (const std::size_t number : {tally.right, tally.wrong, tally.missed}) std::cout << pad(std::to_string(number), 6);
    std::cout << "\n";
  }
  for (const std::string_view kind : share_kinds) {
    const Share& share = figures.shares.find(kind)->second;
    std::cout << fill(std::string(kind), 20) << pad("accuracy", 14) << pad(shown(accuracy(share)), 7) << "   of " << share.of << "\n";
  }
}

void put(JsonWriter& json, const char* key, std::optional<double> number) {
  json.Key(key);
  if (number) json.Double(*number);
  else json.Null();
}

void print_json(const Figures& figures) {
  rapidjson::OStreamWrapper stream(std::cout);
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartObject();
  cli::put(json, "passages", std::uint64_t{figures.passages});
  json.Key("figures");
  json.StartObject();
  for (const std::string_view kind : tally_kinds()) {
    const Tally& tally = figures.tallies.find(kind)->second;
    cli::put(json, kind);
    json.StartObject();
    put(json, "precision", tally.precision());
    put(json, "recall", tally.recall());
    put(json, "f1", tally.f1());
    cli::put(json, "tp", std::uint64_t{tally.right});
    cli::put(json, "fp", std::uint64_t{tally.wrong});
    cli::put(json, "fn", std::uint64_t{tally.missed});
    json.EndObject();
  }
  for (const std::string_view kind : share_kinds) {
    const Share& share = figures.shares.find(kind)->second;
    cli::put(json, kind);
    json.StartObject();
    put(json, "accuracy", accuracy(share));
    cli::put(json, "of", std::uint64_t{share.of});
    json.EndObject();
  }
  json.EndObject();
  json.EndObject();
  std::cout << "\n";
}

void run(const EvalOptions& options) {
  const std::vector<EvaluatedPassage> passages = evaluate(options);
  Figures figures;
  for (const EvaluatedPassage& passage : passages) figures += count(passage.findings);
  if (options.json) print_json(figures);
  else print_table(figures);
  flush_stdout();
}

} // namespace

void add_eval(CLI::App& app) {
  const auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Score the plugins on annotated passages");
  command->add_option("--gold", options->gold, "A folder of annotated passages: ID.txt with ID.json; several may be given")->required()->allow_extra_args(false);
  command->add_option("--plugins", options->plugin_folders, "A folder with more plugins; several may be given")->allow_extra_args(false);
  command->add_option("--only", options->only, "Run these plugins and those they require")->delimiter(',')->allow_extra_args(false);
  CLI::Option* weights = command->add_option("--weights", options->weights, "Folder of PLUGIN.bin files to use instead of the plugins' own");
  command->add_option("--folds", options->folds, "Folder that `zonekg train` wrote: every passage is read with the weights that have not seen it")->excludes(weights);
  command->add_option("-j,--jobs", options->jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command->add_flag("--json", options->json, "As JSON");
  command->add_flag("-q,--quiet", options->quiet, "Only errors, no progress bar");
  command->callback([options] { run(*options); });
}

} // namespace zonekg::cli
