// Invents names of places and brands.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/training/rename_parts.hpp"

namespace zonekg {

// splitmix64 (Steele, Lea and Flood, OOPSLA 2014): the same numbers on every platform.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  // Below `count`, which is at least 1.
  std::uint64_t below(std::uint64_t count);

 private:
  std::uint64_t state_;
};

// As long as `part`. A place becomes another one of the same rank, for that a dictionary knows it is part of how a
// report reads; localities and brands are put together from characters usual in such names; Latin letters become
// others. `taken` says which answers are out; after many tries the part itself.
std::u32string invent(std::u32string_view part, PartKind kind, Draw& draw,
                      const std::function<bool(std::u32string_view)>& taken);

} // namespace zonekg
