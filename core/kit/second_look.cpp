#include "core/kit/second_look.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace zonekg::kit {
namespace {

constexpr std::uint32_t base = 3000;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;
constexpr std::size_t most_features = 9; // of one span

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

// The likeliest span of an item.
struct Best {
  float probability = 0;
  Shape shape = inside;
  std::uint32_t span = nowhere;
};

// Of a list: how many items, the sum of their best probabilities, and of those that fill their item or begin it.
struct Total {
  std::size_t items = 0;
  float probability = 0, filling = 0, leading = 0;

  void add(const Best& best, float sign = 1) {
    ++items;
    probability += sign * best.probability;
    if (best.shape == whole) filling += sign * best.probability;
    if (best.shape == whole || best.shape == front) leading += sign * best.probability;
  }
  [[nodiscard]] Total without(const Best& best) const {
    Total others = *this;
    others.add(best, -1);
    others.items = items - 1;
    return others;
  }
};

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

void add_siblings(const FirstLook& first, std::vector<Features>& features) {
  const std::vector<LatticeSpan>& spans = first.spans;
  const std::vector<ListItem>& items = first.items;
  if (items.empty()) return;
  const std::vector<std::uint32_t> item_of = items_of(spans, items);
  std::vector<Best> best(items.size());
  for (std::uint32_t s = 0; s < spans.size(); ++s)
    if (item_of[s] != nowhere && first.probabilities[s] > best[item_of[s]].probability)
      best[item_of[s]] = {first.probabilities[s], shape_of(spans[s], items[item_of[s]]), s};
  std::map<std::uint64_t, Total> lists;
  std::vector<const Total*> list_of(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    Total& list = lists[items[i].list];
    list.add(best[i]);
    list_of[i] = &list;
  }
  for (std::uint32_t s = 0; s < spans.size(); ++s) {
    if (item_of[s] == nowhere || first.probabilities[s] < worth_second_look) continue;
    const std::uint32_t i = item_of[s];
    const Total others = list_of[i]->without(best[i]);
    if (others.items == 0) continue;
    const float sure = std::max(0.01F, others.probability);
    const std::uint64_t likely = share(others.probability / static_cast<float>(others.items)), size = few(others.items);
    const std::uint64_t shape = shape_of(spans[s], items[i]), is_best = best[i].span == s, own = share(first.probabilities[s]);
    Features& f = features[s];
    f.reserve(most_features);
    f.push_back(feature(base, likely, size, shape));
    f.push_back(feature(base + 1, likely, is_best, shape));
    f.push_back(feature(base + 2, likely, share(others.filling / sure), shape));
    f.push_back(feature(base + 3, likely, share(others.leading / sure), shape));
    f.push_back(feature(base + 4, likely, own, shape));
    f.push_back(feature(base + 5, likely, own, is_best));
    f.push_back(feature(base + 6, likely, size, is_best));
  }
}

// The two likeliest places of one text.
struct Places {
  float most = 0, next = 0;
  std::size_t count = 0;
};

void add_repeats(const FirstLook& first, std::vector<Features>& features) {
  std::unordered_map<std::uint64_t, Places> texts;
  std::vector<std::pair<std::size_t, const Places*>> likely; // spans, in order
  for (std::size_t s = 0; s < first.spans.size(); ++s) {
    if (first.probabilities[s] < worth_second_look) continue;
    Places& places = texts[first.texts[s]];
    ++places.count;
    places.next = std::max(places.next, std::min(places.most, first.probabilities[s]));
    places.most = std::max(places.most, first.probabilities[s]);
    likely.emplace_back(s, &places);
  }
  for (const auto& [s, found] : likely) {
    const Places& places = *found;
    if (places.count < 2) continue;
    const float elsewhere = first.probabilities[s] == places.most ? places.next : places.most;
    features[s].reserve(most_features);
    features[s].push_back(feature(base + 10, share(elsewhere), share(first.probabilities[s])));
    features[s].push_back(feature(base + 11, share(elsewhere), few(places.count - 1)));
  }
}

} // namespace

std::vector<Features> second_look(const FirstLook& first) {
  std::vector<Features> features(first.spans.size());
  add_siblings(first, features);
  add_repeats(first, features);
  return features;
}

} // namespace zonekg::kit
