// zonekg plugins check: the conformance kit.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/columns.hpp"
#include "cli/commands.hpp"
#include "cli/conformance/check.hpp"
#include "cli/json.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string path, golden;
  std::vector<std::string> folders, gold;
  double least_f1 = -1; // none
  unsigned time = 120;
  bool quick = false, json = false;
};

// FILE.so, or a plugin's folder.
std::filesystem::path plugin_file(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return path;
  const std::vector<std::filesystem::path> files = find_plugin_files(path);
  const std::filesystem::path folder = std::filesystem::weakly_canonical(path);
  if (const auto own = folder / (folder.filename().string() + ".so"); std::filesystem::exists(own)) return own;
  if (files.size() == 1) return files.front();
  throw InputError(path + (files.empty() ? " holds no plugin" : " holds several plugins; name one of them"));
}

CheckOptions check_options(const Options& options) {
  CheckOptions check;
  check.file = std::filesystem::weakly_canonical(plugin_file(options.path));
  check.place = installation();
  check.golden = options.golden;
  check.folders.assign(options.folders.begin(), options.folders.end());
  check.gold.assign(options.gold.begin(), options.gold.end());
  if (options.least_f1 >= 0) check.least_f1 = options.least_f1;
  check.quick = options.quick;
  check.time = std::chrono::seconds(options.time);
  return check;
}

std::size_t count(const std::vector<CheckResult>& results, CheckOutcome outcome) {
  return static_cast<std::size_t>(std::ranges::count(results, outcome, &CheckResult::outcome));
}

void print_table(const std::vector<CheckResult>& results) {
  std::size_t width = 0;
  for (const CheckResult& result : results) width = std::max(width, result.name.size());
  for (const CheckResult& result : results) {
    std::cout << left_aligned(word(result.outcome), 9) << left_aligned(result.name, width + 2) << result.detail << "\n";
    for (std::string finding : result.findings) {
      const std::string indent(11, ' ');
      for (std::size_t at = finding.find('\n'); at != std::string::npos; at = finding.find('\n', at + indent.size() + 1))
        finding.insert(at + 1, indent);
      std::cout << indent << finding << "\n";
    }
  }
  std::cout << count(results, CheckOutcome::passed) << " passed, " << count(results, CheckOutcome::warned) << " warnings, "
            << count(results, CheckOutcome::failed) << " failed, " << count(results, CheckOutcome::skipped) << " skipped\n";
}

void print_json(const std::vector<CheckResult>& results, const std::string& file) {
  rapidjson::OStreamWrapper stream(std::cout);
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartObject();
  put(json, "file", file);
  json.Key("passed");
  json.Bool(count(results, CheckOutcome::failed) == 0);
  json.Key("checks");
  json.StartArray();
  for (const CheckResult& result : results) {
    json.StartObject();
    put(json, "name", result.name);
    put(json, "outcome", word(result.outcome));
    put(json, "detail", result.detail);
    json.Key("findings");
    json.StartArray();
    for (const std::string& finding : result.findings) put(json, finding);
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  std::cout << "\n";
}

void check(const Options& options) {
  const CheckOptions check = check_options(options);
  const std::vector<CheckResult> results = check_plugin(check);
  options.json ? print_json(results, check.file.string()) : print_table(results);
  flush_stdout();
  if (const std::size_t failed = count(results, CheckOutcome::failed); failed > 0)
    throw InputError(check.file.string() + " failed " + std::to_string(failed) + " of " + std::to_string(results.size()) + " checks");
}

} // namespace

void add_plugins_check(CLI::App& plugins) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = plugins.add_subcommand("check", "Whether a plugin is fit to be used, check by check");
  command->add_option("path", options->path, "The plugin's library or its folder")->required();
  command->add_option("--golden", options->golden, "Sentences with what must be found in them; golden.txt beside the plugin when not given");
  command->add_option("--gold", options->gold, "A folder of annotated passages; several may be given")->allow_extra_args(false);
  command->add_option("--min-f1", options->least_f1, "Fail when F1 over the passages is less")->check(CLI::Range(0.0, 1.0));
  command->add_option("--plugins", options->folders, "A folder with plugins that it requires; several may be given")->allow_extra_args(false);
  command->add_option("--time", options->time, "Seconds for each check")->check(CLI::Range(1, 86400))->capture_default_str();
  command->add_flag("--quick", options->quick, "A tenth of the instances and of the size of hostile documents");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { check(*options); });
}

} // namespace zonekg::cli
