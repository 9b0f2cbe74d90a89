// Golden sentences and annotated passages.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "cli/conformance/checks.hpp"
#include "cli/conformance/golden.hpp"
#include "cli/evaluation/figures.hpp"
#include "cli/evaluation/score.hpp"
#include "core/host/assemble.hpp"
#include "core/training/gold.hpp"
#include "graph/link.hpp"

namespace zonekg {
namespace {

std::string three_digits(double value) { return std::to_string(value).substr(0, 5); }

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string print(const std::string& kind, const Tally& tally) {
  const auto figure = [](std::optional<double> value) { return value ? three_digits(*value) : "-"; };
  return kind + " P " + figure(tally.precision()) + " R " + figure(tally.recall()) + " F1 " + figure(tally.f1()) + " (" + std::to_string(tally.right) +
         " right, " + std::to_string(tally.wrong) + " wrong, " + std::to_string(tally.missed) + " missed)";
}

// Findings about what the plugin provides.
std::map<std::string, Tally> score_all(const CheckOptions& options) {
  const Subject subject(options);
  Reader reader(subject);
  std::map<std::string, Tally> tallies;
  for (const std::filesystem::path& folder : options.gold) {
    const std::vector<GoldPassage> passages = read_gold(folder);
    const AnnotatedTypes own = annotated_types(passages);
    for (const GoldPassage& passage : passages) {
      const auto document = subject.analyse(read_file(passage.text));
      std::vector<Extraction> extraction;
      extraction.push_back(assemble(*document, reader.read(*document), false));
      for (const Finding& finding : score(passage, link(std::move(extraction)), own).things)
        if (std::ranges::find(subject.plugin().provides, finding.claim) != subject.plugin().provides.end()) {
          Tally& tally = tallies[finding.claim];
          ++(finding.outcome == Outcome::right ? tally.right : finding.outcome == Outcome::wrong ? tally.wrong : tally.missed);
        }
    }
  }
  return tallies;
}

} // namespace

CheckResult check_golden(const CheckOptions& options) {
  if (options.golden.empty()) return {"golden", CheckOutcome::skipped, "no golden sentences: no --golden, no golden.txt beside the plugin", {}};
  const Subject subject(options);
  const Plugin& plugin = subject.plugin();
  Reader reader(subject);
  const std::vector<GoldenSentence> sentences = read_golden(options.golden);
  CheckResult result{"golden", CheckOutcome::passed, std::to_string(sentences.size()) + " sentences read as they should be", {}};
  for (const GoldenSentence& sentence : sentences) {
    const auto document = subject.analyse(sentence.marked.text);
    const std::string wanted = print_wanted(sentence, plugin.provides);
    const std::string found = print_found(*document, reader.read(*document).candidates, plugin.id);
    if (wanted != found)
      result.findings.push_back(options.golden.filename().string() + ":" + std::to_string(sentence.line) + ": found  " + found + "\nwanted " + wanted);
  }
  if (result.findings.empty()) return result;
  result.outcome = CheckOutcome::failed;
  result.detail = std::to_string(result.findings.size()) + " of " + std::to_string(sentences.size()) + " sentences are read otherwise";
  return result;
}

CheckResult check_gold(const CheckOptions& options) {
  if (options.gold.empty()) return {"F1", CheckOutcome::skipped, "no annotated passages: no --gold", {}};
  Tally all;
  CheckResult result{"F1", CheckOutcome::passed, "", {}};
  for (const auto& [claim, tally] : score_all(options)) {
    all += tally;
    result.findings.push_back(print(claim, tally));
  }
  if (!all.f1()) return {"F1", CheckOutcome::skipped, "the passages hold nothing that the plugin could find, and it found nothing", {}};
  result.detail = print("all", all);
  if (options.least_f1 && *all.f1() < *options.least_f1) {
    result.outcome = CheckOutcome::failed;
    result.detail += "; less than " + three_digits(*options.least_f1);
  }
  return result;
}

} // namespace zonekg
