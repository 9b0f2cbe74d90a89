// A second look at spans, from what the first one says of others in the document: where most items of a list hold a firm, the
// rest is likely to hold one too, and of its shape, and where the others hold none, what looks like one is likely something
// else; what is surely a firm at one place is likely one wherever its name stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/abi/plugin.h"
#include "core/kit/features.hpp"
#include "core/kit/lattice.hpp"

namespace zonekg::kit {

// An item of a list, or a cell of a table: cells of one column are the items of one list.
struct ListItem {
  std::uint32_t begin, end; // as those of the spans
  std::uint64_t list;
};

// The items of a document that may have siblings; `place` turns a zkg_span into begin and end.
template <class Enumerations, class Items, class Place>
std::vector<ListItem> list_items(const Enumerations& enumerations, const Items& items, Place&& place) {
  std::vector<ListItem> result;
  for (std::size_t e = 0; e < enumerations.size(); ++e) {
    const bool table = enumerations[e].kind == ZKG_ENUM_TABLE;
    for (std::size_t i = enumerations[e].first_item; i < std::size_t{enumerations[e].first_item} + enumerations[e].item_count; ++i) {
      if (table && items[i].row == 0) continue; // titles
      const auto [begin, end] = place(items[i].span);
      result.push_back({begin, end, std::uint64_t{e} << 32 | (table ? items[i].column + 1 : 0)});
    }
  }
  return result;
}

// What a first look found.
struct FirstLook {
  std::vector<LatticeSpan> spans;
  std::vector<float> probabilities;  // of the spans
  std::vector<std::uint64_t> texts;  // hashes of their words
  std::vector<ListItem> items;
};

constexpr float worth_second_look = 0.001F; // what is less likely is not looked at again

// The features of spans for the model of the second look.
class SecondLook {
 public:
  // `first` must outlive it.
  explicit SecondLook(const FirstLook& first);
  // Of the span in that row; none when it is very unlikely.
  void append(std::size_t span, FeatureBatch& out) const;

 private:
  // The likeliest span of an item.
  struct Best {
    float probability = 0;
    bool leads = false, fills = false; // begins with the item, and ends with it too
    std::uint32_t span = 0xFFFFFFFF;
  };
  // Of a list: how many items, the sum of their best probabilities, and of those that fill their item or begin it.
  struct Total {
    std::size_t items = 0;
    float probability = 0, filling = 0, leading = 0;
    void add(const Best& best, float sign = 1);
    [[nodiscard]] Total without(const Best& best) const;
  };
  // The two likeliest places of one text.
  struct Places {
    float most = 0, next = 0;
    std::size_t count = 0;
  };

  void look_at_lists();
  void look_at_texts();
  void append_siblings(std::size_t span, FeatureBatch& out) const;
  void append_repeats(std::size_t span, FeatureBatch& out) const;

  const FirstLook& first_;
  std::vector<std::uint32_t> item_of_; // of each span; empty when there are no items
  std::vector<Best> best_;             // of each item
  std::vector<Total> lists_;
  std::vector<std::uint32_t> list_of_; // of each item
  std::unordered_map<std::uint64_t, Places> texts_;
};

inline std::string second_model(std::string_view mention_model) { return std::string(mention_model) + ":second"; }

} // namespace zonekg::kit
