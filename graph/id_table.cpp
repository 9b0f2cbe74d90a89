#include "graph/id_table.hpp"

#include <cstring>
#include <functional>
#include <utility>

namespace zonekg {
namespace {

constexpr std::size_t least_slots = 64;

std::uint32_t hash_of(std::string_view id) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(id)); }

} // namespace

IdTable::IdTable() : slots_(least_slots) {}

IdTable::Record IdTable::record_at(std::uint32_t place) const {
  std::uint32_t head[2]; // position, size
  std::memcpy(head, records_.data() + place, sizeof head);
  return {head[0], {records_.data() + place + sizeof head, head[1]}};
}

std::size_t IdTable::slot_of(std::string_view id, std::uint32_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot].record != none && (slots_[slot].hash != hash || record_at(slots_[slot].record).id != id))
    slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

void IdTable::grow() {
  const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& taken : old) {
    if (taken.record == none) continue;
    std::size_t slot = taken.hash & (slots_.size() - 1);
    while (slots_[slot].record != none) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = taken;
  }
}

bool IdTable::add(std::string_view id) {
  if (size_ * std::size_t{2} >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(id);
  Slot& slot = slots_[slot_of(id, hash)];
  if (slot.record != none) return false;
  slot = {hash, static_cast<std::uint32_t>(records_.size())};
  const std::uint32_t head[2] = {size_++, static_cast<std::uint32_t>(id.size())};
  records_.append(reinterpret_cast<const char*>(head), sizeof head).append(id);
  return true;
}

std::optional<std::uint32_t> IdTable::find(std::string_view id) const {
  if (last_ == none || record_at(last_).id != id) {
    const Slot& slot = slots_[slot_of(id, hash_of(id))];
    if (slot.record == none) return std::nullopt;
    last_ = slot.record;
  }
  return record_at(last_).position;
}

} // namespace zonekg
