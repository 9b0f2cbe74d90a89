#include "core/reader/text_builder.hpp"

#include <algorithm>

#include "core/reader/header_rows.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

bool is_blank(char32_t c) { return c <= U' ' || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x85 || (c >= 0x2000 && c <= 0x200A); }

// Marks that show nothing and would cut words: zero-width spaces and joiners, byte order marks, soft hyphens.
bool is_invisible(char32_t c) { return (c >= 0x200B && c <= 0x200D) || c == 0xFEFF || c == 0xAD || c == 0x2060; }

std::size_t filled(const std::vector<TableCell>& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const TableCell& c) { return !c.text.empty(); }));
}

} // namespace

std::string close_line(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (is_invisible(c.value)) continue;
    // Indentation by U+3000 goes; between words it is a column or a gap in a name, and stays.
    if (is_blank(c.value) || (c.value == 0x3000 && (result.empty() || at == text.size()))) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += ' ';
    gap = false;
    append_code_point(result, c.value);
  }
  while (result.ends_with("\u3000")) result.resize(result.size() - 3);
  return result;
}

void TextBuilder::place(const std::string& name) {
  if (name.empty() && (places_.empty() || places_.back().name.empty())) return;
  if (!places_.empty() && places_.back().name == name) return;
  places_.push_back({code_points_, name});
}

void TextBuilder::append(std::string_view text) {
  text_ += text;
  code_points_ += static_cast<std::uint32_t>(count_code_points(text));
}

void TextBuilder::paragraph(std::string_view text, const std::string& where) {
  const std::string line = close_line(text);
  if (line.empty()) return;
  place(where);
  append(line);
  append("\n");
}

void TextBuilder::table(const TableRows& given) {
  TableRows rows;
  for (const auto& row : given) {
    auto& closed = rows.emplace_back(row);
    for (TableCell& cell : closed) cell.text = close_line(cell.text);
    while (!closed.empty() && closed.back().text.empty()) closed.pop_back();
    if (filled(closed) == 0) rows.pop_back();
  }
  const auto wide = [](const auto& row) { return filled(row) > 1; };
  join_header_rows(rows, static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), wide) - rows.begin()));
  const auto first = std::find_if(rows.begin(), rows.end(), wide);
  const auto last = std::find_if(rows.rbegin(), rows.rend(), wide).base();
  for (auto row = rows.begin(); row != rows.end(); ++row) {
    if (first == rows.end() || row < first || row >= last) {
      for (const TableCell& cell : *row) paragraph(cell.text, cell.place);
      continue;
    }
    for (std::size_t c = 0; c < row->size(); ++c) {
      if (c > 0) append("\t");
      if ((*row)[c].text.empty()) continue;
      place((*row)[c].place);
      append((*row)[c].text);
    }
    append(row->size() == 1 ? "\t\n" : "\n"); // a heading inside the table does not cut it
  }
}

void TextBuilder::finish(SourceText& source) {
  source.text = std::move(text_);
  source.places = std::move(places_);
  *this = TextBuilder();
}

} // namespace zonekg
