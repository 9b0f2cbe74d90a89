#include "graph/node_id.hpp"

#include <cstdint>

namespace zonekg {
namespace {

std::uint64_t fnv1a(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
  return (hash ^ 0xFFu) * 0x100000001B3u; // a byte that UTF-8 never holds ends the part
}

// The finaliser of splitmix64: FNV leaves short names' high bits alike.
std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBu;
  return hash ^ (hash >> 31);
}

std::string hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; value >>= 4) digits[i] = "0123456789abcdef"[value & 15u];
  return digits;
}

} // namespace

std::string NodeIds::make(std::string_view type, std::string_view key, std::string_view document) {
  const std::uint64_t hash = fnv1a(fnv1a(fnv1a(0xCBF29CE484222325u, type), key), document);
  const bool letter = !type.empty() && type.front() >= 'a' && type.front() <= 'z';
  const std::string id = (letter ? type.front() : 'n') + hex(mix(hash));
  if (taken_.insert(id).second) return id;
  for (std::uint32_t n = 2;; ++n) {
    std::string numbered = id + '-' + std::to_string(n);
    if (taken_.insert(numbered).second) return numbered;
  }
}

} // namespace zonekg
