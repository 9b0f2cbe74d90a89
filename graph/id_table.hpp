// Ids to positions, in the order in which they came.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// Ids stand side by side and slots beside each other: a look-up among a million of them waits for memory three times.
// Not safe with threads, look-ups too.
class IdTable {
 public:
  bool add(std::string_view id); // its position is how many there were; false when it is there already
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  struct Slot {
    std::uint32_t hash = 0, position = 0;
    bool operator==(const Slot&) const = default;
  };
  static constexpr std::uint32_t none = UINT32_MAX;

  [[nodiscard]] std::string_view id_at(std::uint32_t position) const;
  [[nodiscard]] std::size_t slot_of(std::string_view id, std::uint32_t hash) const; // its own or the free one
  void grow();

  std::string ids_;
  std::vector<std::uint32_t> ends_; // of each id in ids_
  std::vector<Slot> slots_;         // a power of two, at most half of them taken
  mutable std::uint32_t last_ = 0;  // files are in order: the same id is often asked for again
};

} // namespace zonekg
