#include "core/reader/header_rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace zonekg {
namespace {

using Cells = std::vector<TableCell>;

constexpr std::size_t longest_title = 90; // bytes
constexpr std::size_t most_rows_below = 2;

std::string_view text_at(const Cells& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column].text) : std::string_view();
}

// Empty, or words that are no figure: 计划(万元), 2024年, 2024年投资, but not 3200, 35% or 2024年3月.
bool may_be_title(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty()) return true;
  if (text.size() > longest_title || text.find("。") != std::string_view::npos) return false;
  if (!is_digit(text.front())) return true;
  const std::size_t behind = text.find_first_not_of("0123456789");
  constexpr std::string_view year = "年";
  return behind == 4 && text.substr(behind).starts_with(year) && (text.size() == behind + year.size() || !is_digit(text[behind + year.size()]));
}

bool is_bracketed(std::string_view text) {
  return (text.starts_with("(") || text.starts_with("（")) && (text.ends_with(")") || text.ends_with("）"));
}

bool is_unit(std::string_view text) {
  constexpr std::array<std::string_view, 12> units = {"元", "万元", "亿元", "万美元", "亿美元", "%", "亩", "公顷", "平方米", "万平方米", "吨", "万吨"};
  return is_bracketed(text) || std::ranges::find(units, text) != units.end();
}

// The cell says something of its own, not what a cell above that reaches down repeats.
bool says_more(const Cells& upper, const Cells& lower, std::size_t column) {
  const std::string_view below = text_at(lower, column);
  return !below.empty() && below != text_at(upper, column);
}

// For each column the one of the title that stands or reaches over it; none where nothing does.
constexpr std::size_t none = std::string_view::npos;
std::vector<std::size_t> columns_of_titles(const Cells& upper, const Cells& lower) {
  std::vector<std::size_t> titles(std::max(upper.size(), lower.size()), none);
  for (std::size_t c = 0; c < titles.size(); ++c)
    if (!text_at(upper, c).empty()) titles[c] = c;
    else if (c > 0 && says_more(upper, lower, c - 1)) titles[c] = titles[c - 1];
  return titles;
}

bool belong_together(const Cells& upper, const Cells& lower, const std::vector<std::size_t>& titles) {
  bool more = false;
  for (std::size_t c = 0; c < titles.size(); ++c) {
    if (!may_be_title(text_at(upper, c)) || !may_be_title(text_at(lower, c))) return false;
    if (!says_more(upper, lower, c)) continue;
    more = true;
    if (titles[c] == none) return false;
    const bool begins_group = text_at(upper, c + 1).empty() && says_more(upper, lower, c + 1);
    if (titles[c] == c && !begins_group && !is_unit(text_at(lower, c))) return false;
  }
  return more;
}

Cells joined(const Cells& upper, const Cells& lower, const std::vector<std::size_t>& titles) {
  Cells row(titles.size());
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (!says_more(upper, lower, c)) {
      if (c < upper.size()) row[c] = upper[c];
      continue;
    }
    const std::string& below = lower[c].text;
    const bool bare_unit = is_unit(below) && !is_bracketed(below);
    row[c] = {upper[titles[c]].text + (bare_unit ? "(" + below + ")" : below), lower[c].place};
  }
  return row;
}

// From below: a title of the first row may reach over several of the second.
std::optional<Cells> joined(const TableRows& rows, std::size_t first, std::size_t below) {
  Cells row = rows[first + below];
  for (std::size_t upper = first + below; upper-- > first;) {
    const std::vector<std::size_t> titles = columns_of_titles(rows[upper], row);
    if (!belong_together(rows[upper], row, titles)) return std::nullopt;
    row = joined(rows[upper], row, titles);
  }
  return row;
}

// The first title, of numbers or names, has nothing below it; a row of the table has something there.
bool may_be_below(const Cells& top, const Cells& row) {
  const auto first = std::ranges::find_if(top, [](const TableCell& cell) { return !cell.text.empty(); });
  return !says_more(top, row, static_cast<std::size_t>(first - top.begin()));
}

} // namespace

void join_header_rows(TableRows& rows, std::size_t first) {
  std::size_t below = 0; // one row has to be left: a table of titles alone says nothing
  while (below < most_rows_below && first + below + 2 < rows.size() && may_be_below(rows[first], rows[first + below + 1])) ++below;
  for (; below > 0; --below) {
    std::optional<Cells> row = joined(rows, first, below);
    if (!row) continue;
    rows[first] = std::move(*row);
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(first) + 1, rows.begin() + static_cast<std::ptrdiff_t>(first + below) + 1);
    return;
  }
}

} // namespace zonekg
