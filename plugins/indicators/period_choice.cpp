#include "plugins/indicators/period_choice.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>

#include "core/kit/lattice.hpp"

namespace zonekg {
namespace {

using kit::Features;
using kit::Range;
using kit::Reading;

constexpr std::string_view model = "fact:period";
constexpr std::uint32_t base = 2700;
constexpr std::size_t most_in_sentence = 3, most_carried = 3; // periods looked at before a figure: in its sentence, before that
constexpr std::size_t most_headings = 4, all = ~std::size_t{0};
constexpr std::size_t most_rows = 200; // looked at in one stretch: it may hold any number of periods that nothing resolves

enum class Source : std::uint64_t { sentence, after, carried, heading, document, published_year, published_month, year_before, none, column };

std::int32_t year_of(std::int32_t date) { return date / 10000; }
zkg_interval whole_year(std::int32_t year) { return {year * 10000 + 101, year * 10000 + 1231}; }

class Collector {
 public:
  Collector(const Observation& observation, std::size_t modality, const kit::Relater& relater)
      : reading_(relater.reading()), observation_(observation), modality_(modality), relater_(relater) {}

  std::vector<PeriodOption> collect() {
    for (const zkg_period* p : first_periods(observation_.column, 1)) add_words(*p, Source::column, 0);
    from_sentence();
    from_before();
    from_headings();
    const zkg_interval own = reading_.document().period();
    if (is_told(own)) add(own, Source::document, 0);
    if (const std::int32_t published = reading_.document().published()) {
      const std::int32_t month = published / 100 * 100 + 1;
      add(whole_year(year_of(published)), Source::published_year, 0);
      if (published / 100 % 100) add({month, month}, Source::published_month, 0);
      add(whole_year(year_of(published) - 1), Source::year_before, 0);
    }
    add({0, 0}, Source::none, 0);
    return std::move(options_);
  }

 private:
  void from_sentence() {
    const std::uint32_t sentence = reading_.sentence_at(observation_.metric.begin);
    if (sentence == kit::none) return;
    const Range whole = reading_.sentence_range(sentence);
    const auto before = last_periods({whole.begin, observation_.metric.begin}, most_in_sentence);
    for (std::size_t i = 0; i < before.size(); ++i) add_words(*before[i], Source::sentence, i);
    const auto after = first_periods({observation_.metric.begin, whole.end}, 1);
    found_after_ = after.size() << 2 | before.size();
    if (!after.empty()) add_words(*after.front(), Source::after, 0);
    found_in_sentence_ = !before.empty();
  }

  void from_before() {
    const std::uint32_t sentence = reading_.sentence_at(observation_.metric.begin);
    if (sentence == kit::none) return;
    constexpr std::uint32_t sentences = 6;
    std::size_t found = 0;
    for (std::uint32_t back = sentence; back-- > 0 && sentence - back <= sentences && found < most_carried;)
      for (const zkg_period* p : last_periods(reading_.sentence_range(back), most_carried - found)) add_words(*p, Source::carried, found++);
  }

  void from_headings() {
    std::size_t depth = 0;
    reading_.each_section_over(observation_.metric.begin, [&](const zkg_section& section) {
      if (!empty(section.heading))
        for (const zkg_period* p : first_periods(reading_.range(section.heading), all)) add_words(*p, Source::heading, depth);
      return ++depth < most_headings;
    });
  }

  [[nodiscard]] static bool is_inside(const zkg_period& period, zkg_span where) {
    return period.span.end <= where.end && is_told(period.interval);
  }

  // Known periods in a range, the first or the last so many: a sentence may go on without end.
  [[nodiscard]] std::vector<const zkg_period*> first_periods(Range where, std::size_t most) const {
    const zkg_span span = reading_.span(where);
    const auto& periods = reading_.periods();
    std::vector<const zkg_period*> found;
    const std::size_t first = kit::first_row_from(periods, span.begin), last = std::min(periods.size(), first + most_rows);
    for (std::size_t i = first; i < last && periods[i].span.begin < span.end && found.size() < most; ++i)
      if (is_inside(periods[i], span)) found.push_back(&periods[i]);
    return found;
  }

  // The last one first.
  [[nodiscard]] std::vector<const zkg_period*> last_periods(Range where, std::size_t most) const {
    const zkg_span span = reading_.span(where);
    const auto& periods = reading_.periods();
    std::vector<const zkg_period*> found;
    const std::size_t end = kit::first_row_from(periods, span.end), last = end - std::min(end, most_rows);
    for (std::size_t i = end; i-- > last && periods[i].span.begin >= span.begin && found.size() < most;)
      if (is_inside(periods[i], span)) found.push_back(&periods[i]);
    return found;
  }

  // 截至9月: a month may also stand for all months up to it.
  void add_words(const zkg_period& period, Source source, std::size_t rank) {
    add(period.interval, source, rank, &period);
    const std::int32_t start = year_of(period.interval.end) * 10000 + 101;
    if (months_in(period.interval) <= 3 && start / 100 != period.interval.start / 100) add({start, period.interval.end}, source, rank, &period, true);
  }

  void add(zkg_interval interval, Source source, std::size_t rank, const zkg_period* words = nullptr, bool up_to = false) {
    PeriodOption& option = options_.emplace_back();
    option.interval = interval;
    const auto feature = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
      option.features.push_back(kit::feature(base + kind, a, b, c));
    };
    const std::uint64_t where = static_cast<std::uint64_t>(source) << 8 | rank << 1 | (up_to ? 1U : 0U);
    const std::uint64_t length = months_in(interval), stands = against(interval, reading_.document().period());
    feature(0, where, found_in_sentence_);
    feature(1, where, length);
    feature(2, stands, length, static_cast<std::uint64_t>(source));
    feature(3, stands, up_to);
    feature(4, where, reading_.word_hash(reading_.word_at(observation_.metric.begin)));
    feature(5, where, static_cast<std::uint64_t>(reading_.role_at(observation_.metric.begin)));
    const std::int32_t published = reading_.document().published();
    feature(6, static_cast<std::uint64_t>(source), published == 0 || !is_told(interval) ? 9 : static_cast<std::uint64_t>(std::clamp(year_of(published) - year_of(interval.end) + 3, 0, 6)));
    feature(7, last_word_, length, up_to);
    feature(8, kind_, length, where);
    feature(9, kind_, length, stands);
    feature(10, modality_, where);
    feature(11, modality_, length, stands);
    feature(13, found_after_, where, length);
    for (std::uint32_t i = observation_.metric.begin; i < observation_.metric.end; ++i)
      if (reading_.begins_word(i)) feature(12, reading_.word_hash(reading_.word_at(i)), length, up_to);
    if (words) about_words(option.features, reading_.range(words->span), where, up_to);
    option.score = relater_.score(model, option.features);
    if (!relater_.training()) option.features = {};
  }

  void about_words(Features& out, Range words, std::uint64_t where, bool up_to) const {
    const auto feature = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
      out.push_back(kit::feature(base + kind, a, b, c));
    };
    const std::uint64_t left = reading_.word_hash(reading_.word_at(std::int64_t{words.begin} - 1));
    const std::uint64_t right = reading_.word_hash(reading_.word_at(words.end));
    const auto folded = [&](std::int64_t at) { return static_cast<std::uint64_t>(reading_.folded(at)); };
    feature(20, left, up_to);
    feature(21, right, up_to);
    feature(22, folded(std::int64_t{words.begin} - 1), up_to, where);
    feature(23, folded(words.end), up_to, where);
    feature(24, folded(std::int64_t{words.end} - 1), up_to);
    std::uint64_t shape = 0; // the words with digits folded: 截至0月底, 上年同期
    for (std::uint32_t i = words.begin; i < words.end; ++i)
      if (reading_.folded(i) != U'0' || reading_.folded(std::int64_t{i} - 1) != U'0') shape = shape * 1000003 + folded(i);
    feature(25, shape, up_to);
    feature(26, shape, up_to, where);
    feature(27, folded(std::int64_t{words.begin} - 1), folded(words.end), up_to);
    const std::uint32_t gap = words.end <= observation_.metric.begin ? observation_.metric.begin - words.end : 200;
    feature(28, where, gap == 0 ? 0 : gap < 4 ? 1 : gap < 10 ? 2 : gap < 25 ? 3 : gap < 60 ? 4 : 5);
    const std::uint32_t begin = std::min(words.end, observation_.metric.begin);
    for (std::uint32_t i = begin; i < observation_.metric.begin && i < begin + 12; ++i)
      if (reading_.begins_word(i)) feature(29, reading_.word_hash(reading_.word_at(i)), up_to);
  }

  const Reading& reading_;
  const Observation& observation_;
  std::uint64_t modality_;
  const kit::Relater& relater_;
  std::uint64_t kind_ = kind_of(observation_);
  std::uint64_t last_word_ = reading_.word_hash(reading_.word_at(std::int64_t{observation_.metric.end} - 1));
  bool found_in_sentence_ = false;
  std::uint64_t found_after_ = 0;
  std::vector<PeriodOption> options_;
};

} // namespace

std::vector<PeriodOption> period_options(const Observation& observation, std::size_t modality, const kit::Relater& relater) {
  return Collector(observation, modality, relater).collect();
}

zkg_interval likeliest_period(const std::vector<PeriodOption>& options) {
  std::vector<float> probabilities;
  for (const PeriodOption& option : options) probabilities.push_back(option.score);
  kit::settle_choice(probabilities);
  std::map<std::pair<std::int32_t, std::int32_t>, float> told;
  for (std::size_t i = 0; i < options.size(); ++i) told[{options[i].interval.start / 100, options[i].interval.end / 100}] += probabilities[i];
  const auto best = std::max_element(told.begin(), told.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto [start, end] = best->first;
  return {start * 100 + (start ? 1 : 0), end * 100 + (end ? 1 : 0)};
}

void teach_period(const std::vector<PeriodOption>& options, zkg_span evidence, std::uint32_t figure, kit::Relater& relater) {
  const std::uint32_t group = relater.new_group();
  for (const PeriodOption& option : options) {
    const std::string text = interval_text(option.interval);
    FactCandidate fact{figure, "period", text.empty() ? std::string_view("none") : std::string_view(text)};
    fact.evidence = evidence;
    fact.features = &option.features;
    fact.group = group;
    relater.sink().add(fact);
  }
}

bool is_told(zkg_interval interval) { return interval.start && interval.end; }

std::uint64_t months_in(zkg_interval interval) {
  if (!is_told(interval)) return 0;
  const std::int32_t months = (year_of(interval.end) - year_of(interval.start)) * 12 + interval.end / 100 % 100 - interval.start / 100 % 100 + 1;
  return static_cast<std::uint64_t>(std::clamp(months, 0, 13));
}

std::uint64_t against(zkg_interval interval, zkg_interval other) {
  if (!is_told(interval) || !is_told(other)) return 0;
  if (interval.start == other.start && interval.end == other.end) return 1;
  if (interval.end < other.start) return 2;
  if (interval.start > other.end) return 3;
  return interval.start == other.start ? (interval.end < other.end ? 4 : 5) : 6;
}

std::string interval_text(zkg_interval interval) {
  if (!is_told(interval)) return {};
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d/%04d-%02d", interval.start / 10000, interval.start / 100 % 100, interval.end / 10000,
                interval.end / 100 % 100);
  return text.data();
}

} // namespace zonekg
