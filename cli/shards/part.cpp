#include "cli/shards/part.hpp"

#include <charconv>

#include "core/model/diagnostic.hpp"

namespace zonekg {
namespace {

// 0 when it is not a number.
std::uint32_t parse_count(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::string padded(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return std::string(5 - std::min<std::size_t>(digits.size(), 5), '0') + digits;
}

} // namespace

Part parse_part(std::string_view text, const std::string& option) {
  const std::size_t slash = text.find('/');
  Part part{parse_count(text.substr(0, slash)), slash == text.npos ? 0 : parse_count(text.substr(slash + 1))};
  if (part.index == 0 || part.count == 0 || part.index > part.count || part.count > most_parts)
    throw UsageError(option + " takes I/N with 1 ≤ I ≤ N ≤ " + std::to_string(most_parts) + ", as 3/8, not '" +
                     std::string(text) + "'");
  return part;
}

std::string text_of(const Part& part) { return std::to_string(part.index) + '/' + std::to_string(part.count); }

std::string file_stem(std::string_view what, const Part& part) {
  return std::string(what) + '-' + padded(part.index) + "-of-" + padded(part.count);
}

} // namespace zonekg
