// The parts that find_enumerations is put together from.
#pragma once

#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "core/text/layers.hpp"

namespace zonekg {

struct EnumerationDraft {
  zkg_span span{0, 0};
  zkg_enumeration_kind kind = ZKG_ENUM_INLINE;
  double claimed = std::numeric_limits<double>::quiet_NaN();
  zkg_span head{0, 0};
  std::vector<zkg_item> items; // row, column, header, marker and span set; the rest later
};

inline zkg_span make_span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A、B、C等23个项目 and 5家企业(A、B、C).
void find_inline_lists(std::string_view text, const std::vector<zkg_sentence>& sentences,
                       std::vector<EnumerationDraft>& drafts);
// 1、…; ①…; ——…; and 包括:A;B;C.
void find_numbered_lists(std::string_view text, const std::vector<zkg_sentence>& sentences,
                         std::vector<EnumerationDraft>& drafts);
// Rows by tab, bar or aligned spaces.
void find_tables(std::string_view text, std::vector<EnumerationDraft>& drafts);

} // namespace zonekg
