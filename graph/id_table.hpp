// Ids to positions, in the order in which they came.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// A slot leads to a record of position, size and bytes: a look-up among a million ids waits for memory twice.
// Not safe with threads, look-ups too.
class IdTable {
 public:
  IdTable();
  bool add(std::string_view id); // its position is how many there were; false when it is there already
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  struct Record {
    std::uint32_t position;
    std::string_view id;
  };
  struct Slot {
    std::uint32_t hash = 0, record = none;
  };
  static constexpr std::uint32_t none = UINT32_MAX;

  [[nodiscard]] Record record_at(std::uint32_t place) const;
  [[nodiscard]] std::size_t slot_of(std::string_view id, std::uint32_t hash) const; // its own or the free one
  void grow();

  std::uint32_t size_ = 0;
  std::string records_; // less than 4 GiB
  std::vector<Slot> slots_; // a power of two, at most half of them taken
  mutable std::uint32_t last_ = none; // record; files are in order: the same id is often asked for again
};

} // namespace zonekg
