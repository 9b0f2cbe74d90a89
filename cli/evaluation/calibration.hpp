// Is what has confidence 0.8 right in four cases of five?
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>

#include "cli/evaluation/findings.hpp"
#include "core/model/extraction.hpp"
#include "core/training/gold.hpp"

namespace zonekg {

struct Bucket {
  std::size_t number = 0, right = 0;
  double confidence = 0; // sum over all
};

// Tenths of confidence; the last holds 1 too. What the host took starts at 0.5.
using Buckets = std::array<Bucket, 10>;

// By kind: entity_kinds, `entities` (all of those) and `status` count mentions and statements in the text, each for
// itself; the other kinds count nodes and edges. What is annotated as optional is left out.
class Calibration {
 public:
  void add(const GoldPassage& gold, const Extraction& extraction, const Findings& findings);
  [[nodiscard]] const std::map<std::string, Buckets, std::less<>>& kinds() const { return kinds_; }
  Calibration& operator+=(const Calibration& other);

 private:
  void count(std::string_view kind, double confidence, bool is_right);
  void add_mentions(const GoldPassage& gold, const Extraction& extraction);
  void add_statuses(const GoldPassage& gold, const Extraction& extraction);

  std::map<std::string, Buckets, std::less<>> kinds_;
};

// Mean distance of confidence and share right, weighed by number; 0 when there is nothing.
double calibration_error(const Buckets& buckets);

} // namespace zonekg
