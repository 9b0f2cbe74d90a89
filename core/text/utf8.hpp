// UTF-8 primitives. Byte offsets throughout; functions that take text expect valid UTF-8 unless they say otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zonekg {

// Offset of the first byte that is not part of well-formed UTF-8 (no surrogates, no overlong forms), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

struct CodePoint {
  char32_t value;
  std::uint32_t size; // bytes, 1..4
};

// The code point that starts at `offset`; offset < text.size().
inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)), 2};
  if (lead < 0xF0)
    return {static_cast<char32_t>((lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu)), 3};
  return {static_cast<char32_t>((lead & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
                                (byte(3) & 0x3Fu)),
          4};
}

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

// Start of the code point before `offset`; offset > 0.
inline std::size_t previous_code_point(std::string_view text, std::size_t offset) {
  do --offset;
  while (offset > 0 && is_continuation(text[offset]));
  return offset;
}

std::size_t count_code_points(std::string_view text);
void append_code_point(std::string& out, char32_t value);

} // namespace zonekg
