// What stands around lists.
#include "core/kit/reading.hpp"

namespace zonekg::kit {
namespace {

constexpr std::uint32_t reach = 30; // characters looked at before and after a list

bool ends_sentence(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }

} // namespace

void Reading::index_lists() {
  for (const zkg_enumeration& list : enumerations()) {
    before_list_.push_back(classes_in(lead_of(range(list.span))));
    after_list_.push_back(classes_in(rest_of_sentence(range(list.span))));
  }
}

Classes Reading::classes_in(Range range) const {
  Classes classes = 0;
  for (std::uint32_t i = range.begin + 1; i <= range.end; ++i) classes |= class_ends(i);
  return classes;
}

// Back to the end of the sentence before; a colon or line end right before the list belongs to it.
Range Reading::lead_of(Range list) const {
  std::uint32_t end = list.begin;
  while (end > 0 && (at(end - 1) == U'：' || at(end - 1) == U':' || at(end - 1) == U'\n' || at(end - 1) == U' ')) --end;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < reach && !ends_sentence(at(begin - 1))) --begin;
  return {begin, end};
}

Range Reading::rest_of_sentence(Range list) const {
  std::uint32_t end = list.end;
  while (end < size() && end - list.end < reach && !ends_sentence(at(end))) ++end;
  return {list.end, end};
}

} // namespace zonekg::kit
