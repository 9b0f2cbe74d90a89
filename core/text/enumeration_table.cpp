#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/enumeration_parts.hpp"

namespace zonekg {

namespace {

struct Cell {
  std::size_t begin, end;
  std::uint32_t column; // by separators; by display position for aligned rows
};

enum class RowKind { none, tab, bar, aligned };

// Words that are no figure and no date: 项目名称, 2024年计划投资, 1-6月完成投资; beside plain titles a date too: 1-6月.
bool may_be_title(std::string_view words, bool beside_titles) {
  if (!is_digit(words.front())) return true;
  std::size_t at = 0;
  bool dated = false;
  while (at < words.size()) {
    const CodePoint c = code_point_at(words, at);
    const bool of_date = c.value == U'年' || c.value == U'月';
    if (!of_date && !is_digit(words[at]) && c.value != U'-' && c.value != U'—' && c.value != U'~' && c.value != U'至') break;
    dated = dated || of_date;
    at += c.size;
  }
  return dated && (beside_titles || at < words.size());
}

bool is_plain_title(std::string_view words) {
  constexpr std::array<std::string_view, 6> titles = {"序号", "名称", "项目", "企业", "单位", "指标"};
  return std::any_of(titles.begin(), titles.end(), [words](std::string_view t) { return words.starts_with(t) || words.ends_with(t); });
}

struct Row {
  RowKind kind = RowKind::none;
  std::vector<Cell> cells; // non-empty ones only
  std::uint32_t columns = 0;
};

class TableFinder {
 public:
  TableFinder(std::string_view text, std::vector<EnumerationDraft>& drafts) : text_(text), drafts_(drafts) {}

  void run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      line(begin, end);
      begin = end + 1;
    }
    close();
  }

 private:
  void line(std::size_t begin, std::size_t end) {
    if (is_rule(begin, end)) return;
    Row row = read_row(begin, end);
    if (row.kind == RowKind::none || (!rows_.empty() && row.kind != rows_.front().kind)) close();
    if (row.kind != RowKind::none) rows_.push_back(std::move(row));
  }

  // ┌──┬──┐, |---|---|: lines drawn between rows.
  [[nodiscard]] bool is_rule(std::size_t begin, std::size_t end) const {
    bool drawn = false;
    for (std::size_t i = begin; i < end;) {
      const CodePoint c = code_point_at(text_, i);
      const bool box = c.value >= 0x2500 && c.value <= 0x257F && c.value != U'│';
      if (!box && c.value != U'-' && c.value != U'|' && c.value != U'+' && c.value != U' ' && c.value != U':') return false;
      drawn = drawn || box || c.value == U'-';
      i += c.size;
    }
    return drawn;
  }

  [[nodiscard]] Row read_row(std::size_t begin, std::size_t end) const {
    const std::string_view words = text_.substr(begin, end - begin);
    if (words.find('\t') != std::string_view::npos) return separated(begin, end, "\t", RowKind::tab);
    if (words.find('|') != std::string_view::npos) return separated(begin, end, "|", RowKind::bar);
    if (words.find("│") != std::string_view::npos) return separated(begin, end, "│", RowKind::bar);
    return words.find("  ") != std::string_view::npos ? aligned(begin, end) : Row{};
  }

  [[nodiscard]] Row separated(std::size_t begin, std::size_t end, std::string_view separator, RowKind kind) const {
    Row row;
    std::size_t cell = begin;
    // A frame's first bar opens the first column.
    if (kind == RowKind::bar) {
      while (cell < end && is_space(text_[cell])) ++cell;
      if (starts_at(text_, cell, separator)) cell += separator.size();
      else cell = begin;
    }
    for (std::uint32_t column = 0; cell <= end; ++column) {
      const std::size_t next = std::min(text_.find(separator, cell), end);
      const std::string_view words = trim(text_.substr(cell, next - cell));
      const auto at = static_cast<std::size_t>(words.data() - text_.data());
      if (!words.empty()) row.cells.push_back({at, at + words.size(), column});
      row.columns = column + 1;
      if (next == end) break;
      cell = next + separator.size();
    }
    row.kind = row.columns >= 2 && !row.cells.empty() ? kind : RowKind::none;
    return row;
  }

  // Cells parted by two spaces or more. `column` is the display position of the cell's middle, doubled.
  [[nodiscard]] Row aligned(std::size_t begin, std::size_t end) const {
    Row row;
    std::uint32_t position = 0;
    for (std::size_t at = begin; at < end;) {
      if (text_[at] == ' ') {
        ++at;
        ++position;
        continue;
      }
      const std::size_t cell = at;
      const std::uint32_t start = position;
      while (at < end && !(text_[at] == ' ' && at + 1 < end && text_[at + 1] == ' ')) {
        const CodePoint c = code_point_at(text_, at);
        position += c.value < 0x80 ? 1 : 2;
        at += c.size;
      }
      const std::string_view words = trim(text_.substr(cell, at - cell));
      row.cells.push_back({cell, cell + words.size(), start + position});
    }
    row.columns = static_cast<std::uint32_t>(row.cells.size());
    row.kind = row.columns >= 2 ? RowKind::aligned : RowKind::none;
    return row;
  }

  void close() {
    drop_caption();
    const bool enough = rows_.size() >= (rows_.empty() || rows_.front().kind != RowKind::aligned ? 2u : 3u);
    if (enough && is_table()) emit();
    rows_.clear();
  }

  // `表1  省级重点    单位：亿元` above the column titles.
  void drop_caption() {
    if (rows_.size() < 3) return;
    const auto names_unit = [&](const Cell& c) {
      const std::string_view words = text_.substr(c.begin, c.end - c.begin);
      return words.find("单位：") != std::string_view::npos || words.find("单位:") != std::string_view::npos;
    };
    const std::vector<Cell>& cells = rows_.front().cells;
    if (cells.size() < rows_[1].cells.size() && std::any_of(cells.begin(), cells.end(), names_unit)) rows_.erase(rows_.begin());
  }

  // Rows of a table have about as many cells; a letterhead or a set of lines with gaps has not.
  [[nodiscard]] bool is_table() const {
    if (rows_.front().kind == RowKind::tab) return true;
    const std::uint32_t columns = rows_.front().columns;
    const auto alike = std::count_if(rows_.begin(), rows_.end(), [&](const Row& r) {
      return r.columns == columns || (rows_.front().kind == RowKind::aligned && r.columns + 1 >= columns && r.columns <= columns + 1);
    });
    return static_cast<std::size_t>(alike) * 3 >= rows_.size() * 2;
  }

  // Titles in every cell of the first row.
  [[nodiscard]] bool has_header() const {
    const std::vector<Cell>& cells = rows_.front().cells;
    const auto words_of = [&](const Cell& c) { return text_.substr(c.begin, c.end - c.begin); };
    const bool titles = std::any_of(cells.begin(), cells.end(), [&](const Cell& c) { return is_plain_title(words_of(c)); });
    return std::all_of(cells.begin(), cells.end(), [&](const Cell& c) {
      const std::string_view words = words_of(c);
      return words.size() <= 90 && may_be_title(words, titles) && words.find("。") == std::string_view::npos;
    });
  }

  // The header cell's index for a cell of an aligned row: by order when the counts agree, else the nearest.
  [[nodiscard]] std::uint32_t header_index(const Row& row, std::size_t cell) const {
    const std::vector<Cell>& header = rows_.front().cells;
    constexpr std::size_t most_columns = 200; // no printed table has more; keeps the search for the nearest linear
    if (row.cells.size() == header.size() || header.size() > most_columns) return static_cast<std::uint32_t>(cell);
    const auto distance = [&](const Cell& h) {
      return h.column > row.cells[cell].column ? h.column - row.cells[cell].column : row.cells[cell].column - h.column;
    };
    const auto best = std::min_element(header.begin(), header.end(),
                                       [&](const Cell& a, const Cell& b) { return distance(a) < distance(b); });
    return static_cast<std::uint32_t>(best - header.begin());
  }

  void emit() {
    EnumerationDraft draft;
    draft.kind = ZKG_ENUM_TABLE;
    const bool header = has_header();
    std::vector<zkg_span> headers;
    if (header)
      for (const Cell& cell : rows_.front().cells) {
        const std::size_t column = rows_.front().kind == RowKind::aligned ? headers.size() : cell.column;
        headers.resize(std::max(headers.size(), column + 1), zkg_span{0, 0});
        headers[column] = make_span(cell.begin, cell.end);
      }
    for (std::size_t r = 0; r < rows_.size(); ++r) add_row(draft, r, r + (header ? 0 : 1), headers);
    draft.span = make_span(draft.items.front().span.begin, draft.items.back().span.end);
    drafts_.push_back(std::move(draft));
  }

  void add_row(EnumerationDraft& draft, std::size_t r, std::size_t number, const std::vector<zkg_span>& headers) const {
    const Row& row = rows_[r];
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      zkg_item item{};
      item.span = make_span(row.cells[c].begin, row.cells[c].end);
      item.row = static_cast<std::uint32_t>(number);
      item.column = row.kind == RowKind::aligned ? header_index(row, c) : row.cells[c].column;
      if (number > 0 && item.column < headers.size()) item.header = headers[item.column];
      draft.items.push_back(item);
    }
  }

  std::string_view text_;
  std::vector<EnumerationDraft>& drafts_;
  std::vector<Row> rows_;
};

} // namespace

void find_tables(std::string_view text, std::vector<EnumerationDraft>& drafts) { TableFinder(text, drafts).run(); }

} // namespace zonekg
