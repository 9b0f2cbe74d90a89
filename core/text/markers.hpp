// Numbering and bullets at the head of a heading, a clause or an item.
#pragma once

#include <cstdint>
#include <string_view>

namespace zonekg {

enum class MarkerStyle {
  none,
  part,            // 第一部分, 第二章
  chinese,         // 一、
  bracket_chinese, // (一)
  arabic,          // 1. 1、
  bracket_arabic,  // (1) 1)
  circled,         // ①
  clause,          // 一是
  bullet           // —— • ▶
};

struct Marker {
  MarkerStyle style = MarkerStyle::none;
  std::uint32_t size = 0; // bytes, the white space behind it excluded
  int ordinal = 0;        // 0 for bullets
  char32_t sign = 0;      // the bullet

  explicit operator bool() const { return style != MarkerStyle::none; }
};

// The marker that starts at `at`, which must not be white space. `1.5亿` and `一、二期` carry none.
Marker read_marker(std::string_view text, std::size_t at);

// Heading level of a numbered marker (zkg_section.level); 0 for bullets.
int marker_level(MarkerStyle style);

} // namespace zonekg
