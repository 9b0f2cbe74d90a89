// Quotes from a source text by code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// Finds the bytes of a code point without walking the text from its start.
class SourceQuotes {
 public:
  explicit SourceQuotes(std::string_view source); // borrowed

  // Code points [begin, end) of the source; begin <= end <= their number.
  [[nodiscard]] std::string_view quote(std::uint32_t begin, std::uint32_t end) const;

 private:
  static constexpr std::uint32_t stride = 64;
  [[nodiscard]] std::size_t byte_of(std::uint32_t code_point) const;

  std::string_view source_;
  std::vector<std::uint32_t> marks_; // bytes of every 64th code point
};

} // namespace zonekg
