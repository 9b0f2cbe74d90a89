#include "graph/id_table.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace zonekg {
namespace {

std::uint32_t hash_of(std::string_view id) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(id)); }

} // namespace

std::string_view IdTable::id_at(std::uint32_t position) const {
  const std::uint32_t begin = position == 0 ? 0 : ends_[position - 1];
  return std::string_view(ids_).substr(begin, ends_[position] - begin);
}

std::size_t IdTable::slot_of(std::string_view id, std::uint32_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot].position != none && (slots_[slot].hash != hash || id_at(slots_[slot].position) != id))
    slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

void IdTable::grow() {
  constexpr std::size_t least = 64;
  const auto old = std::exchange(slots_, std::vector<Slot>(std::max(least, slots_.size() * 2), Slot{0, none}));
  for (const Slot& taken : old) {
    if (taken.position == none) continue;
    std::size_t slot = taken.hash & (slots_.size() - 1);
    while (slots_[slot].position != none) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = taken;
  }
}

bool IdTable::add(std::string_view id) {
  if (ends_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(id);
  Slot& slot = slots_[slot_of(id, hash)];
  if (slot.position != none) return false;
  slot = {hash, static_cast<std::uint32_t>(ends_.size())};
  ids_ += id;
  ends_.push_back(static_cast<std::uint32_t>(ids_.size()));
  return true;
}

std::optional<std::uint32_t> IdTable::find(std::string_view id) const {
  if (ends_.empty()) return std::nullopt;
  if (id_at(last_) == id) return last_;
  const Slot& slot = slots_[slot_of(id, hash_of(id))];
  if (slot.position == none) return std::nullopt;
  last_ = slot.position;
  return last_;
}

} // namespace zonekg
