// One of several parts of a work, as `3/8` names it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zonekg {

struct Part {
  std::uint32_t index = 1, count = 1; // 1 ≤ index ≤ count
  bool operator==(const Part&) const = default;
};

inline constexpr std::uint32_t most_parts = 99999;

// Throws UsageError that names the option.
Part parse_part(std::string_view text, const std::string& option);

std::string text_of(const Part& part);                       // 3/8
std::string file_stem(std::string_view what, const Part& part); // shard-00003-of-00008

} // namespace zonekg
