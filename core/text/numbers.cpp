#include "core/text/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/text/character_set.hpp"

namespace zonekg {
namespace {

constexpr std::size_t max_arabic_size = 40;

struct Token {
  enum Kind { digit, zero, factor, arabic, point };
  Kind kind;
  double value;
  std::size_t begin, end;
};

// Longer runs than this are no figures.
struct Tokens {
  std::array<Token, 48> items;
  std::size_t count = 0;
  bool add(Token token) {
    if (count == items.size()) return false;
    items[count++] = token;
    return true;
  }
  const Token& operator[](std::size_t i) const { return items[i]; }
  const Token& last() const { return items[count - 1]; }
};

bool is_big(const Token& token) { return token.kind == Token::factor && token.value >= 1e4; }
bool is_small(const Token& token) { return token.kind == Token::factor && token.value < 1e4; }

bool is_approximation(char32_t c) { return c == U'余' || c == U'多' || c == U'来' || c == U'几'; }

// Three digits and no fourth: a group behind a comma.
bool is_thousands_group(std::string_view text, std::size_t at) {
  for (int i = 0; i < 3; ++i) {
    if (!is_ascii_digit(folded_or_zero(text, at))) return false;
    at += code_point_at(text, at).size;
  }
  return !is_ascii_digit(folded_or_zero(text, at));
}

struct Arabic {
  double value;
  std::size_t end;
  double unit; // of the last digit that is not 0
};

// The value of the last significant digit: 10 for 460, 0.1 for 1.2.
double last_digit_unit(std::string_view digits) {
  const std::size_t point = digits.find('.');
  const std::size_t whole = point == std::string_view::npos ? digits.size() : point;
  const std::size_t last = digits.find_last_not_of("0.");
  if (last == std::string_view::npos) return 1;
  const int power =
      last < whole ? static_cast<int>(whole - last) - 1 : static_cast<int>(whole) - static_cast<int>(last);
  return std::pow(10.0, power);
}

std::optional<Arabic> read_arabic(std::string_view text, std::size_t at) {
  std::array<char, max_arabic_size> digits;
  std::size_t count = 0, groups = 0;
  bool point = false;
  while (at < text.size()) {
    const CodePoint c = folded_at(text, at);
    if (count == digits.size()) return std::nullopt;
    const char32_t next = folded_or_zero(text, at + c.size);
    if (is_ascii_digit(c.value)) {
      digits[count++] = static_cast<char>(c.value);
    } else if (c.value == U',' && !point && (groups > 0 || count <= 3) && is_thousands_group(text, at + c.size)) {
      ++groups;
    } else if (c.value == U'.' && !point && is_ascii_digit(next)) {
      digits[count++] = '.';
      point = true;
    } else {
      break;
    }
    at += c.size;
  }
  double value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + count, value);
  if (read.ec != std::errc()) return std::nullopt;
  return Arabic{value, at, last_digit_unit({digits.data(), count})};
}

// Digits and factors of one numeral; 余/多/几 and what may follow them come later.
struct Reader {
  std::string_view text;
  std::size_t at;
  Tokens tokens;
  double arabic_unit = 0;
  bool point = false;
  bool well_formed = true;

  // Whether an Arabic run may stand here: at the start, after 万/千/百 (5万4千6百), or as decimals (一百点123).
  bool arabic_fits() const {
    return tokens.count == 0 || tokens.last().kind == Token::factor || tokens.last().kind == Token::point;
  }

  bool read_one() {
    const CodePoint c = folded_at(text, at);
    const std::size_t next = at + c.size;
    if (is_ascii_digit(c.value)) {
      if (!arabic_fits()) return false;
      const auto arabic = read_arabic(text, at);
      if (!arabic || (tokens.count > 0 && folded_or_zero(text, arabic->end) == U'年')) return false;
      arabic_unit = arabic->unit;
      return push({Token::arabic, arabic->value, at, arabic->end});
    }
    if (const int digit = chinese_digit(c.value); digit >= 0)
      return push({digit == 0 ? Token::zero : Token::digit, static_cast<double>(digit), at, next});
    if (const double factor = chinese_factor(c.value); factor > 0) return push({Token::factor, factor, at, next});
    const char32_t after = folded_or_zero(text, next);
    if (c.value == U'点' && tokens.count > 0 && !point && (chinese_digit(after) >= 0 || is_ascii_digit(after)) &&
        after != U'两') {
      point = true;
      return push({Token::point, 0, at, next});
    }
    return false;
  }
  bool push(Token token) {
    well_formed = well_formed && tokens.add(token);
    at = token.end;
    return well_formed;
  }
  void read() {
    while (at < text.size() && read_one()) {
    }
  }
};

// The value of a whole number, tokens [0, count). In a pair of digits (三四万) `second` takes the latter.
class Evaluation {
 public:
  Evaluation(const Tokens& tokens, std::size_t count, bool second) : tokens_(tokens), count_(count), second_(second) {}

  std::optional<double> run() {
    for (std::size_t i = 0; i < count_; ++i)
      if (!step(i)) return std::nullopt;
    if (digit_ >= 0) section_ += colloquial() ? digit_ * last_factor_ / 10 : digit_;
    return hundred_millions_ + ten_thousands_ + section_;
  }
  bool pair() const { return pair_; }

 private:
  bool step(std::size_t i) {
    const Token& token = tokens_[i];
    switch (token.kind) {
    case Token::zero:
      after_zero_ = true;
      return digit_ < 0 && (i > 0 || count_ == 1);
    case Token::digit:
    case Token::arabic:
      return take_digit(i, token.value);
    case Token::factor:
      return take_factor(token.value);
    case Token::point:
      return false;
    }
    return false;
  }
  bool take_digit(std::size_t i, double value) {
    if (digit_ < 0) {
      digit_ = value;
      after_factor_ = i > 0 && tokens_[i - 1].kind == Token::factor;
      return true;
    }
    const bool consecutive =
        tokens_[i].kind == Token::digit && tokens_[i - 1].kind == Token::digit && value == digit_ + 1;
    if (!consecutive || pair_) return false;
    pair_ = true;
    if (second_) digit_ = value;
    return true;
  }
  bool take_factor(double factor) {
    if (factor < 1e4) {
      section_ += (digit_ < 0 ? 1 : digit_) * factor;
    } else {
      if (digit_ >= 0) section_ += digit_;
      const bool lone = section_ == 0 && ten_thousands_ == 0;
      if (lone && hundred_millions_ > 0) return false;
      if (factor == 1e4) {
        ten_thousands_ += (lone ? 1 : section_) * 1e4;
      } else {
        hundred_millions_ += (lone ? 1 : ten_thousands_ + section_) * 1e8;
        ten_thousands_ = 0;
      }
      section_ = 0;
    }
    digit_ = -1;
    after_zero_ = false;
    last_factor_ = factor;
    return true;
  }
  // 四万五: the last digit counts in tenths of the factor before it.
  bool colloquial() const {
    return after_factor_ && !after_zero_ && last_factor_ > 10 && tokens_[count_ - 1].kind == Token::digit && !pair_;
  }

  const Tokens& tokens_;
  std::size_t count_;
  bool second_;
  double hundred_millions_ = 0, ten_thousands_ = 0, section_ = 0, digit_ = -1, last_factor_ = 0;
  bool after_zero_ = false, after_factor_ = false, pair_ = false;
};

// Digits behind 点: 二三一八 is .2318.
std::optional<double> decimals(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end) {
  double value = 0, unit = 0.1;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::arabic) {
      for (std::size_t at = token.begin; at < token.end; at += code_point_at(text, at).size, unit /= 10) {
        if (!is_ascii_digit(folded_at(text, at).value)) return std::nullopt;
        value += unit * (folded_at(text, at).value - U'0');
      }
    } else if (token.kind == Token::digit || token.kind == Token::zero) {
      value += unit * token.value;
      unit /= 10;
    } else {
      return std::nullopt;
    }
  }
  return value;
}

std::size_t find_point(const Tokens& tokens) {
  std::size_t i = 0;
  while (i < tokens.count && tokens[i].kind != Token::point) ++i;
  return i;
}

// The first token of the closing scale; the count of tokens when the number has none.
// 5千万: all factors; 三千五百万: 万; 万亿: itself; 一亿三千万 has none, since 亿 stands inside the number.
std::size_t find_scale(const Tokens& tokens, std::size_t point) {
  std::size_t begin = tokens.count;
  if (begin > 0 && is_big(tokens[0])) return 0;
  const bool all = (tokens.count > 0 && tokens[0].kind == Token::arabic) || point < tokens.count;
  while (begin > 1 && (all ? tokens[begin - 1].kind == Token::factor : is_big(tokens[begin - 1]))) --begin;
  for (std::size_t i = 0; i < begin; ++i)
    if (is_big(tokens[i]) && point == tokens.count) return tokens.count;
  for (std::size_t i = 0; all && point == tokens.count && i < begin; ++i)
    if (is_small(tokens[i])) return tokens.count;
  return begin;
}

// What 余 and 多 may add: one unit of the last digit that counts, 10 for 460余, 100 for 三百多.
double chinese_unit(const Tokens& tokens, std::size_t end) {
  if (end == 0) return 1;
  return is_small(tokens[end - 1]) ? tokens[end - 1].value : 1;
}

// Sets mantissa, scale and shape from the tokens; false when they are malformed.
bool evaluate(const Reader& reader, Numeral& numeral) {
  const Tokens& tokens = reader.tokens;
  const std::size_t point = find_point(tokens);
  const std::size_t scale = find_scale(tokens, point);
  const std::size_t whole_end = point < tokens.count ? point : scale;
  Evaluation low(tokens, whole_end, false);
  const auto whole = scale == 0 ? std::optional<double>(1) : low.run();
  if (!whole) return false;
  numeral.mantissa = *whole;
  numeral.pair = low.pair();
  if (point < tokens.count) {
    const auto rest = decimals(reader.text, tokens, point + 1, scale);
    if (!rest) return false;
    numeral.mantissa += *rest;
  }
  for (std::size_t i = scale; i < tokens.count; ++i) {
    if (tokens[i].kind != Token::factor) return false;
    numeral.scale *= tokens[i].value;
  }
  // No figure of a report is larger: 亿亿亿 is a slip or a test of nerves.
  if (!(std::fabs(numeral.value()) < 1e24)) return false;
  numeral.scale_begin = scale < tokens.count ? tokens[scale].begin : reader.at;
  numeral.scale_end = reader.at;
  numeral.end = reader.at;
  if (numeral.pair) {
    Evaluation high(tokens, whole_end, true);
    numeral.spread = (high.run().value_or(*whole) - *whole) * numeral.scale;
  }
  return true;
}

void describe(const Reader& reader, Numeral& numeral) {
  const Tokens& tokens = reader.tokens;
  numeral.tokens = static_cast<unsigned>(tokens.count);
  numeral.lone = numeral.chinese = true;
  for (std::size_t i = 0; i < tokens.count; ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::arabic) numeral.chinese = false;
    if (token.kind != Token::factor) numeral.lone = false;
    if (token.kind == Token::factor || token.kind == Token::point) numeral.has_factor = true;
  }
}

// 万, 亿, 万亿 (and 千万, 百万 after 余) behind the word of approximation.
void read_late_scale(std::string_view text, Numeral& numeral) {
  std::size_t at = numeral.end;
  double scale = 1;
  for (int i = 0; i < 3 && at < text.size(); ++i) {
    const CodePoint c = code_point_at(text, at);
    const double factor = chinese_factor(c.value);
    if (factor < 100) break;
    scale *= factor;
    at += c.size;
  }
  if (at == numeral.end) return;
  numeral.scale_begin = numeral.end;
  numeral.scale_end = numeral.end = at;
  numeral.scale *= scale;
  numeral.spread *= scale;
  numeral.has_factor = true;
}

// 460余万, 十几万, 5亿多.
void read_approximation(const Reader& reader, Numeral& numeral) {
  if (numeral.pair || numeral.end >= reader.text.size()) return;
  const CodePoint c = code_point_at(reader.text, numeral.end);
  if (!is_approximation(c.value)) return;
  const char32_t next = code_point_or_zero(reader.text, numeral.end + c.size);
  if (c.value == U'来' &&
      !(chinese_factor(next) >= 1e4 || next == U'个' || next == U'家' || next == U'人' || next == U'年'))
    return;
  if (c.value == U'几' && reader.tokens.last().kind == Token::arabic && numeral.mantissa < 10) return;
  const bool unscaled = numeral.scale_begin == numeral.scale_end;
  const double unit = reader.arabic_unit > 0 ? reader.arabic_unit
                      : numeral.lone         ? numeral.mantissa
                                             : chinese_unit(reader.tokens, reader.tokens.count);
  numeral.spread = unscaled ? unit : (reader.arabic_unit > 0 ? reader.arabic_unit : 1) * numeral.scale;
  numeral.approximate = true;
  numeral.end += c.size;
  if (unscaled) read_late_scale(reader.text, numeral);
}

// 数十亿, 几百万: factors only, one to ten times.
std::optional<Numeral> parse_several(std::string_view text, std::size_t at, std::size_t digits) {
  Reader reader{text, digits, {}};
  reader.read();
  Numeral numeral;
  numeral.begin = at;
  if (reader.tokens.count == 0) return std::nullopt;
  describe(reader, numeral);
  if (!numeral.lone || !evaluate(reader, numeral)) return std::nullopt;
  numeral.lone = false;
  numeral.approximate = true;
  numeral.spread = 9 * numeral.value();
  return numeral;
}

// XX, ××, **, XX.X, **00, 1X: at least one character blacked out.
std::optional<Numeral> parse_redacted(std::string_view text, std::size_t at) {
  Numeral numeral;
  numeral.begin = at;
  std::size_t blacked = 0, size = 0;
  while (at < text.size() && size < 8) {
    const CodePoint c = folded_at(text, at);
    if (is_redaction(c.value))
      ++blacked;
    else if (!is_ascii_digit(c.value) && !(c.value == U'.' && size > 0))
      break;
    at += c.size;
    ++size;
  }
  if (blacked == 0 || size == 8) return std::nullopt;
  numeral.redacted = true;
  numeral.mantissa = std::numeric_limits<double>::quiet_NaN();
  numeral.end = at;
  const char32_t next = code_point_or_zero(text, at);
  if (next == U'余' || next == U'多') numeral.end += code_point_at(text, at).size;
  numeral.scale_begin = numeral.scale_end = numeral.end;
  read_late_scale(text, numeral);
  return numeral;
}

// 3×5米 multiplies, 1X亿元 is blacked out.
bool is_blacked_out(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && at - begin < 16 && is_redaction(folded_at(text, at).value))
    at += code_point_at(text, at).size;
  return at > begin && !is_ascii_digit(folded_or_zero(text, at));
}

std::size_t skip_sign(std::string_view text, std::size_t at) {
  const CodePoint c = folded_at(text, at);
  if (c.value != U'-' && c.value != U'负' && c.value != 0x2212) return at;
  return c.value == U'负' ? skip_spaces(text, at + c.size, 1) : at + c.size;
}

} // namespace

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t limit) {
  for (; limit > 0 && at < text.size(); --limit) {
    const CodePoint c = folded_at(text, at);
    if (c.value != U' ' && c.value != U'\t' && c.value != 0xA0) break;
    at += c.size;
  }
  return at;
}

std::size_t skip_range_sign(std::string_view text, std::size_t at) {
  const std::size_t sign = skip_spaces(text, at, 1);
  if (sign >= text.size()) return at;
  constexpr std::u32string_view signs = U"-－—–─~～至到―−";
  const CodePoint c = folded_at(text, sign);
  if (signs.find(c.value) == std::u32string_view::npos) return at;
  std::size_t end = sign + c.size;
  if (c.value == U'—' && folded_or_zero(text, end) == U'—') end += c.size;
  return skip_spaces(text, end, 1);
}

bool may_begin_numeral(char32_t c) {
  static constexpr CharacterSet openings(U"0123456789零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖"
                                         U"十拾百佰千仟万萬亿億负数几Xx×*╳");
  return openings.contains(c);
}

std::optional<Numeral> parse_numeral(std::string_view text, std::size_t at) {
  const char32_t first = folded_or_zero(text, at);
  if (first == U'数' || first == U'几') return parse_several(text, at, at + code_point_at(text, at).size);
  if (is_redaction(first)) return parse_redacted(text, at);
  Numeral numeral;
  numeral.begin = at;
  const std::size_t digits = skip_sign(text, at);
  Reader reader{text, digits, {}};
  reader.read();
  if (reader.tokens.count == 0 || !reader.well_formed) return std::nullopt;
  describe(reader, numeral);
  if (!numeral.chinese && is_blacked_out(text, reader.at)) return parse_redacted(text, digits);
  if (!evaluate(reader, numeral)) return std::nullopt;
  read_approximation(reader, numeral);
  if (digits != at) {
    numeral.mantissa = -numeral.mantissa;
    numeral.spread = -numeral.spread;
  }
  return numeral;
}

std::size_t skip_numeral_run(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = folded_at(text, at);
    if (!may_begin_numeral(c.value)) break;
    at += c.size;
  }
  return at;
}

} // namespace zonekg
