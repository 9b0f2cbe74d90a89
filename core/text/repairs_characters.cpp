#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/repairs.hpp"

namespace zonekg {

namespace {

constexpr std::u32string_view unit_signs = U"亿万千百%元家个户项亩次人吨公平米台套件年月日倍美多余";

bool is_unit_sign(char32_t c) { return c != 0 && unit_signs.find(c) != std::u32string_view::npos; }
bool is_token_char(char c) { return is_digit(c) || is_latin(c) || c == '.'; }

// One pass over the folded text; looks only at ASCII tokens and what stands beside them.
class CharacterRepairs {
 public:
  CharacterRepairs(std::string_view text, std::vector<Edit>& edits) : text_(text), edits_(edits) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const char c = text_[at];
      if (is_token_char(c)) at = token(at);
      else if (c == ' ') at = space(at);
      else if (c == '\xEF' && starts_at(text_, at, "｡")) at = replace(at, at + 3, "。", "full-stop");
      else ++at;
    }
  }

 private:
  std::size_t replace(std::size_t begin, std::size_t end, std::string replacement, const char* rule) {
    edits_.push_back({begin, end, std::move(replacement), rule});
    return end;
  }
  [[nodiscard]] char32_t at_or_zero(std::size_t at) const { return code_point_or_zero(text_, at); }

  std::size_t token(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && is_token_char(text_[end])) ++end;
    const std::string_view word = text_.substr(begin, end - begin);
    const bool digits_only = std::all_of(word.begin(), word.end(), is_digit);
    if (digits_only) return number(begin, end);
    if (word[0] == 'o' && (word.size() == 1 || is_digit(word[1])) && full_stop(begin)) return begin + 1;
    if (word == "." && text_full_stop(begin)) return end;
    misread_figure(begin, end);
    return end;
  }

  // A lone `o` behind a Chinese word or a percentage is a full stop; `%o,` is a per mille sign.
  bool full_stop(std::size_t at) {
    const char32_t before = code_point_before(text_, at), after = at_or_zero(at + 1);
    if (before == U'%' && (after == U',' || after == U';' || after == U'、')) {
      replace(at - 1, at + 1, "‰", "per-mille");
      return true;
    }
    const bool after_words = is_cjk(before) || before == U'%' || is_closing(before);
    const bool before_words = after == 0 || after == U'\n' || after == U' ' || is_cjk(after) || after == U'(' ||
                              after == U'“' || (after < 0x80 && is_digit(static_cast<char>(after)));
    if (!after_words || !before_words) return false;
    replace(at, at + 1, "。", "full-stop");
    return true;
  }

  // A dot that ends a line of Chinese words; `一.` is a number.
  bool text_full_stop(std::size_t at) {
    const char32_t before = code_point_before(text_, at), after = at_or_zero(at + 1);
    if (!is_cjk(before) || (after != U'\n' && after != 0)) return false;
    if (chinese_numeral(before) != 0) return false;
    replace(at, at + 1, "。", "full-stop");
    return true;
  }

  std::size_t number(std::size_t begin, std::size_t end) {
    const std::string_view digits = text_.substr(begin, end - begin);
    const char before = begin > 0 ? text_[begin - 1] : '\0';
    const bool in_range = begin > 0 && (before == '-' || before == '~' || before == '/' || before == ',' ||
                                        code_point_before(text_, begin) == U'—' || code_point_before(text_, begin) == U'至');
    if (!in_range && starts_at(text_, end, "月")) {
      const std::size_t first = lost_month_dash(digits, starts_at(text_, end, "月份"));
      if (first > 0) insert_dash(begin, end, first);
    } else if (!in_range && starts_at(text_, end, "年") && lost_year_dash(digits)) {
      insert_dash(begin, end, 4);
    } else if (starts_at(text_, end, "一") && misread_dash(end + 3)) {
      return replace(end, end + 3, "-", "ocr-dash");
    }
    return end;
  }

  void insert_dash(std::size_t begin, std::size_t end, std::size_t first) {
    const std::string digits(text_.substr(begin, end - begin));
    replace(begin, end, digits.substr(0, first) + "-" + digits.substr(first), "lost-dash");
  }

  // Digits of the first month, where the figure is no month: 14月 is 1-4月, 112月 is 1-12月. 12月 is December.
  static std::size_t lost_month_dash(std::string_view digits, bool with_fen) {
    if (digits.size() == 2 && digits[0] == '1' && digits[1] > '2') return 1;
    if (digits.size() == 2 && with_fen && digits[0] > '1' && digits[1] > digits[0]) return 1;
    if (digits.size() == 3 && digits.substr(0, 2) == "11" && digits[2] <= '2') return 1;
    return 0;
  }

  static bool lost_year_dash(std::string_view digits) {
    if (digits.size() != 8) return false;
    const std::string_view first = digits.substr(0, 4), second = digits.substr(4);
    const bool plausible = (first.starts_with("19") || first.starts_with("20")) && second.starts_with("20");
    return plausible && first < second;
  }

  // 1一6月: digits and 月 or 年 behind the misread dash.
  bool misread_dash(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end > at && end - at <= 4 && (starts_at(text_, end, "月") || starts_at(text_, end, "年"));
  }

  // L59亿元 is 1.59亿元, l0.2% is 10.2%, 4l2次 is 412次. Only digits, dots and letters that look like digits, and a unit.
  void misread_figure(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    const auto looks_like_digit = [](char c) { return c == 'L' || c == 'l' || c == 'I' || c == 'O' || c == 'o'; };
    std::size_t digits = 0, letters = 0;
    for (const char c : word) {
      if (is_digit(c)) ++digits;
      else if (looks_like_digit(c)) ++letters;
      else if (c != '.') return;
    }
    if (digits == 0 || letters == 0 || letters > digits) return;
    const std::size_t next = end < text_.size() && text_[end] == ' ' ? end + 1 : end;
    const bool last_is_letter = is_latin(word.back()) && word.back() != 'O' && word.back() != 'o';
    if (last_is_letter || !is_unit_sign(at_or_zero(next))) return;
    const char32_t before = code_point_before(text_, begin);
    if (before == U'-' || before == U'_' || before == U'/' || before == U'#') return;
    replace(begin, end, reread(word), "ocr-digit");
  }

  static std::string reread(std::string_view word) {
    const bool has_dot = word.find('.') != std::string_view::npos;
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      if (c == 'O' || c == 'o') out += '0';
      else if (c == 'L' && i == 0 && !has_dot) out += "1.";
      else out += is_latin(c) ? '1' : c;
    }
    return out;
  }

  std::size_t space(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == ' ') ++end;
    if (end - at > 1 || at == 0 || end == text_.size()) return end;
    const char before = text_[at - 1];
    if (before == '.' && split_decimal(at)) return replace(at, end, "", "space-in-figure");
    if ((is_digit(before) || before == '%') && is_unit_sign(at_or_zero(end))) return space_before_unit(at);
    if (!is_cjk(code_point_before(text_, at)) || !is_cjk(at_or_zero(end))) return end;
    return letter_spaced(at);
  }

  [[nodiscard]] std::size_t figure_begin(std::size_t end) const {
    while (end > 0 && (is_digit(text_[end - 1]) || text_[end - 1] == '.' || text_[end - 1] == '%')) --end;
    return end;
  }

  // `14. 77%`, but not the number of an item: `1. 77家`.
  bool split_decimal(std::size_t at) const {
    if (at < 2 || !is_digit(text_[at - 2]) || !is_digit(text_[at + 1])) return false;
    const char32_t before = code_point_before(text_, figure_begin(at));
    if (!is_cjk(before)) return false;
    std::size_t end = at + 1;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return is_unit_sign(at_or_zero(end));
  }

  // `增长 12.5 %`: the spaces of a converted page stand on both sides. A number that starts its line is an item's.
  std::size_t space_before_unit(std::size_t at) {
    const std::size_t begin = figure_begin(at);
    const char32_t before = code_point_before(text_, begin);
    if (begin == 0 || before == U'\n' || before == U'\t' || begin == at) return at + 1;
    if (begin >= 2 && text_[begin - 1] == ' ' && is_cjk(code_point_before(text_, begin - 1)))
      replace(begin - 1, begin, "", "space-in-figure");
    else if (!is_cjk(before) && before != U',' && before != U'(') return at + 1;
    return replace(at, at + 1, "", "space-in-figure");
  }

  // `工 作 简 报`: at least four single characters, spaced out.
  std::size_t letter_spaced(std::size_t at) {
    const std::size_t first = previous_code_point(text_, at);
    const char32_t before = code_point_before(text_, first);
    if (first > 0 && before != U'\n' && before != U' ') return at + 1;
    std::vector<std::size_t> spaces;
    std::size_t next = at;
    while (next < text_.size() && text_[next] == ' ') {
      const char32_t c = at_or_zero(next + 1);
      if (!is_cjk(c) && !(c < 0x80 && is_digit(static_cast<char>(c)))) break;
      spaces.push_back(next);
      next += 1 + code_point_at(text_, next + 1).size;
    }
    const bool ends_clean = next >= text_.size() || !is_cjk(at_or_zero(next));
    if (spaces.size() < 3 || !ends_clean) return at + 1;
    for (const std::size_t s : spaces) replace(s, s + 1, "", "letter-spacing");
    return next;
  }

  std::string_view text_;
  std::vector<Edit>& edits_;
};

} // namespace

void find_character_edits(std::string_view text, std::vector<Edit>& edits) { CharacterRepairs(text, edits).run(); }

} // namespace zonekg
