#include "core/reader/pdf_lines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/reader/xml.hpp"
#include "core/text/characters.hpp"
#include "core/text/markers.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

struct Word {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0; // points
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

struct PdfCell {
  std::string text;
  double begin, end; // half the height of a character is 1, so that a Chinese character is 2 wide
};

struct Line {
  std::string text;           // of all cells
  std::vector<PdfCell> cells; // more than one: parted by gaps
  double indent = 0, width = 0; // of the page; width with indentation
  double top = 0, bottom = 0;   // points
  std::size_t page = 0;
  bool blank_before = false;
};

constexpr std::size_t edge_lines = 3;      // where running headers and page numbers stand
constexpr std::size_t most_words = 4'000'000;
// In heights of a character: what parts columns, what stands for a wide space (U+3000), what for a narrow one.
constexpr double column_gap = 1.15, wide_gap = 0.8, narrow_gap = 0.15;
constexpr double blank_gap = 0.85; // between lines: more than the usual leading

bool is_wide(char32_t c) { return is_cjk(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x2010 && c <= 0x2027); }

bool is_figure(char32_t c) { return c < 0x80 && (is_digit(static_cast<char>(c)) || is_latin(static_cast<char>(c)) || c == U'%'); }

// `总投资` `12.5` `亿元` → `总投资12.5亿元`: a page leaves a little room between Chinese characters and figures that nobody
// typed. Elsewhere somebody typed a space.
void append_word(std::string& text, std::string_view word, double distance) {
  const char32_t left = code_point_before(text, text.size()), right = code_point_or_zero(word, 0);
  const bool only_set = (is_wide(left) && is_figure(right)) || (is_figure(left) && is_wide(right));
  if (distance >= wide_gap) text += "\u3000";
  else if (distance >= narrow_gap && !only_set && !text.empty()) text += ' ';
  text += word;
}

// `words`: of one line, from left to right.
Line make_line(const std::vector<Word>& words, std::size_t page) {
  Line line;
  line.page = page;
  line.top = words.front().top;
  line.bottom = words.front().bottom;
  double height = 1;
  for (const Word& word : words) {
    height = std::max(height, word.height());
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
  }
  const double unit = height / 2;
  line.indent = words.front().left / unit;
  line.width = words.back().right / unit;
  for (const Word& word : words) {
    const double distance = line.cells.empty() ? 0 : word.left / unit - line.cells.back().end;
    if (line.cells.empty() || distance / 2 >= column_gap) line.cells.push_back({word.text, word.left / unit, word.right / unit});
    else {
      append_word(line.cells.back().text, word.text, distance / 2);
      line.cells.back().end = word.right / unit;
    }
  }
  for (const PdfCell& cell : line.cells) line.text += (line.text.empty() ? "" : "\u3000") + cell.text;
  return line;
}

std::string without_digits(std::string_view text) {
  std::string key;
  for (const char c : text)
    if (!is_digit(c) && c != ' ') key += c;
  return key;
}

// `3`, `- 3 -`, `— 3 —`, `第 3 页 共 9 页`, `3 / 9`.
bool is_page_number(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    digit = digit || (c.value >= U'0' && c.value <= U'9');
    if (std::u32string_view(U"0123456789 -–—·第共页/Pageof.").find(c.value) == std::u32string_view::npos) return false;
  }
  return digit;
}

std::string place_of(const Line& line) { return "page " + std::to_string(line.page); }

// Lines of a table as rows. A row whose cells did not fit into one line is a group of lines between blank ones, with the
// columns told by where the words stand; in a group of several whole rows every line is one, and a line with few cells
// belongs to the row above.
class PdfTable {
 public:
  PdfTable(const std::vector<Line>& lines, std::size_t begin, std::size_t end) : lines_(lines) {
    for (std::size_t at = begin; at < end;) {
      std::size_t next = at + 1;
      while (next < end && !lines[next].blank_before && lines[next].page == lines[at].page) ++next;
      group(at, next);
      at = next;
    }
  }

  TableRows rows() { return std::move(rows_); }

 private:
  struct Column {
    double begin, end;
  };

  // Words that stand under each other are of one column.
  [[nodiscard]] std::vector<Column> columns(std::size_t begin, std::size_t end) const {
    std::vector<Column> found;
    for (std::size_t i = begin; i < end; ++i)
      for (const PdfCell& cell : lines_[i].cells) found.push_back({cell.begin, cell.end});
    std::sort(found.begin(), found.end(), [](const Column& a, const Column& b) { return a.begin < b.begin; });
    std::vector<Column> merged;
    for (const Column& next : found) {
      if (!merged.empty() && next.begin < merged.back().end) merged.back().end = std::max(merged.back().end, next.end);
      else merged.push_back(next);
    }
    return merged;
  }

  void group(std::size_t begin, std::size_t end) {
    const std::vector<Column> here = columns(begin, end);
    const auto is_whole = [&](std::size_t i) { return lines_[i].cells.size() * 3 >= here.size() * 2; };
    std::size_t whole = 0;
    for (std::size_t i = begin; i < end; ++i) whole += is_whole(i);
    const bool rows_of_lines = whole >= 2;
    bool open = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (!open || (rows_of_lines && is_whole(i))) rows_.emplace_back();
      open = true;
      for (const PdfCell& cell : lines_[i].cells) put(cell, place_of(lines_[i]), here);
    }
    if (here.size() >= widest_.size()) widest_ = here;
  }

  void put(const PdfCell& cell, const std::string& place, const std::vector<Column>& here) {
    std::size_t column = 0;
    while (column + 1 < here.size() && here[column].end <= cell.begin) ++column;
    if (here.size() < widest_.size()) column = nearest(here[column]);
    auto& row = rows_.back();
    if (row.size() <= column) row.resize(column + 1);
    if (row[column].text.empty()) row[column].place = place;
    row[column].text += cell.text;
  }

  // A row with empty cells: where the fullest row so far has its columns.
  [[nodiscard]] std::size_t nearest(const Column& column) const {
    const auto distance = [&](const Column& other) {
      const auto middle = column.begin + column.end, others = other.begin + other.end;
      return middle > others ? middle - others : others - middle;
    };
    const auto best = std::min_element(widest_.begin(), widest_.end(),
                                       [&](const Column& a, const Column& b) { return distance(a) < distance(b); });
    return static_cast<std::size_t>(best - widest_.begin());
  }

  const std::vector<Line>& lines_;
  TableRows rows_;
  std::vector<Column> widest_;
};

class PageJoiner {
 public:
  explicit PageJoiner(TextBuilder& out) : out_(out) {}

  void run() {
    pages_ = lines_.empty() ? 0 : lines_.back().page;
    drop_edges();
    find_full_width();
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = table_end(i);
      TableRows rows = end > i ? PdfTable(lines_, i, end).rows() : TableRows{};
      if (is_table(rows)) {
        out_.table(rows);
        i = end;
      } else {
        i = paragraph(i);
      }
    }
  }

  // Words whose middles lie within a third of a character's height are of one line.
  void add_page(std::vector<Word> words, std::size_t page) {
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return std::pair(a.middle(), a.left) < std::pair(b.middle(), b.left); });
    double bottom = 0;
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = begin + 1;
      while (end < words.size() && words[end].middle() - words[begin].middle() < words[begin].height() / 3) ++end;
      std::vector<Word> row(words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end));
      std::sort(row.begin(), row.end(), [](const Word& a, const Word& b) { return a.left < b.left; });
      Line line = make_line(row, page);
      line.blank_before = begin == 0 || line.top - bottom > (line.bottom - line.top) * blank_gap;
      bottom = std::max(bottom, line.bottom);
      lines_.push_back(std::move(line));
      begin = end;
    }
  }

 private:
  // Lines at the edges of pages: numbers always, words when they stand on most pages.
  void drop_edges() {
    std::map<std::string, std::set<std::size_t>> seen;
    std::vector<bool> edge(lines_.size(), false);
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page) ++end;
      for (std::size_t i = begin; i < end; ++i) {
        if (i - begin >= edge_lines && end - i > edge_lines) continue;
        edge[i] = true;
        if (lines_[i].text.size() < 120) seen[without_digits(lines_[i].text)].insert(lines_[i].page);
      }
      begin = end;
    }
    std::vector<Line> kept;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto found = edge[i] ? seen.find(without_digits(lines_[i].text)) : seen.end();
      const std::size_t pages = found == seen.end() ? 0 : found->second.size();
      const bool number = edge[i] && is_page_number(lines_[i].text) && stands_alone(i);
      const bool on_both = pages == 2 && pages_ == 2 && stands_alone(i);
      if (number || on_both || (pages >= 3 && pages * 2 > pages_)) continue;
      kept.push_back(std::move(lines_[i]));
    }
    lines_ = std::move(kept);
  }

  // First or last of its page.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    const bool first = i == 0 || lines_[i - 1].page != lines_[i].page;
    const bool last = i + 1 == lines_.size() || lines_[i + 1].page != lines_[i].page;
    return first || last;
  }

  // The column at which most long lines end.
  void find_full_width() {
    std::vector<double> widths;
    for (const Line& line : lines_)
      if (line.cells.size() == 1 && line.width >= 40) widths.push_back(line.width);
    std::sort(widths.begin(), widths.end());
    if (!widths.empty()) full_width_ = widths[widths.size() * 9 / 10];
  }

  // A row, or the part of a cell that did not fit into one line of it.
  [[nodiscard]] bool may_be_row(const Line& line) const {
    if (line.cells.size() >= 2) return true;
    const char32_t last = code_point_before(line.text, line.text.size());
    const bool heading = last == U'：' || last == U':' || ends_sentence(last) || read_marker(line.text, 0);
    return (line.width - line.indent) * 3 < full_width_ && !heading;
  }

  // Behind the last line of the groups of rows that begin at `i`; `i` when none do. Blank lines part groups, and each
  // group has a line with several cells.
  [[nodiscard]] std::size_t table_end(std::size_t i) const {
    std::size_t end = i;
    for (std::size_t at = i; at < lines_.size();) {
      bool columns = false;
      std::size_t next = at;
      for (; next < lines_.size() && may_be_row(lines_[next]) && (next == at || !lines_[next].blank_before); ++next)
        columns = columns || lines_[next].cells.size() >= 2;
      if (!columns) break;
      at = end = next;
    }
    return end;
  }

  // Two rows of three cells, or three of two: a line with gaps alone is a letterhead or a signature.
  static bool is_table(const TableRows& rows) {
    std::size_t wide = 0, rows_of_two = 0;
    for (const auto& row : rows) {
      const auto filled = std::count_if(row.begin(), row.end(), [](const TableCell& c) { return !c.text.empty(); });
      wide += filled >= 3;
      rows_of_two += filled == 2;
    }
    return wide >= 2 || wide + rows_of_two >= 3;
  }

  // The line ends inside a sentence and the next one goes on with it.
  [[nodiscard]] bool goes_on(const Line& line, const Line& next) const {
    if (next.cells.size() >= 2) return false;
    const char32_t last = code_point_before(line.text, line.text.size());
    const bool full = full_width_ > 0 && line.width + 6 >= full_width_;
    if (!full || (next.blank_before && line.page == next.page)) return false;
    if (next.indent >= 2 && next.indent + 1 >= line.indent + 3) return false; // the first line of a paragraph
    const Marker marker = read_marker(next.text, 0);
    const bool numbered = marker && marker.style != MarkerStyle::clause;
    if (numbered && (ends_sentence(last) || last == U'：' || last == U':')) return false;
    return true;
  }

  std::size_t paragraph(std::size_t i) {
    const std::string place = place_of(lines_[i]);
    std::string text = lines_[i].text;
    for (; i + 1 < lines_.size() && lines_[i].cells.size() == 1 && goes_on(lines_[i], lines_[i + 1]); ++i) {
      const bool words = !text.empty() && static_cast<unsigned char>(text.back()) < 0x80 && is_latin(text.back()) &&
                         is_latin(lines_[i + 1].text.front());
      text += (words ? " " : "") + lines_[i + 1].text;
    }
    out_.paragraph(text, place);
    return i + 1;
  }

  TextBuilder& out_;
  std::vector<Line> lines_; // no blank ones
  std::size_t pages_ = 0;
  double full_width_ = 0;
};

} // namespace

std::optional<std::string> join_pages(std::string_view xhtml, TextBuilder& out) {
  // The program writes a document type, which the XML reader refuses from everybody.
  if (const auto begin = xhtml.find("<html"); begin != std::string_view::npos) xhtml.remove_prefix(begin);
  PageJoiner joiner(out);
  std::vector<Word> words;
  std::size_t page = 0, count = 0;
  bool inside = false;
  XmlEvents events;
  const auto number = [](std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : 0;
  };
  events.start = [&](const XmlElement& e) {
    if (e.name == "page") ++page;
    inside = e.name == "word" && ++count <= most_words;
    if (inside)
      words.push_back({{}, number(e.attribute("xMin")), number(e.attribute("yMin")), number(e.attribute("xMax")), number(e.attribute("yMax"))});
  };
  events.text = [&](std::string_view text) {
    if (inside) words.back().text += text;
  };
  events.end = [&](std::string_view name) {
    inside = false;
    if (name == "word" && !words.empty() && (close_line(words.back().text).empty() || words.back().height() <= 0)) words.pop_back();
    if (name == "page") joiner.add_page(std::exchange(words, {}), page);
  };
  const auto problem = parse_xml(xhtml, events);
  joiner.run();
  return problem;
}

} // namespace zonekg
