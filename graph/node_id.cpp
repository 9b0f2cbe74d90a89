#include "graph/node_id.hpp"

#include <algorithm>
#include <cstdint>

#include "core/text/places.hpp"
#include "graph/areas.hpp"
#include "graph/code_points.hpp"
#include "graph/id_table.hpp"
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

std::uint64_t hash_of(std::string_view type, std::u32string_view key, std::string_view owner) {
  return mix(fnv1a(fnv1a(fnv1a(0xCBF29CE484222325u, type), to_utf8(key)), owner));
}

std::vector<std::uint64_t> sorted(const std::vector<IdSource>& sources, std::uint64_t IdSource::*hash) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(sources.size());
  for (const IdSource& source : sources) hashes.push_back(source.*hash);
  std::ranges::sort(hashes);
  return hashes;
}

bool is_shared(const std::vector<std::uint64_t>& hashes, std::uint64_t hash) {
  const auto found = std::ranges::lower_bound(hashes, hash);
  return found + 1 != hashes.end() && found[1] == hash;
}

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

IdSource id_source(const IdText& text) {
  const bool letter = !text.type.empty() && text.type.front() >= 'a' && text.type.front() <= 'z';
  return {hash_of(text.type, text.stable, text.document), hash_of(text.type, text.key, text.document),
          hash_of(text.type, text.key, text.home), letter ? text.type.front() : 'n', !text.document.empty()};
}

Ids make_ids(const std::vector<IdSource>& sources, const std::vector<std::string_view>& taken) {
  const auto stable = sorted(sources, &IdSource::stable), whole = sorted(sources, &IdSource::whole);
  IdTable known;
  for (const std::string_view id : taken) known.add(id);
  Ids ids;
  for (const IdSource& source : sources) {
    const bool alone = !is_shared(stable, source.stable);
    const bool by_home = !alone && !source.local && is_shared(whole, source.whole);
    const std::string id = source.letter + hex(alone ? source.stable : by_home ? source.at_home : source.whole);
    std::string numbered = id;
    for (std::uint32_t n = 2; !known.add(numbered); ++n) numbered = id + '-' + std::to_string(n);
    ids.add(numbered);
  }
  return ids;
}

} // namespace zonekg
