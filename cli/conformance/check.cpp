#include "cli/conformance/check.hpp"

#include "cli/conformance/checks.hpp"
#include "cli/conformance/child.hpp"
#include "cli/conformance/golden.hpp"
#include "core/model/diagnostic.hpp"
#include "core/training/gold.hpp"

namespace zonekg {
namespace {

bool failed(const std::vector<CheckResult>& results) { return results.back().outcome == CheckOutcome::failed; }

void complete(CheckOptions& options) {
  if (!std::filesystem::is_regular_file(options.file)) throw InputError("there is no plugin file " + options.file.string());
  const std::filesystem::path beside = options.file.parent_path() / "golden.txt";
  if (options.golden.empty() && std::filesystem::is_regular_file(beside)) options.golden = beside;
  if (!options.golden.empty()) (void)read_golden(options.golden);
  for (const std::filesystem::path& folder : options.gold) (void)read_gold(folder);
}

} // namespace

std::string_view word(CheckOutcome outcome) {
  switch (outcome) {
  case CheckOutcome::passed:
    return "passed";
  case CheckOutcome::warned:
    return "warning";
  case CheckOutcome::failed:
    return "failed";
  case CheckOutcome::skipped:
    return "skipped";
  }
  return "";
}

std::vector<CheckResult> check_plugin(const CheckOptions& given) {
  CheckOptions options = given;
  complete(options);
  std::vector<CheckResult> results;
  const auto run = [&](const std::string& name, const auto& check) {
    for (CheckResult& result : run_in_child(name, options.time, check)) results.push_back(std::move(result));
  };
  const auto one = [&](const char* name, CheckResult (*check)(const CheckOptions&)) {
    run(name, [&] { return CheckResults{check(options)}; });
  };
  using Check = std::pair<const char*, CheckResult (*)(const CheckOptions&)>;
  for (const auto& [name, check] : {Check{"symbol", check_symbol}, Check{"entry", check_loading}, Check{"start", check_start}}) {
    one(name, check);
    if (failed(results)) return results; // nothing further can be seen
  }
  run("candidates", [&] { return check_candidates(options); });
  one("repeatable", check_repeatable);
  one("threads", check_threads);
  one("layers", check_layers);
  for (const HostileText& hostile : hostile_texts(options.quick))
    run("hostile: " + hostile.name, [&] { return CheckResults{check_hostile(options, hostile)}; });
  one("instances", check_instances);
  one("documents", check_documents);
  one("cost", check_speed);
  one("golden", check_golden);
  one("F1", check_gold);
  return results;
}

} // namespace zonekg
