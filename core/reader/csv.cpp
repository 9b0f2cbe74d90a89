#include <algorithm>
#include <array>
#include <string>

#include "core/reader/sheets.hpp"
#include "core/reader/text_builder.hpp"

namespace zonekg {
namespace {

constexpr std::size_t longest_cell = 1 << 20; // a quote that nobody closed

// Reads one cell at `at` and moves behind it, to the separator or the line end.
std::string read_cell(std::string_view text, std::size_t& at, char separator) {
  std::string cell;
  bool quoted = at < text.size() && text[at] == '"';
  const std::size_t close = quoted ? text.substr(at + 1, longest_cell).find('"') : std::string_view::npos;
  quoted = quoted && close != std::string_view::npos;
  if (quoted) ++at;
  for (; at < text.size(); ++at) {
    if (quoted && text[at] == '"') {
      if (at + 1 < text.size() && text[at + 1] == '"') ++at;
      else {
        quoted = false;
        continue;
      }
    } else if (!quoted && (text[at] == separator || text[at] == '\n')) {
      break;
    }
    cell += text[at];
  }
  return cell;
}

std::size_t count_outside_quotes(std::string_view line, char separator) {
  std::size_t count = 0;
  bool quoted = false;
  for (const char c : line) {
    quoted = quoted != (c == '"');
    count += !quoted && c == separator;
  }
  return count;
}

} // namespace

char find_separator(std::string_view text) {
  constexpr std::size_t sample = 50; // lines
  for (const char separator : {'\t', ',', ';'}) {
    std::array<std::size_t, 4> tally{}; // lines: all, with separators, with as many as the first
    std::size_t wanted = 0;
    for (std::size_t begin = 0; begin < text.size() && tally[0] < sample;) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      begin = end + 1;
      if (line.find_first_not_of(" \r") == std::string_view::npos) continue;
      const std::size_t count = count_outside_quotes(line, separator);
      ++tally[0];
      tally[1] += count > 0;
      wanted = std::max(wanted, count);
      tally[2] += count == wanted && count > 0;
    }
    if (tally[1] >= 2 && tally[2] * 3 >= tally[0] * 2) return separator;
  }
  return 0;
}

void read_csv(std::string_view text, char separator, SourceText& source) {
  TableRows rows(1);
  std::size_t row = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string cell = read_cell(text, at, separator);
    rows.back().push_back({std::move(cell), "R" + std::to_string(row) + "C" + std::to_string(rows.back().size() + 1)});
    if (at >= text.size() || text[at] != '\n') continue;
    rows.emplace_back();
    ++row;
  }
  TextBuilder out;
  out.table(rows);
  out.finish(source);
}

} // namespace zonekg
