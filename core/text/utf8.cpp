#include "core/text/utf8.hpp"

#include <cstring>

namespace zonekg {

namespace {

bool eight_ascii(const char* p) {
  std::uint64_t word = 0;
  std::memcpy(&word, p, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

// Most of what is not ASCII here: three bytes that need no further look.
bool is_usual_three(const unsigned char* p) { return p[0] >= 0xE1 && p[0] <= 0xEC && p[1] >> 6 == 2 && p[2] >> 6 == 2; }

// Size of the well-formed sequence at `p`, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_size(const unsigned char* p, std::size_t left) {
  const unsigned char lead = p[0];
  const auto continues = [&](std::size_t i) { return i < left && (p[i] & 0xC0u) == 0x80u; };
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return continues(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (!continues(1) || !continues(2)) return 0;
    const bool overlong = lead == 0xE0 && p[1] < 0xA0;
    const bool surrogate = lead == 0xED && p[1] > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead > 0xF4 || !continues(1) || !continues(2) || !continues(3)) return 0;
  const bool overlong = lead == 0xF0 && p[1] < 0x90;
  const bool too_big = lead == 0xF4 && p[1] > 0x8F;
  return overlong || too_big ? 0 : 4;
}

} // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t i = 0;
  while (i < bytes.size()) {
    while (i + 8 <= bytes.size() && eight_ascii(bytes.data() + i)) i += 8;
    while (i + 3 <= bytes.size() && is_usual_three(data + i)) i += 3;
    if (i == bytes.size()) break;
    const std::size_t size = sequence_size(data + i, bytes.size() - i);
    if (size == 0) return i;
    i += size;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_continuation(c) ? 0u : 1u;
  return count;
}

void append_code_point(std::string& out, char32_t value) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

} // namespace zonekg
