// Invented reports for the benchmarks: the genre's shapes (sections, indicators, lists with counts, tables, much prose)
// in its proportions, by a grammar of our own, with names that no list knows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zonekg::bench {

struct Report {
  std::string path; // zone-0000017/2022.txt
  std::string text; // UTF-8
};

inline constexpr std::size_t reports_of_zone = 4; // one for each year; they tell of the same firms and projects

// Report `index` of the corpus of that seed, of about `bytes` bytes. Names are made of word parts so that two zones
// hardly ever share one; the same arguments give the same text everywhere.
Report make_report(std::uint64_t seed, std::size_t index, std::size_t bytes);

// The first `count` reports' texts.
std::vector<std::string> make_reports(std::size_t count, std::size_t bytes);

} // namespace zonekg::bench
