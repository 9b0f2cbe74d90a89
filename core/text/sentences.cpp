#include <algorithm>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/layers.hpp"

namespace zonekg {

namespace {

class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, const std::vector<zkg_section>& sections) : text_(text), sections_(sections) {}

  std::vector<zkg_sentence> run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (!continues_card(trim(text_.substr(begin, end - begin))) && !sentences_.empty()) paragraph_ = sentences_.back().paragraph + 1;
      line(begin, end);
      begin = end + 1;
    }
    return std::move(sentences_);
  }

 private:
  static constexpr std::size_t longest_card = 20; // lines
  static constexpr std::size_t longest_bracket = 600; // bytes: a longer one was never closed

  // `项目名称：…` over `建设单位：…` over `总投资：…`: the lines of a card are one paragraph, until a key comes again.
  bool continues_card(std::string_view line) {
    constexpr std::size_t longest_key = 30, longest_entry = 400; // bytes
    const std::size_t colon = std::min(line.find(':'), line.find("："));
    const bool is_entry = colon != std::string_view::npos && colon > 0 && colon <= longest_key && line.size() > colon + 3 && line.size() <= longest_entry &&
                          line.find("。") >= line.size() - 3 &&
                          std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_digit);
    if (!is_entry) {
      card_.clear();
      return false;
    }
    const std::string_view key = line.substr(0, colon);
    const bool again = std::find(card_.begin(), card_.end(), key) != card_.end() || card_.size() >= longest_card;
    if (again) card_.clear();
    card_.push_back(key);
    return card_.size() > 1;
  }

  void line(std::size_t begin, std::size_t end) {
    match_brackets(begin, end);
    std::size_t start = begin;
    for (std::size_t at = begin; at < end;) {
      const unsigned char lead = static_cast<unsigned char>(text_[at]);
      if (cut_by_section(at, start)) start = at;
      // Every mark looked for is ASCII, E2 (quotes) or E3 (。).
      if (lead >= 0x80 && lead != 0xE2 && lead != 0xE3) {
        at += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        continue;
      }
      const CodePoint c = code_point_at(text_, at);
      if (c.value == U'(' || c.value == U'【') {
        at = skip_bracket(at, c.size);
        continue;
      }
      at += c.size;
      if (!ends_sentence(c.value)) continue;
      at = closing_end(at, end);
      add(start, at);
      start = at;
    }
    add(start, end);
  }

  // A section that begins inside a line, or a heading that runs into its text, ends the sentence before it.
  bool cut_by_section(std::size_t at, std::size_t start) {
    bool cuts = heading_end_ == at && runs_in(at);
    for (; next_section_ < sections_.size() && sections_[next_section_].span.begin <= at; ++next_section_) {
      const zkg_section& section = sections_[next_section_];
      cuts = cuts || section.span.begin == at;
      heading_end_ = section.level >= 1 && section.level <= 4 ? section.heading.end : 0;
    }
    if (!cuts || at <= start) return false;
    add(start, at);
    return true;
  }

  // No punctuation between the heading and what follows.
  [[nodiscard]] bool runs_in(std::size_t at) const {
    const char32_t next = code_point_or_zero(text_, at);
    return is_cjk(next) || (next < 0x80 && (is_digit(static_cast<char>(next)) || is_latin(static_cast<char>(next))));
  }

  // Brackets of the line that close, by where they open; a far partner means that one was lost.
  void match_brackets(std::size_t begin, std::size_t end) {
    brackets_.clear();
    next_bracket_ = 0;
    std::vector<std::size_t> open;
    for (std::size_t i = begin; i < end; ++i) {
      const bool wide = text_[i] == '\xE3';
      if (text_[i] == '(' || (wide && starts_at(text_, i, "【"))) open.push_back(i);
      const bool closes = text_[i] == ')' || (wide && starts_at(text_, i, "】"));
      if (!closes || open.empty()) continue;
      if (i - open.back() < longest_bracket) brackets_.emplace_back(open.back(), i + (wide ? 3 : 1));
      open.pop_back();
    }
    std::sort(brackets_.begin(), brackets_.end());
  }

  // Behind the bracket that closes the one at `at`; behind `at` alone when none does.
  std::size_t skip_bracket(std::size_t at, std::size_t size) {
    while (next_bracket_ < brackets_.size() && brackets_[next_bracket_].first < at) ++next_bracket_;
    const bool closes = next_bracket_ < brackets_.size() && brackets_[next_bracket_].first == at;
    return closes ? brackets_[next_bracket_].second : at + size;
  }

  [[nodiscard]] std::size_t closing_end(std::size_t at, std::size_t end) const {
    while (at < end) {
      const CodePoint c = code_point_at(text_, at);
      if (!is_closing(c.value) && !ends_sentence(c.value)) break;
      at += c.size;
    }
    return at;
  }

  void add(std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text_[begin])) ++begin;
    while (end > begin && is_space(text_[end - 1])) --end;
    if (begin == end) return;
    const zkg_span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    sentences_.push_back({span, section_at(span.begin), paragraph_});
  }

  // The innermost section of a place; called with growing offsets.
  std::uint32_t section_at(std::uint32_t offset) {
    while (section_seen_ + 1 < sections_.size() && sections_[section_seen_ + 1].span.begin <= offset) ++section_seen_;
    std::uint32_t row = section_seen_;
    while (row > 0 && sections_[row].span.end <= offset) row = sections_[row].parent;
    return row;
  }

  std::string_view text_;
  const std::vector<zkg_section>& sections_;
  std::vector<zkg_sentence> sentences_;
  std::uint32_t paragraph_ = 0, section_seen_ = 0;
  std::size_t next_section_ = 0, heading_end_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> brackets_;
  std::size_t next_bracket_ = 0;
  std::vector<std::string_view> card_; // keys of the lines just before that belong together
};

} // namespace

std::vector<zkg_sentence> find_sentences(std::string_view text, const std::vector<zkg_section>& sections) {
  return SentenceFinder(text, sections).run();
}

} // namespace zonekg
