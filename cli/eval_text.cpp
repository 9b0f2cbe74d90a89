// The report of an evaluation for people.
#include <iostream>

#include "cli/columns.hpp"
#include "cli/eval_passages.hpp"

namespace zonekg::cli {
namespace {

std::string shown(std::optional<double> figure) { return figure ? fixed(*figure, 3) : "  -  "; }

void print_errors(const EvalReport& report) {
  for (const EvaluatedPassage& passage : report.evaluation.passages)
    for (const Finding& finding : passage.findings.things) {
      if (finding.outcome == Outcome::right) continue;
      std::cout << passage.name << (finding.outcome == Outcome::missed ? " - " : " + ") << finding.kind << " "
                << finding.what;
      if (!finding.sentence.empty()) std::cout << " | " << finding.sentence;
      if (!finding.evidence.empty()) {
        std::cout << " | " << finding.evidence.front().plugin.view() << ":" << finding.evidence.front().rule.view();
        if (finding.confidence > 0) std::cout << " " << fixed(finding.confidence, 2);
      }
      std::cout << "\n";
    }
}

void print_changes(const std::vector<PassageChange>& changes, const char* title) {
  if (!changes.empty()) std::cout << title << "\n";
  for (const PassageChange& change : changes)
    std::cout << "  " << change.passage << " " << change_word(change.kind) << " " << change.what << "\n";
}

void print_difference(std::optional<double> before, std::optional<double> now) {
  std::cout << right_aligned(shown(before), 8) << right_aligned(shown(now), 8);
  if (before && now) std::cout << right_aligned((*now < *before ? "" : "+") + fixed(*now - *before, 3), 8);
  std::cout << "\n";
}

void print_changes(const Changes& changes) {
  print_changes(changes.better, "better");
  print_changes(changes.worse, "worse");
  std::cout << changes.now.passages << " passages in both\n" << left_aligned("", 20) << "  before     now\n";
  for (const std::string_view kind : tally_kinds()) {
    std::cout << left_aligned(kind, 20);
    print_difference(changes.before.tallies.find(kind)->second.f1(), changes.now.tallies.find(kind)->second.f1());
  }
  for (const std::string_view kind : share_kinds) {
    std::cout << left_aligned(kind, 20);
    print_difference(accuracy(changes.before.shares.find(kind)->second),
                     accuracy(changes.now.shares.find(kind)->second));
  }
}

void print_rates(const Tally& tally) {
  for (const auto& figure : {tally.precision(), tally.recall(), tally.f1()})
    std::cout << right_aligned(shown(figure), 7);
}

void print_by_plugin(const EvalReport& report) {
  std::cout << left_aligned("plugin", 20) << left_aligned("kind", 16)
            << "      P      R     F1 right alone wrong missed\n";
  for (const auto& [key, row] : report.by_plugin.rows()) {
    std::cout << left_aligned(key.first, 20) << left_aligned(key.second, 16);
    print_rates(row.tally);
    for (const std::size_t number : {row.tally.right, row.alone, row.tally.wrong})
      std::cout << right_aligned(std::to_string(number), 6);
    std::cout << right_aligned(std::to_string(row.tally.missed), 7) << "\n";
  }
}

void print_calibration(const Calibration& calibration) {
  std::cout << left_aligned("confidence", 20) << "  from     to     mean  right     of\n";
  for (const auto& [kind, buckets] : calibration.kinds()) {
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      const Bucket& bucket = buckets[i];
      if (bucket.number == 0) continue;
      const double number = static_cast<double>(bucket.number);
      std::cout << left_aligned(kind, 20) << right_aligned(fixed(static_cast<double>(i) / 10, 1), 6)
                << right_aligned(fixed(static_cast<double>(i + 1) / 10, 1), 7)
                << right_aligned(fixed(bucket.confidence / number, 3), 9)
                << right_aligned(fixed(static_cast<double>(bucket.right) / number, 3), 7)
                << right_aligned(std::to_string(bucket.number), 7) << "\n";
    }
    std::cout << left_aligned(kind, 20) << "mean distance " << fixed(calibration_error(buckets), 3) << "\n";
  }
}

void print_figures(const Figures& figures) {
  std::cout << figures.passages << " passages\n" << left_aligned("", 20) << "      P      R     F1    tp    fp    fn\n";
  std::vector<std::string_view> kinds = tally_kinds();
  const std::vector<std::string_view> own = own_kinds(figures);
  kinds.insert(kinds.end(), own.begin(), own.end());
  for (const std::string_view kind : kinds) {
    const Tally& tally = figures.tallies.find(kind)->second;
    std::cout << left_aligned(kind, 20);
    print_rates(tally);
    for (const std::size_t number : {tally.right, tally.wrong, tally.missed})
      std::cout << right_aligned(std::to_string(number), 6);
    std::cout << "\n";
  }
  for (const std::string_view kind : share_kinds) {
    const Share& share = figures.shares.find(kind)->second;
    std::cout << left_aligned(kind, 20) << right_aligned("accuracy", 14) << right_aligned(shown(accuracy(share)), 7)
              << "   of " << share.of << "\n";
  }
}

} // namespace

void print_text(const EvalReport& report) {
  if (report.options.errors) print_errors(report);
  if (report.changes != nullptr) print_changes(*report.changes);
  if (report.options.by_plugin) print_by_plugin(report);
  if (report.options.calibration) print_calibration(report.evaluation.calibration);
  print_figures(report.figures);
}

} // namespace zonekg::cli
