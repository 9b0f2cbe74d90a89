// Units that stand in the header of a table's column, 计划投资(万元), or in a line above the table, 单位：亿元、亩, instead of
// its cells.
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/layers.hpp"
#include "core/text/quantities_context.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

// The words in the last brackets of a header, or behind its last stroke or colon, or what it counts; empty when there are none.
std::string_view unit_words(std::string_view header) {
  for (const std::string_view counted : {"个数", "项目数", "户数", "家数", "企业数", "宗数", "人数"}) // 户数: so many 户
    if (header.ends_with(counted)) return counted == "项目数" ? "个" : counted == "企业数" ? "家" : counted.substr(0, 3);
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

// The quantity that 1 of the unit is.
std::optional<zkg_quantity> one_of(std::string_view words) {
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

bool less_by_begin(const zkg_quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; }

class UnitGiver {
 public:
  UnitGiver(std::string_view text, std::span<const zkg_item> items, std::vector<zkg_quantity>& quantities)
      : text_(text), items_(items), quantities_(quantities) {}

  void from_headers() {
    std::map<std::string_view, std::optional<zkg_quantity>> units;
    for (const zkg_item& item : items_) {
      if (item.header.end <= item.header.begin || item.span.begin == item.header.begin) continue;
      const std::string_view header = words(item.header);
      const auto [known, added] = units.try_emplace(header);
      if (added) known->second = one_of(unit_words(header));
      if (zkg_quantity* const number = bare_number(item); number && known->second) give_unit(*number, *known->second);
    }
  }

  // 指标 | 单位 | 数值 | 增速: a column of units, for all numbers of the row but rates.
  void from_unit_cells(const zkg_enumeration& table) {
    const auto cells = items_.subspan(table.first_item, table.item_count);
    std::optional<zkg_quantity> unit;
    std::uint32_t row = 0;
    for (const zkg_item& cell : cells) {
      if (cell.row != row) unit.reset();
      row = cell.row;
      if (cell.header.end <= cell.header.begin || row == 0) continue;
      const std::string_view title = words(cell.header);
      if (title == unit_mark || title == "计量单位") unit = one_of(words(cell.span));
      else if (zkg_quantity* const number = unit && !is_rate(title) ? bare_number(cell) : nullptr) give_unit(*number, *unit);
    }
  }

  void from_caption(const zkg_enumeration& table) {
    const std::vector<zkg_quantity> units = caption_units(table.span.begin);
    if (units.empty()) return;
    const auto cells = items_.subspan(table.first_item, table.item_count);
    std::uint32_t only = 0; // the one column of numbers of a table without titles
    for (const zkg_item& cell : cells) {
      zkg_quantity* const number = bare_number(cell);
      if (!number) continue;
      const bool titled = cell.header.begin < cell.header.end;
      if (!titled && only == 0) only = only_column_of_numbers(cells);
      for (const zkg_quantity& unit : units)
        if (titled ? fits(words(cell.header), unit.kind, units.size() == 1) : units.size() == 1 && cell.column == only) {
          give_unit(*number, unit);
          break;
        }
    }
  }

 private:
  [[nodiscard]] std::string_view words(zkg_span span) const { return text_.substr(span.begin, span.end - span.begin); }

  // The cell's number, when it has no unit yet.
  [[nodiscard]] zkg_quantity* bare_number(const zkg_item& cell) const {
    const auto number = std::lower_bound(quantities_.begin(), quantities_.end(), cell.span.begin, less_by_begin);
    return number != quantities_.end() && number->kind == ZKG_Q_NUMBER && fills(text_, cell.span, number->span) ? &*number : nullptr;
  }

  // What stands behind 单位： in the two lines before the table, or in a line of its own a little above: empty lines do not count.
  [[nodiscard]] std::vector<zkg_quantity> caption_units(std::size_t table) const {
    constexpr int near = 2, far = 5;
    std::size_t end = text_.rfind('\n', table);
    for (int lines = 0; lines < far && end != std::string_view::npos && end > 0;) {
      const std::size_t before = text_.rfind('\n', end - 1);
      const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
      const std::string_view line = trim(text_.substr(begin, end - begin));
      end = before;
      if (line.empty()) continue;
      ++lines;
      const std::size_t at = line.rfind(unit_mark);
      if (at == std::string_view::npos || line.size() > longest_caption || (lines > near && at > longest_prefix)) continue;
      if (auto units = listed_units(line.substr(at + unit_mark.size())); !units.empty()) return units;
    }
    return {};
  }

  // `：亿元、亩）`, `:万元    时间：2月`
  static constexpr std::string_view unit_mark = "单位";
  static constexpr std::size_t longest_caption = 240, longest_prefix = 12; // bytes: a line with the table's title; 金额单位

  static std::vector<zkg_quantity> listed_units(std::string_view rest) {
    if (rest.empty() || folded(code_point_at(rest, 0).value) != U':') return {};
    rest.remove_prefix(code_point_at(rest, 0).size);
    rest = trim(rest.substr(0, 90));
    std::vector<zkg_quantity> units;
    std::size_t word = 0;
    for (std::size_t at = 0; at <= rest.size();) {
      const CodePoint c = at < rest.size() ? code_point_at(rest, at) : CodePoint{U'\n', 1};
      const char32_t sign = folded(c.value);
      const bool parts = sign == U'、' || sign == U',' || sign == U'/' || sign == U';';
      const bool ends = sign == U' ' || sign == U'\t' || sign == U'\n' || sign == U')';
      if (parts || ends) {
        if (const auto unit = one_of(trim(rest.substr(word, at - word)))) units.push_back(*unit);
        word = at + c.size;
      }
      if (ends) break;
      at += c.size;
    }
    return units;
  }

  // A column's title without a unit of its own, and what the caption gives: a lone unit of money is that of every column whose
  // title does not say something else.
  static bool fits(std::string_view title, int kind, bool lone) {
    if (kind == ZKG_Q_AREA) return holds(title, {"面积", "用地", "占地", "土地"});
    if (kind != ZKG_Q_MONEY || is_rate(title) ||
        holds(title, {"序号", "编号", "个数", "数量", "项目数", "面积", "占地", "用地", "人", "年份", "开工", "竣工", "投产", "时间", "期限"}))
      return false;
    return lone || in_money_context(title, title.size()) || holds(title, {"完成", "累计", "计划", "规模", "费用"});
  }

  static bool holds(std::string_view title, std::initializer_list<std::string_view> signs) {
    return std::any_of(signs.begin(), signs.end(), [title](std::string_view s) { return title.find(s) != std::string_view::npos; });
  }
  static bool is_rate(std::string_view title) { return holds(title, {"比", "率", "%", "增"}); }

  // 0 when there are none or several. The first column is a number of the row at most.
  [[nodiscard]] std::uint32_t only_column_of_numbers(std::span<const zkg_item> cells) const {
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> counts; // numbers, cells
    for (const zkg_item& cell : cells) {
      auto& [numbers, all] = counts[cell.column];
      numbers += bare_number(cell) != nullptr;
      ++all;
    }
    std::uint32_t only = 0;
    for (const auto& [column, count] : counts) {
      if (column == 0 || count.first * 3 < count.second * 2) continue;
      if (only != 0) return 0;
      only = column;
    }
    return only;
  }

  std::string_view text_;
  std::span<const zkg_item> items_;
  std::vector<zkg_quantity>& quantities_;
};

} // namespace

void apply_table_units(std::string_view text, const std::vector<zkg_enumeration>& enumerations, const std::vector<zkg_item>& items,
                       std::vector<zkg_quantity>& quantities) {
  UnitGiver giver(text, items, quantities);
  giver.from_headers();
  for (const zkg_enumeration& each : enumerations)
    if (each.kind == ZKG_ENUM_TABLE) {
      giver.from_unit_cells(each);
      giver.from_caption(each);
    }
}

} // namespace zonekg
