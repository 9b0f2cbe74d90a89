#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/text/characters.hpp"
#include "core/text/markers.hpp"
#include "core/text/repairs.hpp"

namespace zonekg {

namespace {

enum class LineRule : std::uint8_t { none, page_number, line_number, running_header, line_break };

const char* name_of(LineRule rule) {
  constexpr const char* names[] = {"", "page-number", "line-number", "running-header", "line-break"};
  return names[static_cast<std::size_t>(rule)];
}

// Kept small: a file may be nothing but line ends. Offsets fit, as spans do.
struct Line {
  std::uint32_t begin, end;  // without the line end
  std::uint32_t content;     // behind indentation and behind a stripped number
  std::uint32_t width;       // columns of the content: 1 for ASCII, 2 for others
  LineRule number = LineRule::none;  // strips what stands before `content`
  LineRule dropped = LineRule::none; // drops the line
  bool joins_previous = false;       // a site cut the paragraph here
};

std::uint32_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).size)
    width += static_cast<unsigned char>(text[i]) < 0x80 ? 1u : 2u;
  return static_cast<std::uint32_t>(width);
}

// A run of blank lines counts as one.
std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t next = end + 1;
    while (end > begin && is_space(text[end - 1])) --end;
    std::size_t content = begin;
    while (content < end && is_space(text[content])) ++content;
    const bool blank_run = content == end && !lines.empty() && lines.back().content == lines.back().end;
    if (!blank_run) {
      const auto offset = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
      lines.push_back({offset(begin), offset(end), offset(content), columns(text.substr(content, end - content))});
    }
    begin = next;
  }
  return lines;
}

class LineRepairs {
 public:
  LineRepairs(std::string_view text, std::vector<Edit>& edits) : text_(text), edits_(edits), lines_(split_lines(text)) {}

  void run() {
    strip_site_numbers();
    strip_line_numbers();
    drop_page_numbers();
    drop_running_headers();
    find_wrap_width();
    join();
  }

 private:
  static constexpr std::uint32_t long_line = 40; // columns: shorter lines are headings, names, cells
  static constexpr std::uint32_t wrap_slack = 8;

  [[nodiscard]] std::string_view words(const Line& line) const {
    return text_.substr(line.content, line.end - line.content);
  }
  [[nodiscard]] static bool blank(const Line& line) { return line.content == line.end; }

  // Ends inside a sentence: no closing punctuation, no colon, not a table row.
  [[nodiscard]] bool ends_open(const Line& line) const {
    if (blank(line)) return false;
    const char32_t last = code_point_before(text_, line.end);
    const bool closed = ends_sentence(last) || last == U':' || last == U'…' || last == U'|' || is_closing(last);
    return !closed && !is_row(words(line));
  }
  // `红1 华星公司 智能风机`: a space between words stands for a column.
  [[nodiscard]] static bool has_cells(std::string_view line) {
    for (std::size_t i = line.find(' '); i != std::string_view::npos && i > 0; i = line.find(' ', i + 1))
      if (is_cjk(code_point_before(line, i)) && is_cjk(code_point_or_zero(line, i + 1))) return true;
    return false;
  }
  [[nodiscard]] static bool is_row(std::string_view line) {
    return has_cells(line) || line.find('\t') != std::string_view::npos || line.find("  ") != std::string_view::npos ||
           line.find('|') != std::string_view::npos || line.find("│") != std::string_view::npos;
  }
  // Could go on with the sentence of the line before: no number, bullet, indentation or cell.
  [[nodiscard]] bool starts_plain(const Line& line) const {
    if (blank(line) || is_row(words(line))) return false;
    if (line.number == LineRule::none && line.content - line.begin >= 2) return false;
    const char32_t first = code_point_at(text_, line.content).value;
    if (first == U'【' || first == U'[' || first == U'#') return false;
    const Marker marker = read_marker(text_, line.content);
    return !marker || marker.style == MarkerStyle::clause;
  }

  // A document site cuts the text every few hundred characters, in the middle of words, and numbers the pieces.
  void strip_site_numbers() {
    std::vector<std::size_t> pieces;
    std::size_t open_ends = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string mark = std::to_string(pieces.size() + 1) + "、";
      if (lines_[i].content != lines_[i].begin || !starts_at(text_, lines_[i].begin, mark)) continue;
      pieces.push_back(i);
      if (pieces.size() > 1 && lines_[i - 1].width >= 2 * long_line && ends_open(lines_[i - 1])) ++open_ends;
    }
    if (pieces.size() < 2 || open_ends * 2 < pieces.size() - 1 || open_ends == 0) return;
    for (const std::size_t i : pieces) {
      Line& line = lines_[i];
      line.content = line.begin + static_cast<std::uint32_t>(text_.substr(line.begin).find("、")) + 3;
      line.number = LineRule::page_number;
      line.joins_previous = i != pieces.front();
    }
  }

  // `01  `, `02  ` …: every line numbered, two digits and two spaces.
  void strip_line_numbers() {
    std::vector<std::size_t> numbered;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const std::string_view w = words(line);
      const bool shaped = w.size() > 4 && is_digit(w[0]) && is_digit(w[1]) && w[2] == ' ' && w[3] == ' ';
      if (!shaped || static_cast<std::size_t>((w[0] - '0') * 10 + w[1] - '0') != (numbered.size() + 1) % 100) continue;
      if (!numbered.empty() && i != numbered.back() + 1) return;
      numbered.push_back(i);
    }
    if (numbered.size() < 5) return;
    for (const std::size_t i : numbered) {
      Line& line = lines_[i];
      line.content += 2;
      while (line.content < line.end && text_[line.content] == ' ') ++line.content;
      line.number = LineRule::line_number;
      line.width = columns(words(line));
    }
  }

  // `— 3 —`, `第3页`, `第1页 共28页`.
  [[nodiscard]] static bool is_page_number(std::string_view line) {
    if (line.size() > 60) return false;
    std::size_t digits = 0, dashes = 0;
    for (const char c : line) digits += is_digit(c) ? 1u : 0u;
    if (digits == 0 || digits > 8) return false;
    for (std::size_t i = 0; i < line.size();) {
      const CodePoint c = code_point_at(line, i);
      i += c.size;
      if (c.value == U'-' || c.value == U'—' || c.value == U'–') ++dashes;
      else if (std::u32string_view(U"0123456789 第共页/").find(c.value) == std::u32string_view::npos) return false;
    }
    const bool framed = dashes >= 2 && digits <= 4 && !is_digit(line.front()) && !is_digit(line.back());
    return framed || (line.starts_with("第") && line.find("页") != std::string_view::npos);
  }

  void drop_page_numbers() {
    for (Line& line : lines_)
      if (!blank(line) && is_page_number(words(line))) line.dropped = LineRule::page_number;
  }

  [[nodiscard]] std::size_t previous_visible(std::size_t i) const {
    while (i > 0 && (blank(lines_[i - 1]) || lines_[i - 1].dropped != LineRule::none)) --i;
    return i == 0 ? lines_.size() : i - 1;
  }

  // Words of a short line that stands between the two halves of a sentence, digits left out; empty when it does not.
  [[nodiscard]] std::string header_key(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.dropped != LineRule::none || blank(line) || line.width < 4 || line.width > 60 || !ends_open(line)) return {};
    if (i + 1 >= lines_.size() || !starts_plain(lines_[i + 1]) || lines_[i + 1].width < long_line / 2) return {};
    const std::size_t before = previous_visible(i);
    if (before == lines_.size() || lines_[before].width < long_line || !ends_open(lines_[before])) return {};
    std::string key;
    for (const char c : words(line))
      if (!is_digit(c) && !is_space(c)) key.push_back(c);
    return key;
  }

  // A short line that cuts sentences at three places is the header of the printed page.
  void drop_running_headers() {
    std::unordered_map<std::string, int> seen;
    std::vector<std::pair<std::size_t, std::string>> candidates;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (std::string key = header_key(i); !key.empty()) {
        ++seen[key];
        candidates.emplace_back(i, std::move(key));
      }
    for (const auto& [i, key] : candidates)
      if (seen[key] >= 3) lines_[i].dropped = LineRule::running_header;
  }

  // The width at which a converted page breaks its lines: most lines that end inside a sentence reach it.
  void find_wrap_width() {
    std::vector<std::uint32_t> widths;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (lines_[i].width >= long_line && ends_open(lines_[i]) && starts_plain(lines_[i + 1]))
        widths.push_back(lines_[i].width);
    std::sort(widths.begin(), widths.end());
    if (widths.size() < 3) return;
    const std::uint32_t widest = widths[widths.size() - 1 - widths.size() / 20];
    const auto near = std::count_if(widths.begin(), widths.end(), [&](std::uint32_t w) {
      return w + wrap_slack >= widest && w <= widest + wrap_slack;
    });
    if (near >= 3 && static_cast<std::size_t>(near) * 5 >= widths.size() * 3) wrap_width_ = widest;
  }

  [[nodiscard]] bool starts_inside(const Line& line) const {
    constexpr std::u32string_view inner = U",、。;:)”》】]";
    return !blank(line) && inner.find(code_point_at(text_, line.content).value) != std::u32string_view::npos;
  }

  // The rule by which line `j` goes on line `i`; none when it does not. `apart`: of dropped lines between them.
  [[nodiscard]] LineRule join_rule(const Line& i, const Line& j, LineRule apart) const {
    if (j.joins_previous) return j.number;
    if (blank(i) || is_row(words(i))) return LineRule::none;
    const LineRule joined = apart == LineRule::none ? LineRule::line_break : apart;
    if (starts_inside(j) && i.width >= long_line / 2) return joined;
    if (!ends_open(i) || !starts_plain(j)) return LineRule::none;
    if (apart != LineRule::none) return i.width >= long_line ? apart : LineRule::none;
    const char32_t last = code_point_before(text_, i.end);
    const bool separator = (last == U'、' || last == U',') && i.width >= long_line / 2;
    const bool wrapped = wrap_width_ > 0 && i.width + wrap_slack >= wrap_width_ && i.width <= wrap_width_ + wrap_slack;
    return separator || wrapped ? LineRule::line_break : LineRule::none;
  }

  void strip_number(const Line& line) {
    if (line.number != LineRule::none) edits_.push_back({line.begin, line.content, "", name_of(line.number)});
  }

  void join() {
    if (!lines_.empty()) strip_number(lines_[0]);
    std::size_t last = lines_.size(); // last visible line with words
    for (std::size_t j = 0; j < lines_.size(); ++j) {
      if (lines_[j].dropped != LineRule::none || blank(lines_[j])) continue;
      if (last != lines_.size()) between(last, j);
      last = j;
    }
    if (last != lines_.size()) drop_lines(last + 1, lines_.size());
    else drop_lines(0, lines_.size());
  }

  void between(std::size_t i, std::size_t j) {
    LineRule apart = LineRule::none;
    for (std::size_t k = i + 1; k < j; ++k)
      if (lines_[k].dropped != LineRule::none) apart = lines_[k].dropped;
    const bool near = j == i + 1 || apart != LineRule::none || lines_[j].joins_previous;
    const LineRule rule = near ? join_rule(lines_[i], lines_[j], apart) : LineRule::none;
    if (rule == LineRule::none) {
      drop_lines(i + 1, j);
      strip_number(lines_[j]);
      return;
    }
    const char left = text_[lines_[i].end - 1];
    const bool latin = is_latin(left) && is_latin(text_[lines_[j].content]);
    edits_.push_back({lines_[i].end, lines_[j].content, latin ? " " : "", name_of(rule)});
  }

  void drop_lines(std::size_t first, std::size_t last) {
    for (std::size_t k = first; k < last; ++k)
      if (lines_[k].dropped != LineRule::none)
        edits_.push_back({lines_[k].begin, k + 1 < lines_.size() ? lines_[k + 1].begin : lines_[k].end, "", name_of(lines_[k].dropped)});
  }

  std::string_view text_;
  std::vector<Edit>& edits_;
  std::vector<Line> lines_;
  std::uint32_t wrap_width_ = 0;
};

} // namespace

void find_line_edits(std::string_view text, std::vector<Edit>& edits) { LineRepairs(text, edits).run(); }

} // namespace zonekg
