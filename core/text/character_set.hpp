// A set of characters of the basic plane, asked once for every character of a text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace zonekg {

class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::u32string_view characters) {
    for (const char32_t c : characters) bits_[c >> 6] |= std::uint64_t{1} << (c & 63);
  }
  [[nodiscard]] constexpr bool contains(char32_t c) const {
    return c < 0x10000 && (bits_[c >> 6] >> (c & 63) & 1) != 0;
  }

 private:
  std::array<std::uint64_t, 1024> bits_{};
};

} // namespace zonekg
