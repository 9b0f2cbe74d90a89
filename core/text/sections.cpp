#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/headings.hpp"
#include "core/text/layers.hpp"
#include "core/text/markers.hpp"

namespace zonekg {

namespace {

zkg_span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

constexpr std::int32_t bullet_level = 4; // of a bullet that heads the lines below it

class SectionFinder {
 public:
  explicit SectionFinder(std::string_view text) : text_(text) {}

  std::vector<zkg_section> run() {
    add_document();
    std::size_t at = 0;
    while (at < text_.size()) {
      at = start_of_clause(at, at == 0 || text_[at - 1] == '\n');
      at = next_boundary(at);
    }
    close_to(0, text_.size());
    return std::move(sections_);
  }

 private:
  void add_document() {
    const std::string title = find_title(text_);
    const std::size_t begin = title.empty() ? std::string_view::npos : text_.find(title);
    zkg_section document{span_of(0, text_.size()), {0, 0}, {0, 0}, 0, 0, heading_role_of_title(title), 0};
    if (begin == std::string_view::npos) {
      sections_.push_back(document);
    } else {
      document.heading = span_of(begin, begin + title.size());
      title_end_ = begin + title.size();
      sections_.push_back(document);
      sections_.push_back({document.heading, document.heading, {0, 0}, 0, 1, ZKG_ROLE_TITLE, 0});
    }
    open_.push_back(0);
  }

  // A title that names both a summary and a plan says nothing about the whole.
  static std::int32_t heading_role_of_title(std::string_view title) {
    const auto has = [&](std::string_view w) { return title.find(w) != std::string_view::npos; };
    const bool plan = has("计划") || has("打算") || has("要点") || has("安排") || has("思路") || has("目标");
    const bool results = has("总结") || has("情况") || has("进展") || has("汇报") || has("回顾") || has("小结");
    if (plan == results) return ZKG_ROLE_NONE;
    return plan ? ZKG_ROLE_PLAN : ZKG_ROLE_RESULTS;
  }

  // Behind the next line end, sentence end, colon or comma: where a number may stand.
  [[nodiscard]] std::size_t next_boundary(std::size_t at) const {
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == '\n' || c == ';' || c == ':' || c == '!' || c == '?' || c == ',') return at + 1;
      if (c == '\xE3' && starts_at(text_, at, "。")) return at + 3;
    }
    return at;
  }

  // Looks for a heading at `at`; returns where to go on.
  std::size_t start_of_clause(std::size_t at, bool line_start) {
    while (at < text_.size() && (is_space(text_[at]) || (line_start && text_[at] == '\n'))) ++at;
    if (at >= text_.size() || at < title_end_) return at;
    const Marker marker = read_marker(text_, at);
    const int level = marker_level(marker.style);
    if (level > 0 && may_stand(marker, at, line_start)) return add_numbered(marker, at);
    return line_start ? unnumbered(at, marker) : at;
  }

  // Inside a line, behind a comma, only 一是 goes; other numbers need the end of a sentence before them.
  [[nodiscard]] bool may_stand(const Marker& marker, std::size_t at, bool line_start) const {
    if (line_start || marker.style == MarkerStyle::clause) return true;
    std::size_t before = at;
    while (before > 0 && is_space(text_[before - 1])) --before;
    const char32_t last = code_point_before(text_, before);
    return ends_sentence(last) || last == U':';
  }

  [[nodiscard]] std::string_view line_from(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return text_.substr(at, end - at);
  }

  std::size_t add_numbered(const Marker& marker, std::size_t at) {
    std::size_t words = at + marker.size;
    while (words < text_.size() && is_space(text_[words])) ++words;
    const std::string_view rest = start_of(line_from(words), 600);
    const std::size_t size = marker.style == MarkerStyle::clause ? clause_size(rest) : heading_size(rest);
    const std::size_t end = words + trim(rest.substr(0, size)).size();
    open({span_of(at, at), span_of(words, end), span_of(at, at + marker.size), marker.ordinal, marker_level(marker.style),
          0, 0},
         at);
    return end;
  }

  // At most `size` bytes of it, and whole characters.
  static std::string_view start_of(std::string_view line, std::size_t size) {
    if (size >= line.size()) return line;
    while (size > 0 && is_continuation(line[size])) --size;
    return line.substr(0, size);
  }

  // 一是…: up to the first punctuation.
  static std::size_t clause_size(std::string_view words) {
    std::size_t end = 0;
    while (end < words.size()) {
      const CodePoint c = code_point_at(words, end);
      if (ends_sentence(c.value) || c.value == U',' || c.value == U':') break;
      end += c.size;
    }
    return end;
  }

  // Neither a sentence, nor a list, nor a row of a table. Not empty.
  static bool is_open_ended(std::string_view line) {
    const char32_t last = code_point_before(line, line.size());
    return !ends_sentence(last) && last != U',' && last != U'、' && line.find('\t') == std::string_view::npos;
  }

  // A short line without number counts as a heading when it is framed or names a role.
  std::size_t unnumbered(std::size_t at, const Marker& marker) {
    const std::string_view line = trim(line_from(at));
    if (line.empty() || line.size() > 90) return at;
    if (marker.style == MarkerStyle::bullet) return bulleted(at, marker, line);
    const bool framed = line.starts_with("【") && line.ends_with("】");
    const char32_t last = code_point_before(line, line.size());
    const bool named = is_open_ended(line) && !marker && is_bare_heading(line.substr(0, line.size() - (last == U':' ? 1 : 0)));
    if (!framed && !named) return at;
    const std::size_t bracket = framed ? 3 : 0;
    const std::size_t colon = last == U':' ? 1 : 0;
    const zkg_span heading = span_of(at + bracket, at + line.size() - bracket - colon);
    open({span_of(at, at), heading, {0, 0}, 0, 1, 0, 0}, at);
    return at + line.size();
  }

  // ▶ and a name over lines that tell of it; in a list of such lines none is a heading.
  std::size_t bulleted(std::size_t at, const Marker& marker, std::string_view line) {
    const std::string_view words = trim(line.substr(marker.size));
    const std::string_view next = next_line(at + line.size());
    if (words.empty() || !is_open_ended(words) || next.empty() || starts_with_sign(next, marker) || starts_with_sign(line_before(at), marker)) return at;
    const std::size_t begin = static_cast<std::size_t>(words.data() - text_.data()), end = begin + words.size() - words.ends_with(':');
    open({span_of(at, at), span_of(begin, end), span_of(at, at + marker.size), 0, bullet_level, 0, 0}, at);
    return end;
  }

  static bool starts_with_sign(std::string_view line, const Marker& marker) {
    const Marker other = line.empty() ? Marker{} : read_marker(line, 0);
    return other.style == marker.style && other.sign == marker.sign;
  }

  // The next line that holds anything.
  [[nodiscard]] std::string_view next_line(std::size_t at) const {
    while (at < text_.size() && (is_space(text_[at]) || text_[at] == '\n')) ++at;
    return trim(line_from(at));
  }

  [[nodiscard]] std::string_view line_before(std::size_t at) const {
    while (at > 0 && (is_space(text_[at - 1]) || text_[at - 1] == '\n')) --at;
    const std::size_t begin = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1; // npos + 1 is the start of the text
    return trim(text_.substr(begin, at - begin));
  }

  void open(zkg_section section, std::size_t at) {
    close_to(section.level, at);
    section.parent = open_.back();
    const std::string_view heading = text_.substr(section.heading.begin, section.heading.end - section.heading.begin);
    section.role = section_role(heading, section.level, static_cast<zkg_role>(sections_[section.parent].role));
    open_.push_back(static_cast<std::uint32_t>(sections_.size()));
    sections_.push_back(section);
  }

  // Ends open sections of this level and deeper.
  void close_to(std::int32_t level, std::size_t at) {
    while (open_.size() > 1 && sections_[open_.back()].level >= level) {
      sections_[open_.back()].span.end = static_cast<std::uint32_t>(at);
      open_.pop_back();
    }
  }

  std::string_view text_;
  std::size_t title_end_ = 0;
  std::vector<zkg_section> sections_;
  std::vector<std::uint32_t> open_; // rows of the open sections, outermost first
};

} // namespace

std::vector<zkg_section> find_sections(std::string_view text) { return SectionFinder(text).run(); }

} // namespace zonekg
