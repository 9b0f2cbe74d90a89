#include "core/text/enumeration_marks.hpp"

#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/enumeration_words.hpp"

namespace zonekg {

namespace {

class MarkScan {
 public:
  MarkScan(std::string_view text, std::size_t begin, std::size_t end, std::vector<Mark>& marks)
      : text_(text), begin_(begin), end_(end), marks_(marks) {}

  void run() {
    for (std::size_t at = begin_; at < end_;) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      // ASCII, quotes and dashes (E2), Chinese punctuation (E3) and 等 (E7) are all that matter.
      if (lead < 0x80) at += ascii(at, text_[at]);
      else if (lead == 0xE2 || lead == 0xE3) at += wide(at);
      else if (lead == 0xE7 && closes_list(text_, at)) at += put(at, 3, MarkKind::close_word, U'等');
      else at += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
    settle_unclosed();
  }

 private:
  std::size_t put(std::size_t at, std::size_t size, MarkKind kind, char32_t sign) {
    marks_.push_back({at, at + size, kind, sign, 0, 0});
    return size;
  }

  std::size_t ascii(std::size_t at, char c) {
    switch (c) {
    case '(':
    case '[': return open(at, 1, static_cast<char32_t>(c));
    case ')':
    case ']': return close(at, 1, static_cast<char32_t>(c));
    case ',': return starts_at(text_, at + 1, "、") ? 1 : put(at, 1, MarkKind::pause, U',');
    case ';':
    case ':':
    case '!':
    case '?':
    case '\t':
    case '|': return put(at, 1, MarkKind::pause, static_cast<char32_t>(c));
    case ' ': return space(at);
    case '.': return full_stop(at);
    default: return 1;
    }
  }

  // A space between Chinese words, or a wider gap, stands for a pause; one beside a separator or Latin words does not.
  std::size_t space(std::size_t at) {
    std::size_t size = 1;
    while (at + size < end_ && text_[at + size] == ' ') ++size;
    const bool between_words = is_cjk(code_point_before(text_, at)) && is_cjk(code_point_or_zero(text_, at + size));
    if (size > 1 || between_words) put(at, size, MarkKind::pause, U' ');
    return size;
  }

  // A dot between Chinese words and a space ends a sentence.
  std::size_t full_stop(std::size_t at) {
    const bool ends = at + 1 < end_ && text_[at + 1] == ' ' && at > begin_ && is_cjk(code_point_before(text_, at));
    return ends ? put(at, 1, MarkKind::pause, U'.') : 1;
  }

  std::size_t wide(std::size_t at) {
    const CodePoint c = code_point_at(text_, at);
    if (c.value == U'、') {
      if (!inside_number(at)) put(at, 3, MarkKind::separator, c.value);
    } else if (closing_of(c.value) != 0) {
      open(at, c.size, c.value);
    } else if (is_closing(c.value)) {
      close(at, c.size, c.value);
    } else if (c.value == U'。' || c.value == U'…' || c.value == U'│') {
      put(at, c.size, MarkKind::pause, c.value);
    } else if (starts_at(text_, at, "——")) {
      return put(at, 6, MarkKind::pause, U'—');
    }
    return c.size;
  }

  // 4、5号泊位 and 一、二期: one thing with two numbers.
  [[nodiscard]] bool inside_number(std::size_t at) const {
    const char32_t before = at > begin_ ? code_point_before(text_, at) : 0;
    const char32_t after = code_point_or_zero(text_, at + 3);
    constexpr std::u32string_view units = U"、期类号级区线批次产年月栋幢楼座标#";
    const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    if (digit(before) && digit(after)) {
      std::size_t behind = at + 3;
      while (behind < end_ && is_digit(text_[behind])) ++behind;
      const char32_t unit = code_point_or_zero(text_, behind);
      return unit != 0 && units.find(unit) != std::u32string_view::npos;
    }
    if (chinese_numeral(before) == 0 || chinese_numeral(after) == 0) return false;
    const char32_t unit = code_point_or_zero(text_, at + 6);
    return unit != 0 && units.find(unit) != std::u32string_view::npos;
  }

  std::size_t open(std::size_t at, std::size_t size, char32_t sign) {
    if (open_.size() == deepest_group) open_.erase(open_.begin());
    open_.push_back(marks_.size());
    return put(at, size, MarkKind::open, sign);
  }

  std::size_t close(std::size_t at, std::size_t size, char32_t sign) {
    for (std::size_t back = 1; back <= open_.size(); ++back) {
      const std::size_t index = open_[open_.size() - back];
      if (closing_of(marks_[index].sign) != sign) continue;
      open_.resize(open_.size() - back);
      marks_[index].group_end = at + size;
      marks_[index].next = marks_.size();
      return size;
    }
    return put(at, size, MarkKind::pause, sign);
  }

  // A bracket without partner only parts the words.
  void settle_unclosed() {
    for (Mark& mark : marks_)
      if (mark.kind == MarkKind::open && mark.group_end == 0) mark.kind = MarkKind::pause;
  }

  std::string_view text_;
  std::size_t begin_, end_;
  std::vector<Mark>& marks_;
  std::vector<std::size_t> open_; // at most deepest_group of them: hostile text stays linear
};

} // namespace

void find_marks(std::string_view text, std::size_t begin, std::size_t end, std::vector<Mark>& marks) {
  marks.clear();
  MarkScan(text, begin, end, marks).run();
}

} // namespace zonekg
