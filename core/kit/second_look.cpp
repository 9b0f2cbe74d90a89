#include "core/kit/second_look.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace zonekg::kit {
namespace {

constexpr std::uint32_t base = 3000;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;

enum Shape : std::uint8_t { whole, front, back, inside };

Shape shape_of(const LatticeSpan& span, const ListItem& item) {
  if (span.begin == item.begin) return span.end == item.end ? whole : front;
  return span.end == item.end ? back : inside;
}

std::uint64_t share(float part) {
  constexpr float steps[] = {0.05F, 0.2F, 0.4F, 0.6F, 0.8F, 0.95F};
  return static_cast<std::uint64_t>(std::upper_bound(std::begin(steps), std::end(steps), part) - std::begin(steps));
}

std::uint64_t few(std::size_t count) { return count <= 2 ? count : count <= 4 ? 3 : count <= 8 ? 4 : 5; }

// The innermost item that holds each span.
std::vector<std::uint32_t> items_of(const std::vector<LatticeSpan>& spans, const std::vector<ListItem>& items) {
  std::vector<std::uint32_t> by_begin(spans.size()), by_size(items.size());
  std::iota(by_begin.begin(), by_begin.end(), 0);
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return spans[a].begin < spans[b].begin; };
  if (!std::is_sorted(by_begin.begin(), by_begin.end(), earlier)) std::stable_sort(by_begin.begin(), by_begin.end(), earlier);
  std::iota(by_size.begin(), by_size.end(), 0);
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return items[a].end - items[a].begin > items[b].end - items[b].begin; });
  std::vector<std::uint32_t> result(spans.size(), nowhere);
  for (const std::uint32_t i : by_size) { // larger ones first: the innermost stays
    auto at = std::lower_bound(by_begin.begin(), by_begin.end(), items[i].begin,
                               [&](std::uint32_t s, std::uint32_t begin) { return spans[s].begin < begin; });
    for (; at != by_begin.end() && spans[*at].begin < items[i].end; ++at)
      if (spans[*at].end <= items[i].end) result[*at] = i;
  }
  return result;
}

} // namespace

void SecondLook::Total::add(const Best& best, float sign) {
  ++items;
  probability += sign * best.probability;
  if (best.fills) filling += sign * best.probability;
  if (best.leads) leading += sign * best.probability;
}

SecondLook::Total SecondLook::Total::without(const Best& best) const {
  Total others = *this;
  others.add(best, -1);
  others.items = items - 1;
  return others;
}

SecondLook::SecondLook(const FirstLook& first) : first_(first) {
  if (!first.items.empty()) look_at_lists();
  look_at_texts();
}

void SecondLook::look_at_lists() {
  item_of_ = items_of(first_.spans, first_.items);
  best_.resize(first_.items.size());
  for (std::uint32_t s = 0; s < item_of_.size(); ++s) {
    const std::uint32_t i = item_of_[s];
    if (i == nowhere || first_.probabilities[s] <= best_[i].probability) continue;
    const Shape shape = shape_of(first_.spans[s], first_.items[i]);
    best_[i] = {first_.probabilities[s], shape == whole || shape == front, shape == whole, s};
  }
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  for (std::size_t i = 0; i < first_.items.size(); ++i) {
    const std::uint32_t list = known.try_emplace(first_.items[i].list, static_cast<std::uint32_t>(lists_.size())).first->second;
    if (list == lists_.size()) lists_.emplace_back();
    lists_[list].add(best_[i]);
    list_of_.push_back(list);
  }
}

void SecondLook::look_at_texts() {
  for (std::size_t s = 0; s < first_.spans.size(); ++s) {
    const float probability = first_.probabilities[s];
    if (probability < worth_second_look) continue;
    Places& places = texts_[first_.texts[s]];
    ++places.count;
    places.next = std::max(places.next, std::min(places.most, probability));
    places.most = std::max(places.most, probability);
  }
}

void SecondLook::append_siblings(std::size_t span, FeatureBatch& out) const {
  if (item_of_.empty() || item_of_[span] == nowhere) return;
  const std::uint32_t i = item_of_[span];
  const Total others = lists_[list_of_[i]].without(best_[i]);
  if (others.items == 0) return;
  const float sure = std::max(0.01F, others.probability);
  const std::uint64_t likely = share(others.probability / static_cast<float>(others.items)), size = few(others.items);
  const std::uint64_t shape = shape_of(first_.spans[span], first_.items[i]), is_best = best_[i].span == span;
  const std::uint64_t own = share(first_.probabilities[span]);
  out.add(base, likely, size, shape);
  out.add(base + 1, likely, is_best, shape);
  out.add(base + 2, likely, share(others.filling / sure), shape);
  out.add(base + 3, likely, share(others.leading / sure), shape);
  out.add(base + 4, likely, own, shape);
  out.add(base + 5, likely, own, is_best);
  out.add(base + 6, likely, size, is_best);
}

void SecondLook::append_repeats(std::size_t span, FeatureBatch& out) const {
  const Places& places = texts_.at(first_.texts[span]);
  if (places.count < 2) return;
  const float own = first_.probabilities[span], elsewhere = own == places.most ? places.next : places.most;
  out.add(base + 10, share(elsewhere), share(own));
  out.add(base + 11, share(elsewhere), few(places.count - 1));
}

void SecondLook::append(std::size_t span, FeatureBatch& out) const {
  if (first_.probabilities[span] < worth_second_look) return;
  append_siblings(span, out);
  append_repeats(span, out);
}

} // namespace zonekg::kit
