#include "graph/items.hpp"

#include <algorithm>

namespace zonekg {

std::u32string_view KeyTable::share(std::u32string_view text) {
  if (text.empty()) return {};
  if (const auto found = known_.find(text); found != known_.end()) return *found;
  constexpr std::size_t block = 1 << 14;
  if (text.size() > left_) {
    left_ = std::max(block, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char32_t[]>(left_));
    block_end_ = blocks_.back().get() + left_;
  }
  char32_t* place = block_end_ - left_;
  std::ranges::copy(text, place);
  left_ -= text.size();
  return *known_.emplace(place, text.size()).first;
}

std::uint32_t Items::number_of(const std::string& type) {
  const auto [place, is_new] = type_numbers_.try_emplace(type, static_cast<std::uint32_t>(types_.size()));
  if (is_new) types_.push_back(type);
  return place->second;
}

void Items::add(const Extraction& document, const LocalLinks& links) {
  const std::uint32_t number = document_count(), first = size();
  first_.push_back(first);
  reporting_.push_back(links.reporting == no_entity ? no_entity : first + links.reporting);
  for (const LocalEntity& entity : links.entities) {
    const std::uint32_t item = size();
    rows_.push_back({static_cast<std::uint32_t>(keys_.size()), number, number_of(entity.type) & 0x3FFFFFFFu, entity.bound, entity.implicit});
    if (!is_observation(entity.type))
      for (const std::u32string& key : entity.keys) keys_.push_back(texts_.share(key));
    for (const std::uint32_t group : entity.siblings) siblings_.push_back({item, groups_ + group});
  }
  groups_ += static_cast<std::uint32_t>(document.siblings.size());
  for (const Relation& relation : document.relations) {
    std::vector<Tie>* ties = relation.type == "part_of"      ? &part_of_
                             : relation.type == "located_in" ? &located_in_
                             : relation.type == "undertakes" ? &undertakes_
                                                             : nullptr;
    if (ties == nullptr) continue;
    const std::uint32_t head = entity_at(links, relation.head), tail = entity_at(links, relation.tail);
    if (head != no_entity && tail != no_entity) ties->push_back({first + head, first + tail});
  }
}

} // namespace zonekg
