#include "graph/node_id.hpp"

#include <cstdint>
#include <functional>
#include <tuple>
#include <unordered_map>

#include "core/text/places.hpp"
#include "graph/areas.hpp"
#include "graph/code_points.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"

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

// Type, key and document.
using Identity = std::tuple<std::string_view, std::u32string_view, std::string_view>;

struct IdentityHash {
  std::size_t operator()(const Identity& identity) const {
    const auto& [type, key, document] = identity;
    const std::size_t hash = std::hash<std::u32string_view>()(key) ^ std::hash<std::string_view>()(type);
    return document.empty() ? hash : hash * 3 + std::hash<std::string_view>()(document);
  }
};

using Counts = std::unordered_map<Identity, std::size_t, IdentityHash>;

} // namespace

std::u32string stable_key(std::string_view type, const std::u32string& key) {
  if (is_redacted(key)) return key;
  const NameForm form = parse_name(type, key);
  if (type == "company") {
    const std::u32string core = without_parentheses(form.core);
    for (const std::u32string_view word : {U"集团", U"股份", U"控股"})
      if (core.size() >= word.size() + 2 && core.ends_with(word)) return core.substr(0, core.size() - word.size());
    return core;
  }
  if (type == "zone" && !form.kind.empty()) {
    const auto places = places_of(form);
    const bool by_place = !places.empty() && bare_places(form.core) == places.back();
    return (by_place || places.empty() ? U"" : places.back()) + bare_places(form.core) + form.kind;
  }
  return key;
}

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

std::vector<std::string> make_ids(const std::vector<IdSource>& sources, NodeIds& ids) {
  Counts stable(sources.size()), whole(sources.size());
  for (const IdSource& source : sources) {
    ++stable[{source.type, source.stable, source.document}];
    ++whole[{source.type, source.key, source.document}];
  }
  std::vector<std::string> result;
  result.reserve(sources.size());
  for (const IdSource& source : sources) {
    const bool alone = stable.at({source.type, source.stable, source.document}) == 1;
    const bool shared = whole.at({source.type, source.key, source.document}) > 1;
    const bool by_home = !alone && shared && source.document.empty();
    result.push_back(
        ids.make(source.type, to_utf8(alone ? source.stable : source.key), by_home ? source.home : source.document));
  }
  return result;
}

} // namespace zonekg
