#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

#include "core/text/layers.hpp"
#include "core/text/numbers.hpp"
#include "core/text/periods.hpp"
#include "core/text/quantities_context.hpp"
#include "core/text/units.hpp"

namespace zonekg {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

// A numeral and the unit behind it.
struct Amount {
  Numeral numeral;
  std::optional<Unit> unit;
  std::size_t unit_begin = 0;
  std::size_t end = 0;
};

std::optional<Unit> unit_at(std::string_view text, std::size_t at, const Numeral& numeral) {
  auto unit = match_unit(text, at);
  if (!unit) return unit;
  // 3方 are parties, 3万方 are cubic metres; 成 counts tenths.
  if (unit->text == "方" && numeral.scale < 1e4 && !text.substr(0, numeral.begin).ends_with("方")) return std::nullopt;
  if (unit->text == "成" && (numeral.mantissa > 10 || numeral.scale != 1)) return std::nullopt;
  return unit;
}

Amount amount_of(std::string_view text, const Numeral& numeral) {
  Amount amount{numeral, std::nullopt, numeral.end, numeral.end};
  const std::size_t unit_begin = skip_spaces(text, numeral.end);
  amount.unit = unit_at(text, unit_begin, numeral);
  if (amount.unit) {
    amount.unit_begin = unit_begin;
    amount.end = unit_begin + amount.unit->text.size();
  }
  return amount;
}

std::optional<Amount> parse_amount(std::string_view text, std::size_t at) {
  const auto numeral = parse_numeral(text, at);
  return numeral ? std::optional(amount_of(text, *numeral)) : std::nullopt;
}

// 万吨, 亿元: the scale and the unit in canonical spelling.
std::string unit_name(std::string_view text, const Numeral& numeral, std::string_view canonical) {
  return std::string(text.substr(numeral.scale_begin, numeral.scale_end - numeral.scale_begin)) +
         std::string(canonical);
}

void set_name(zkg_quantity& row, std::string_view name) {
  std::size_t size = std::min(name.size(), sizeof row.unit_name - 1);
  while (size > 0 && size < name.size() && is_continuation(name[size])) --size;
  name.copy(row.unit_name, size);
}

// 1.1 times 10^8 is 110,000,000: without the last bits that the multiplication leaves behind.
double exact_product(double value, double factor) {
  const double product = value * factor, whole = std::round(product);
  return std::abs(product - whole) <= 1e-9 * std::abs(product) ? whole : product;
}

zkg_quantity make_row(std::size_t begin, std::size_t end, int kind, double value, double factor) {
  zkg_quantity row{};
  row.span = {offset(begin), offset(end)};
  row.kind = kind;
  row.value = value;
  row.base_value = row.lower = row.upper = exact_product(value, factor);
  return row;
}

void set_unit(zkg_quantity& row, std::string_view text, const Amount& amount) {
  const Unit& unit = *amount.unit;
  const bool scaled = amount.numeral.scale_begin < amount.numeral.scale_end;
  row.unit = {offset(scaled ? amount.numeral.scale_begin : amount.unit_begin), offset(amount.end)};
  unit.currency.copy(row.currency, sizeof row.currency - 1);
  set_name(row, unit_name(text, amount.numeral, unit.canonical));
}

void widen(zkg_quantity& row, double spread) {
  if (spread == 0) return;
  row.lower = std::min(row.base_value, row.base_value + spread);
  row.upper = std::max(row.base_value, row.base_value + spread);
}

void apply_bounds(zkg_quantity& row, std::uint32_t flags) {
  row.flags |= flags;
  if (flags & ZKG_Q_AT_LEAST) row.upper = infinity;
  if (flags & ZKG_Q_AT_MOST) row.lower = -infinity;
}

void redact(zkg_quantity& row) {
  row.flags |= ZKG_Q_REDACTED;
  row.value = row.base_value = not_a_number;
  row.lower = -infinity;
  row.upper = infinity;
}

class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::vector<zkg_quantity> run() {
    std::size_t at = 0;
    while (at < text_.size()) at = step(at);
    return std::move(rows_);
  }

 private:
  std::size_t step(std::size_t at) {
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (lead < 0x80) return step_ascii(at, text_[at]);
    const CodePoint raw = code_point_at(text_, at);
    const char32_t c = folded(raw.value);
    const bool begins = may_begin_numeral(c) || may_begin_currency_prefix(c) || c == 0x2212 || c == U'-';
    return begins ? take(at, raw.size) : at + raw.size;
  }
  std::size_t step_ascii(std::size_t at, char c) {
    if (is_digit(c) || c == '-' || c == '$' || c == '*') return take(at, 1);
    if (!is_latin(c)) return at + 1;
    if (may_begin_currency_prefix(static_cast<unsigned char>(c)) || c == 'X' || c == 'x') {
      const std::size_t end = take(at, 0);
      if (end != at) return end;
    }
    return skip_code(at);
  }
  // Letters and the digits in them: V95, 5G, ISO9001.
  std::size_t skip_code(std::size_t at) const {
    while (at < text_.size() && (is_latin(text_[at]) || is_digit(text_[at]))) ++at;
    return at;
  }

  // Where to go on: behind the quantity at `at`, or behind what cannot be one.
  std::size_t take(std::size_t at, std::size_t otherwise) {
    const char32_t c = folded_at(text_, at).value;
    if (is_times(at)) return at + code_point_at(text_, at).size;
    if (may_begin_currency_prefix(c))
      if (const auto end = currency_first(at)) return *end;
    if (!may_begin_numeral(c) && !is_minus(at)) return at + otherwise;
    if (const std::size_t end = match_calendar(text_, at); end != at) return end;
    const auto numeral = parse_numeral(text_, at);
    if (numeral) {
      if (const auto end = fraction(at, *numeral)) return *end;
      if (const auto end = figure(*numeral)) return *end;
    }
    if (is_redaction(c)) return is_latin(text_[at]) ? at + otherwise : skip_numeral_run(text_, at);
    if (c == U'数' || c == U'几') return at + otherwise;
    return std::max(behind_rejected(at, numeral), at + otherwise);
  }
  std::size_t behind_rejected(std::size_t at, const std::optional<Numeral>& numeral) const {
    const std::size_t end = numeral ? numeral->end : skip_numeral_run(text_, at);
    const char32_t next = folded_or_zero(text_, end);
    return is_ascii_letter(next) && is_digit(text_[end - 1]) && !is_redaction(next) ? skip_code(end) : end;
  }
  // A minus of its own, not a dash between figures or a bullet.
  bool is_minus(std::size_t at) const {
    const CodePoint c = folded_at(text_, at);
    if (c.value != U'-' && c.value != 0x2212) return false;
    const char32_t before = folded_before(text_, at);
    return is_ascii_digit(folded_or_zero(text_, at + c.size)) && !is_ascii_digit(before) && !is_ascii_letter(before) &&
           before != U'-' && before != U')' && before != U'%' && before != U'月' && before != U'年' && before != U'日';
  }

  // ¥100万, US$5000, CNY 1.25, 港币两千元.
  std::optional<std::size_t> currency_first(std::size_t at) {
    const auto currency = match_currency_prefix(text_, at);
    if (!currency) return std::nullopt;
    const std::size_t figure = skip_spaces(text_, at + currency->text.size(), 1);
    if (figure >= text_.size() || !may_begin_numeral(folded_at(text_, figure).value)) return std::nullopt;
    auto amount = parse_amount(text_, figure);
    if (!amount || amount->numeral.lone || (!amount->unit && amount->numeral.chinese)) return std::nullopt;
    if (amount->unit && amount->unit->kind != ZKG_Q_MONEY) return std::nullopt;
    const bool own = amount->unit && amount->unit->canonical != "元";
    const double factor = amount->numeral.scale * (amount->unit ? amount->unit->factor : 1);
    zkg_quantity row = make_row(at, amount->end, ZKG_Q_MONEY, amount->numeral.mantissa, factor);
    if (!own) {
      row.unit = {offset(at), offset(at + currency->text.size())};
      currency->currency.copy(row.currency, 3);
      set_name(row, unit_name(text_, amount->numeral, currency->canonical));
    } else {
      set_unit(row, text_, *amount);
    }
    finish(row, amount->numeral, factor / amount->numeral.scale);
    return add(row, false);
  }

  // 百分之五, 千分之一, 三分之一, 1/3.
  std::optional<std::size_t> fraction(std::size_t at, const Numeral& below) {
    if (below.redacted || below.approximate) return std::nullopt;
    if (folded_or_zero(text_, below.end) == U'/') return stroke_fraction(at, below);
    if (!starts_at(text_, below.end, "分")) return std::nullopt;
    const bool full = starts_at(text_, below.end, "分之");
    const auto above = full ? parse_numeral(text_, below.end + 6) : parse_numeral(text_, below.end + 3);
    const double parts = std::fabs(below.value());
    const bool per_cent = below.lone && (parts == 100 || parts == 1000 || parts == 1e4);
    if (!above || parts == 0 || (!full && !(per_cent && above->has_factor && above->tokens > 1))) return std::nullopt;
    const double sign = below.value() < 0 ? -1 : 1;
    if (per_cent) return per_cent_words(at, *above, sign, parts);
    return add(make_row(at, above->end, ZKG_Q_NUMBER, sign * above->value() / parts, 1), false);
  }
  std::optional<std::size_t> per_cent_words(std::size_t at, const Numeral& above, double sign, double parts) {
    const double factor = 100 / parts;
    zkg_quantity row = make_row(at, above.end, ZKG_Q_PERCENT, sign * above.value(), factor);
    set_name(row, parts == 100 ? "%" : parts == 1000 ? "‰" : "‱");
    row.unit = {offset(at), offset(above.begin)};
    widen(row, above.spread * factor);
    if (above.approximate) row.flags |= ZKG_Q_APPROXIMATE;
    std::size_t next = skip_range_sign(text_, above.end);
    if (next == above.end) return add(row, false);
    if (starts_at(text_, next, text_.substr(at, above.begin - at))) next += above.begin - at;
    const auto high = parse_numeral(text_, next);
    if (high && high->value() > above.value() && high->value() <= parts && !match_unit(text_, high->end)) {
      row.span.end = offset(high->end);
      row.upper = high->value() * factor;
      row.flags |= ZKG_Q_RANGE;
    }
    return add(row, false);
  }
  std::optional<std::size_t> stroke_fraction(std::size_t at, const Numeral& above) {
    const std::size_t begin = above.end + code_point_at(text_, above.end).size;
    if (begin >= text_.size() || !is_ascii_digit(folded_at(text_, begin).value)) return std::nullopt;
    const auto below = parse_numeral(text_, begin);
    if (!below || above.has_factor || below->has_factor || below->value() > 1000 || above.value() < 1 ||
        above.value() >= below->value() || std::floor(above.value()) != above.value() ||
        std::floor(below->value()) != below->value() || is_part_of_code(at, below->end))
      return std::nullopt;
    return add(make_row(at, below->end, ZKG_Q_NUMBER, above.value() / below->value(), 1), false);
  }
  bool is_part_of_code(std::size_t begin, std::size_t end) const {
    constexpr std::u32string_view joins = U"/.-:+年月日号";
    const char32_t before = folded_before(text_, begin), after = folded_or_zero(text_, end);
    return is_ascii_letter(before) || is_ascii_letter(after) || joins.find(before) != std::u32string_view::npos ||
           joins.find(after) != std::u32string_view::npos;
  }

  std::optional<std::size_t> figure(const Numeral& numeral) {
    const Amount low = amount_of(text_, numeral);
    if (is_rank(low)) return rank(low);
    if (const auto end = range(low)) return end;
    return accepts(low) ? std::optional(add_amount(low)) : std::nullopt;
  }

  bool is_rank(const Amount& amount) const {
    if (!text_.substr(0, amount.numeral.begin).ends_with("第") || amount.numeral.has_factor) return false;
    return (amount.unit && (amount.unit->text == "位" || amount.unit->text == "名")) ||
           (!amount.unit && in_rank_context(text_, amount.numeral.begin - 3));
  }
  std::size_t rank(const Amount& amount) {
    zkg_quantity row = make_row(amount.numeral.begin - 3, amount.end, ZKG_Q_RANK, amount.numeral.value(), 1);
    if (amount.unit) set_unit(row, text_, amount);
    return add(row, false);
  }

  bool accepts(const Amount& amount) const {
    const Numeral& numeral = amount.numeral;
    const char32_t before = folded_before(text_, numeral.begin);
    if (numeral.redacted) return accepts_redacted(amount, before);
    const bool multiplied = numeral.begin > 0 && is_times(previous_code_point(text_, numeral.begin));
    if (before == U'第' || (is_ascii_letter(before) && !multiplied)) return false;
    if (!numeral.chinese) return amount.unit ? accepts_unit(amount) : accepts_bare(numeral);
    if (!amount.unit && is_list_number(text_, numeral.begin, numeral.end)) return false;
    return counts_something(text_, numeral, amount.unit ? &*amount.unit : nullptr);
  }
  // 2×300MW, 3*5米: a sign that also blacks out, but between two figures. X is left out: 5X3亿元 is one figure.
  bool is_times(std::size_t at) const {
    const CodePoint sign = folded_at(text_, at);
    return sign.value != U'X' && is_redaction(sign.value) && is_ascii_digit(folded_before(text_, at)) &&
           is_ascii_digit(folded_or_zero(text_, at + sign.size));
  }
  bool accepts_unit(const Amount& amount) const {
    const Numeral& numeral = amount.numeral;
    if (amount.unit->text == "年" && numeral.value() >= 1000) return false;
    if (!numeral.approximate && is_padded(numeral)) return false;
    const char32_t before = folded_before(text_, numeral.begin);
    // The minutes of a time of day.
    return !(amount.unit->text == "分" && (before == U'时' || before == U'点' || before == U':'));
  }
  bool accepts_bare(const Numeral& numeral) const {
    if (numeral.scale != 1 || numeral.has_factor) return true;
    if (numeral.end - numeral.begin > 24 || is_padded(numeral)) return false;
    if (numeral.value() >= 1e12 && std::floor(numeral.value()) == numeral.value() && !has_comma(numeral)) return false;
    return !is_list_number(text_, numeral.begin, numeral.end) && !is_identifier(text_, numeral.begin, numeral.end) &&
           !is_bare_year(text_, numeral.begin, numeral.end) && !leads_to_identifier(text_, numeral.end);
  }
  bool has_comma(const Numeral& numeral) const {
    return text_.substr(numeral.begin, numeral.end - numeral.begin).find(',') != std::string_view::npos;
  }
  // 0712: a code.
  bool is_padded(const Numeral& numeral) const {
    return text_[numeral.begin] == '0' && numeral.end - numeral.begin > 1 && is_digit(text_[numeral.begin + 1]);
  }
  bool accepts_redacted(const Amount& amount, char32_t before) const {
    if (is_ascii_letter(before) || is_ascii_digit(before) || before == U'-' || is_redaction(before)) return false;
    if (!amount.unit) return amount.numeral.scale >= 1e4;
    if (is_latin(amount.unit->text[0])) return false;
    constexpr std::u32string_view counted = U"个家项户宗条座栋名台套件次幢处批辆";
    switch (amount.unit->kind) {
    case ZKG_Q_COUNT:
      return amount.numeral.scale > 1 ||
             counted.find(code_point_at(amount.unit->text, 0).value) != std::u32string_view::npos;
    case ZKG_Q_OTHER:
      return amount.unit->text == "倍";
    case ZKG_Q_DURATION:
      return amount.unit->text == "个月";
    case ZKG_Q_PERCENT:
      return amount.unit->text != "成";
    default:
      return true;
    }
  }

  // 10-15万千瓦, 1万-5万元, 20和30之间.
  std::optional<std::size_t> range(const Amount& low) {
    if (low.numeral.redacted || low.numeral.lone || low.numeral.pair || !accepts_low_end(low)) return std::nullopt;
    std::size_t next = skip_range_sign(text_, low.end);
    const bool between = next == low.end;
    if (between) {
      if (!starts_at(text_, next, "和") && !starts_at(text_, next, "与")) return std::nullopt;
      next += 3;
    }
    if (next >= text_.size() || !may_begin_numeral(folded_at(text_, next).value)) return std::nullopt;
    if (match_calendar(text_, next) != next) return std::nullopt;
    auto high = parse_amount(text_, next);
    if (between && high && high->unit && high->unit->text == "间")
      *high = {high->numeral, std::nullopt, high->numeral.end, high->numeral.end};
    if (!high || high->numeral.redacted || high->numeral.lone || high->numeral.begin != next ||
        high->numeral.approximate)
      return std::nullopt;
    if (between && !starts_at(text_, high->end, "之间") && !starts_at(text_, high->end, "间")) return std::nullopt;
    return add_range(low, *high);
  }
  bool accepts_low_end(const Amount& low) const {
    const char32_t before = folded_before(text_, low.numeral.begin);
    if (before == U'第' || before == U'-' || before == U'+' || is_ascii_letter(before)) return false;
    // 从5亿元到10亿元 tells a change.
    return !(low.unit && (before == U'由' || before == U'从')) && (low.numeral.chinese || !is_padded(low.numeral));
  }
  std::optional<std::size_t> add_range(const Amount& low, const Amount& high) {
    if (low.unit && (!high.unit || high.unit->kind != low.unit->kind)) return std::nullopt;
    const double factor = high.unit ? high.unit->factor : 1;
    double first = low.numeral.value() * (low.unit ? low.unit->factor : factor);
    const double second = high.numeral.value() * factor;
    const bool shares_scale = !low.unit && low.numeral.scale == 1 && first * high.numeral.scale < second;
    if (shares_scale) first *= high.numeral.scale;
    if (!(first < second)) return std::nullopt;
    Amount whole = high;
    whole.numeral.begin = low.numeral.begin;
    if (!high.unit && !accepts_bare_range(low, high)) return std::nullopt;
    if (high.unit && low.numeral.chinese && !low.unit && !counts_something(text_, low.numeral, &*high.unit))
      return std::nullopt;
    const bool own_scale = !shares_scale && (low.unit || low.numeral.scale != 1);
    const Amount& named = own_scale ? low : high;
    zkg_quantity row = compose(whole);
    row.value = low.numeral.mantissa;
    row.base_value = row.lower = first;
    row.upper = second;
    if (own_scale && high.unit && row.kind != ZKG_Q_RATE) name_by(row, named, high);
    row.flags |= ZKG_Q_RANGE;
    return add(row, true);
  }
  // The value is the low end's, so is the name of its unit: 1万 of 1万-5万元 is in 万元.
  void name_by(zkg_quantity& row, const Amount& low, const Amount& high) const {
    std::memset(row.unit_name, 0, sizeof row.unit_name);
    set_name(row, unit_name(text_, low.numeral, low.unit ? low.unit->canonical : high.unit->canonical));
  }
  bool accepts_bare_range(const Amount& low, const Amount& high) const {
    if (low.numeral.chinese != high.numeral.chinese) return false;
    if (low.numeral.chinese) return low.numeral.has_factor && high.numeral.has_factor;
    return accepts_bare(high.numeral) && !is_identifier_start(low.numeral) && !is_padded(high.numeral);
  }
  bool is_identifier_start(const Numeral& numeral) const {
    const char32_t before = folded_before(text_, numeral.begin);
    return before == U':' || before == U'/' || before == U'.' || before == U'号';
  }

  zkg_quantity compose(const Amount& amount) {
    const Numeral& numeral = amount.numeral;
    if (!amount.unit) return compose_bare(numeral);
    const Unit& unit = *amount.unit;
    zkg_quantity row = make_row(numeral.begin, amount.end, unit.kind, numeral.mantissa, numeral.scale * unit.factor);
    set_unit(row, text_, amount);
    if (unit.text == "度" && (numeral.scale >= 1e4 || in_electricity_context(text_, numeral.begin, amount.end))) {
      row.kind = ZKG_Q_ENERGY;
      row.base_value = row.lower = row.upper = numeral.value() * 1000;
    }
    finish(row, numeral, unit.factor);
    take_denominator(row, unit);
    return row;
  }
  zkg_quantity compose_bare(const Numeral& numeral) {
    zkg_quantity row = make_row(numeral.begin, numeral.end, ZKG_Q_NUMBER, numeral.mantissa, numeral.scale);
    if (numeral.scale_begin < numeral.scale_end) {
      row.unit = {offset(numeral.scale_begin), offset(numeral.scale_end)};
      const bool money = numeral.scale >= 1e4 && in_money_context(text_, numeral.begin);
      if (money) {
        row.kind = ZKG_Q_MONEY;
        std::string_view("CNY").copy(row.currency, 3);
      }
      set_name(row, unit_name(text_, numeral, money ? "元" : ""));
    }
    finish(row, numeral, 1);
    return row;
  }
  // 余 and 多 inside, 几, and what is blacked out.
  void finish(zkg_quantity& row, const Numeral& numeral, double factor) const {
    if (numeral.approximate) row.flags |= ZKG_Q_APPROXIMATE;
    if (numeral.pair) row.flags |= ZKG_Q_RANGE;
    widen(row, numeral.spread * factor);
    if (numeral.redacted) redact(row);
  }

  // 万吨/年, 元/亩, and the rate that stands in front: 日处理4万吨.
  void take_denominator(zkg_quantity& row, const Unit& unit) {
    std::string name = row.unit_name;
    const bool physical =
        row.kind >= ZKG_Q_COUNT && row.kind <= ZKG_Q_ENERGY && row.kind != ZKG_Q_AREA && row.kind != ZKG_Q_LENGTH;
    std::string_view stroke = text_.substr(row.span.end, 3);
    const std::size_t skip = stroke.starts_with("/") ? 1 : stroke == "／" ? 3 : 0;
    const auto below = skip > 0 ? match_denominator(text_, row.span.end + skip) : std::nullopt;
    if (below) {
      row.span.end = row.unit.end = offset(row.span.end + skip + below->text.size());
      row.kind = below->time ? ZKG_Q_RATE : ZKG_Q_OTHER;
      name.append("/").append(below->canonical);
    } else if (physical && unit.text != "人" && unit.text != "家" && unit.text != "户" && unit.text != "项") {
      const std::string_view time = rate_context(text_, row.span.begin);
      if (time.empty()) return;
      row.kind = ZKG_Q_RATE;
      name.append("/").append(time);
    } else {
      return;
    }
    std::memset(row.unit_name, 0, sizeof row.unit_name);
    set_name(row, name);
  }

  std::size_t add_amount(const Amount& amount) {
    zkg_quantity row = compose(amount);
    // 3年多
    if (row.kind == ZKG_Q_DURATION && starts_at(text_, row.span.end, "多")) {
      row.flags |= ZKG_Q_APPROXIMATE;
      row.span.end += 3;
    }
    return add(row, amount.numeral.lone || amount.numeral.approximate);
  }
  std::size_t add(zkg_quantity row, bool factors_only) {
    apply_bounds(row, find_bounds(text_, row.span.begin, row.span.end, factors_only));
    rows_.push_back(row);
    return row.span.end;
  }

  std::string_view text_;
  std::vector<zkg_quantity> rows_;
};

} // namespace

std::vector<zkg_quantity> find_quantities(std::string_view text) { return Scan(text).run(); }

} // namespace zonekg
