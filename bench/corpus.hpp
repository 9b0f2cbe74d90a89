// Invented reports for the benchmarks: the genre's shapes (sections, indicators, lists with counts, tables) in its
// proportions, with names that no list knows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace zonekg::bench {

// `count` reports of about `bytes` bytes each; the same text in every run of one build.
std::vector<std::string> make_reports(std::size_t count, std::size_t bytes);

} // namespace zonekg::bench
