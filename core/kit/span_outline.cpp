#include "core/kit/span_outline.hpp"

namespace zonekg::kit {
namespace {

constexpr bool joins(char32_t c) {
  switch (c) {
  case 0: case U' ': case U'、': case U'的': case U'·': case U'-': case U'—': case U'~': case U'～': case U'/': case U'&': case U'+': return true;
  default: return false;
  }
}
constexpr bool never_first(char32_t c) {
  switch (c) {
  case U'了': case U'着': case U'过': case U'等': case U'之': case U'.': case U'%': case U'％': return true;
  default: return joins(c) || is_closing(c);
  }
}
constexpr bool never_last(char32_t c) {
  switch (c) {
  case U'与': case U'和': case U'及': case U'或': case U'在': return true;
  default: return joins(c) || is_opening(c);
  }
}

// A word may hide a boundary after its first character when that is a function word: 与会|商, 对应.
constexpr bool function_character(char32_t c) {
  switch (c) {
  case U'与': case U'和': case U'对': case U'由': case U'为': case U'在': case U'被': case U'将': case U'向': case U'从': case U'及':
  case U'等': case U'至': case U'到': case U'以': case U'把': case U'是': case U'有': case U'新': case U'已': return true;
  default: return false;
  }
}

std::uint16_t outline_at(const Index& index, std::uint32_t i) {
  const char32_t before = index.at(std::int64_t{i} - 1), c = index.at(i);
  const bool comma = c == U'，' || c == U',';
  const auto when = [](bool holds, Outline bit) { return holds ? static_cast<unsigned>(bit) : 0U; };
  return static_cast<std::uint16_t>(
      when(!never_first(c) && !breaks_name(c), may_begin) | when(!never_last(before), may_end) |
      when(index.begins()[i] || index.ends()[i] || function_character(before) || !is_cjk(c) || !is_cjk(before), boundary) |
      when(index.folded(i) == U'0' && index.folded(std::int64_t{i} - 1) == U'0', inside_number) |
      when(is_opening(c) && c != U'"', opens) | when(is_closing(c) && c != U'"', closes) |
      when(comma ? index.folded(std::int64_t{i} + 1) != U'0' : breaks_name(c), stops) | when(c == U'、', list_mark) |
      when(is_closing(before), behind_closing));
}

} // namespace

SpanOutline::SpanOutline(const Index& index) : at(index.size() + 1) {
  for (std::uint32_t i = 0; i < at.size(); ++i) at[i] = outline_at(index, i);
}

} // namespace zonekg::kit
