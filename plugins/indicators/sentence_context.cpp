#include "plugins/indicators/sentence_context.hpp"

#include <algorithm>

namespace zonekg {

SentenceContext::SentenceContext(const kit::Reading& reading) : reading_(reading) {
  for (const zkg_mention& mention : reading.mentions())
    if (!empty(mention.span))
      kit::each_bit(kit::mention_mark(view(mention.type)), [&](std::size_t bit) { begins_[bit].push_back(reading.range(mention.span).begin); });
}

std::uint64_t SentenceContext::mentions_before(std::uint32_t position) const {
  const std::uint32_t sentence = reading_.sentence_at(position);
  if (sentence == kit::none) return 0;
  const std::uint32_t first = reading_.sentence_range(sentence).begin;
  std::uint64_t marks = 0;
  for (std::size_t bit = 0; bit < types; ++bit) {
    const auto at = std::lower_bound(begins_[bit].begin(), begins_[bit].end(), first);
    if (at != begins_[bit].end() && *at < position) marks |= std::uint64_t{1} << bit;
  }
  return marks;
}

kit::Classes SentenceContext::sentence_before(std::uint32_t sentence) {
  if (sentence == 0) return 0;
  if (sentence_.row != sentence) sentence_ = {sentence, reading_.classes_in(reading_.sentence_range(sentence - 1))};
  return sentence_.classes;
}

kit::Classes SentenceContext::heading_over(std::uint32_t sentence) {
  const std::uint32_t row = reading_.sentences()[sentence].section;
  const zkg_section& section = reading_.sections()[row];
  if (section_.row != row) section_ = {row, empty(section.heading) ? kit::Classes{0} : reading_.classes_in(reading_.range(section.heading))};
  return section_.classes;
}

} // namespace zonekg
