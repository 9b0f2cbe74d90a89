#include "plugins/indicators/table_figures.hpp"

#include <algorithm>
#include <string_view>

#include "core/kit/entity_extractor.hpp"
#include "core/kit/holds_any.hpp"

namespace zonekg {
namespace {

using kit::holds_any;
using kit::Range;
using kit::Reading;

enum class Column { label, number, value, growth, measure };

// What the figures below a title are: numbers of rows or shares (no figures of their own), growth rates, values of what the row's
// label names, or values of what the title names.
Column kind_of(std::string_view title) {
  if (holds_any(title, {"序号", "编号", "排名", "位次", "占", "比重", "完成率", "进度"})) return Column::number;
  if (holds_any(title, {"增长", "增速", "增幅", "同比", "±", "比上年", "比去年"})) return Column::growth;
  if (holds_any(title, {"个数", "户数", "家数", "宗数", "数值", "完成数", "绝对值", "实绩", "指标值", "目标值", "本月", "本期", "累计", "总量"})) return Column::value;
  return Column::measure;
}

class TableFigures {
 public:
  TableFigures(const Reading& reading, std::vector<char>& taken) : reading_(reading), taken_(taken) {}

  std::vector<Observation> find() {
    for (const zkg_enumeration& table : reading_.enumerations())
      if (table.kind == ZKG_ENUM_TABLE && table.item_count > 0) read(table);
    std::stable_sort(found_.begin(), found_.end(), [](const Observation& a, const Observation& b) { return a.whole.begin < b.whole.begin; });
    return std::move(found_);
  }

 private:
  void read(const zkg_enumeration& table) {
    const std::size_t end = std::size_t{table.first_item} + table.item_count;
    if (reading_.items()[table.first_item].row != 0) return; // no titles
    // Rows of what 指标 names have one figure each, whatever the titles of their columns.
    labels_name_all_ = holds_any(reading_.document().text(reading_.items()[table.first_item].span), {"指标"});
    for (std::size_t first = table.first_item; first < end;) {
      std::size_t next = first + 1;
      while (next < end && reading_.items()[next].row == reading_.items()[first].row) ++next;
      if (reading_.items()[first].row > 0 && reading_.table_row_at(reading_.range(reading_.items()[first].span).begin) != kit::none) read_row(first, next);
      first = next;
    }
  }

  void read_row(std::size_t first, std::size_t end) {
    Range label{0, 0};
    const std::size_t before = found_.size();
    for (std::size_t i = first; i < end; ++i) {
      const zkg_item& cell = reading_.items()[i];
      const std::size_t row = figure_in(cell.span);
      if (row == reading_.quantities().size()) {
        if (label.size() == 0 && found_.size() == before && !is_short_number(cell.span)) label = reading_.range(cell.span);
        continue;
      }
      if (label.size() == 0 || names_thing(label)) continue;
      add(cell, row, label, before);
    }
  }

  void add(const zkg_item& cell, std::size_t row, Range label, std::size_t before) {
    const zkg_quantity& q = reading_.quantities()[row];
    const Range title = bare(reading_.range(cell.header));
    if (title.size() == 0) return;
    Column kind = kind_of(reading_.text(title));
    if (kind == Column::measure && (labels_name_all_ || dated(title))) kind = Column::value;
    if (kind == Column::number) return;
    if (kind == Column::growth) {
      if (found_.size() == before || found_.back().growth) return;
      found_.back().growth = &q;
      found_.back().yoy = q.value;
      taken_[row] = 1;
      return;
    }
    if (q.kind == ZKG_Q_NUMBER || q.kind == ZKG_Q_PERCENT) return;
    Observation o;
    o.value = &q;
    o.metric = kind == Column::value && !is_sum(label) ? bare(label) : title;
    o.column = title;
    o.whole = reading_.range(q.span);
    found_.push_back(o);
    taken_[row] = 1;
  }

  // The row of the quantity that fills a cell; one past the last when none does.
  [[nodiscard]] std::size_t figure_in(zkg_span cell) const {
    const auto& quantities = reading_.quantities();
    const std::size_t row = kit::first_row_from(quantities, cell.begin);
    constexpr std::uint32_t sign = 4; // +, 余, 左右 beside the figure; bytes
    if (row == quantities.size() || quantities[row].span.begin > cell.begin + sign || quantities[row].span.end > cell.end ||
        quantities[row].span.end + sign < cell.end || (quantities[row].flags & ZKG_Q_REDACTED))
      return quantities.size();
    return row;
  }

  [[nodiscard]] bool is_short_number(zkg_span cell) const {
    const std::string_view words = reading_.document().text(cell);
    return words.size() <= 3 && std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // A row of sums has no name of its own: what its figures are is told by their titles.
  [[nodiscard]] bool is_sum(Range label) const {
    const std::string_view words = reading_.text(bare(label));
    return words == "合计" || words == "总计" || words == "小计" || words == "共计";
  }

  // Rows of projects, firms and works tell amounts of these (plugin investments), no figures of the zone.
  [[nodiscard]] bool names_thing(Range label) const {
    const std::uint32_t marks = kit::mention_mark("project") | kit::mention_mark("company") | kit::mention_mark("infrastructure");
    for (std::uint32_t i = label.begin; i < label.end; ++i)
      if (reading_.begins(i) & marks) return true;
    return false;
  }

  [[nodiscard]] bool dated(Range title) const {
    for (std::uint32_t i = title.begin; i < title.end; ++i)
      if (reading_.begins(i) & kit::mark_period) return true;
    return false;
  }

  // Without brackets at the end, (亿元), and what leads to a part, 其中：.
  [[nodiscard]] Range bare(Range words) const {
    std::uint32_t end = words.begin;
    while (end < words.end && !kit::opens_parenthesis(reading_.at(end))) ++end;
    if (end == words.begin) end = words.end;
    for (std::uint32_t i = words.begin; i < end; ++i)
      if ((reading_.at(i) == U'：' || reading_.at(i) == U':') && i + 1 < end) words.begin = i + 1;
    while (end > words.begin && reading_.at(std::int64_t{end} - 1) == U' ') --end;
    return {words.begin, end};
  }

  const Reading& reading_;
  std::vector<char>& taken_;
  bool labels_name_all_ = false;
  std::vector<Observation> found_;
};

} // namespace

std::vector<Observation> find_table_figures(const Reading& reading, std::vector<char>& taken) { return TableFigures(reading, taken).find(); }

} // namespace zonekg
