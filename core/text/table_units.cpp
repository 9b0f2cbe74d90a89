// Units that stand in the header of a table's column instead of its cells: 计划投资(万元).
#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/layers.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

// The words in the last brackets of a header, or behind its last stroke or colon; empty when there are none.
std::string_view unit_words(std::string_view header) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view open : {"(", "（", "/", "／", ":", "：", "单位"})
    if (const auto at = header.rfind(open);
        at != std::string_view::npos && (begin == std::string_view::npos || at + open.size() > begin))
      begin = at + open.size();
  if (begin == std::string_view::npos) return {};
  std::string_view words = header.substr(begin);
  for (const std::string_view close : {")", "）"})
    if (const auto at = words.find(close); at != std::string_view::npos) words = words.substr(0, at);
  return words;
}

// The quantity that 1 of the header's unit is.
std::optional<zkg_quantity> unit_of(std::string_view header) {
  const std::string_view words = unit_words(header);
  if (words.empty()) return std::nullopt;
  const std::string sample = "1" + std::string(words);
  const auto found = find_quantities(sample);
  const bool whole = found.size() == 1 && found[0].span.begin == 0 && found[0].span.end == sample.size();
  if (!whole || found[0].kind == ZKG_Q_NUMBER || !(found[0].value > 0)) return std::nullopt;
  return found[0];
}

void give_unit(zkg_quantity& quantity, const zkg_quantity& unit) {
  const double factor = unit.base_value / unit.value;
  quantity.kind = unit.kind;
  quantity.flags |= ZKG_Q_UNIT_FROM_HEADER;
  quantity.base_value *= factor;
  quantity.lower *= factor;
  quantity.upper *= factor;
  std::copy(std::begin(unit.currency), std::end(unit.currency), quantity.currency);
  std::copy(std::begin(unit.unit_name), std::end(unit.unit_name), quantity.unit_name);
}

// A number that fills its cell.
bool fills(std::string_view text, zkg_span cell, zkg_span number) {
  const auto blank = [&](std::uint32_t from, std::uint32_t to) {
    return text.substr(from, to - from).find_first_not_of(" \t") == std::string_view::npos;
  };
  return cell.begin <= number.begin && number.end <= cell.end && blank(cell.begin, number.begin) &&
         blank(number.end, cell.end);
}

} // namespace

void apply_header_units(std::string_view text, const std::vector<zkg_item>& items,
                        std::vector<zkg_quantity>& quantities) {
  std::map<std::string_view, std::optional<zkg_quantity>> units;
  for (const zkg_item& item : items) {
    if (item.header.end <= item.header.begin || item.span.begin == item.header.begin) continue;
    const std::string_view header = text.substr(item.header.begin, item.header.end - item.header.begin);
    const auto [known, added] = units.try_emplace(header);
    if (added) known->second = unit_of(header);
    if (!known->second) continue;
    const auto number = std::lower_bound(quantities.begin(), quantities.end(), item.span.begin,
                                         [](const zkg_quantity& q, std::uint32_t at) { return q.span.begin < at; });
    if (number != quantities.end() && number->kind == ZKG_Q_NUMBER && fills(text, item.span, number->span))
      give_unit(*number, *known->second);
  }
}

} // namespace zonekg
