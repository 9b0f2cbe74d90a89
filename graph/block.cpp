#include "graph/block.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/compare.hpp"
#include "graph/settle.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

constexpr std::size_t shortest_part = 3;   // of a name, to stand for the whole
constexpr std::size_t longest_name = 48;   // longer ones have no suffixes in the index: keeps blocking linear

// Keys are hashes: that two names share one by chance costs a comparison, no more.
using Keys = std::vector<std::uint64_t>;

template <typename Text> std::uint64_t hash_of(const Text& text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const auto c : text) hash = (hash ^ static_cast<char32_t>(c)) * 0x100000001B3u;
  hash = (hash ^ (hash >> 32)) * 0xBF58476D1CE4E5B9u;
  return hash ^ (hash >> 29);
}

void add(Keys& keys, std::u32string_view key) { keys.push_back(hash_of(key)); }

void add_suffixes(Keys& keys, std::u32string_view name) {
  if (name.size() > longest_name) return;
  for (std::size_t i = 0; i + shortest_part <= name.size(); ++i) add(keys, name.substr(i));
}

void add_prefixes(Keys& keys, std::u32string_view name) {
  if (name.size() > longest_name) return;
  for (std::size_t size = shortest_brand; size <= name.size(); ++size) add(keys, name.substr(0, size));
}

void add_zone_keys(Keys& keys, const NameForm& form) {
  add(keys, form.core + form.kind);
  add_suffixes(keys, form.places + form.core + form.kind);
  add_suffixes(keys, form.key);
  for (const std::u32string_view kind : like_kinds(form.kind)) {
    add(keys, form.core + std::u32string(kind));
    add_suffixes(keys, form.places + form.core + std::u32string(kind));
  }
  if (const auto second = second_name(form.type, form.key); !second.empty()) add(keys, second);
}

// The product, and how owner and product begin and end: 科达…构件 of 科达利动力电池精密结构件. The bar keeps them apart
// from names.
void add_work_keys(Keys& keys, const NameForm& form) {
  const std::u32string product = parse_work(form, 0).product;
  constexpr std::size_t ends = 2;
  if (product.size() < ends) return;
  add(keys, U'|' + product);
  if (product.size() >= 2 * ends)
    add(keys, product.substr(0, ends) + U'|' + product.substr(product.size() - ends));
}

// Keys that find this form when it is the fuller one.
Keys fuller_keys(const NameForm& form) {
  Keys keys = {hash_of(without_parentheses(form.key))};
  if (form.type == "zone") add_zone_keys(keys, form);
  if (form.type == "company")
    for (const std::u32string& part : naming_parts(form)) add_prefixes(keys, part);
  if (form.type == "project" || form.type == "infrastructure") {
    add(keys, form.places + form.core);
    add_suffixes(keys, form.places + form.core);
    add_work_keys(keys, form);
  }
  return keys;
}

// Keys that the form looks for fuller ones with.
Keys shorter_keys(const NameForm& form) {
  Keys keys = {hash_of(form.key), hash_of(form.places + form.core)};
  if (form.type == "zone") {
    add(keys, form.places + form.core + form.kind);
    add(keys, form.core + form.kind);
  }
  if (form.type == "project" || form.type == "infrastructure") add_work_keys(keys, form);
  return keys;
}

// A form under one of its keys. Types are kept apart by the key.
struct Posting {
  std::uint64_t key;
  std::uint32_t form;
  auto operator<=>(const Posting&) const = default;
};

std::vector<Posting> make_index(const std::vector<NameForm>& forms, const std::vector<std::uint64_t>& types) {
  std::vector<Posting> index;
  for (std::uint32_t i = 0; i < forms.size(); ++i)
    for (const std::uint64_t key : fuller_keys(forms[i])) index.push_back({key ^ types[i], i});
  settle(index);
  return index;
}

} // namespace

std::vector<BlockKey> block_keys(const NameForm& form) {
  const std::uint64_t type = hash_of(form.type);
  std::vector<BlockKey> keys;
  for (const std::uint64_t key : fuller_keys(form)) keys.push_back({key ^ type, true});
  for (const std::uint64_t key : shorter_keys(form)) keys.push_back({key ^ type, false});
  settle(keys);
  return keys;
}

std::vector<CandidatePair> candidate_pairs(const std::vector<NameForm>& forms) {
  std::vector<std::uint64_t> types;
  for (const NameForm& form : forms) types.push_back(hash_of(form.type));
  const std::vector<Posting> index = make_index(forms, types);
  std::vector<CandidatePair> pairs;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    for (const std::uint64_t key : shorter_keys(forms[i])) {
      const auto first = std::lower_bound(index.begin(), index.end(), Posting{key ^ types[i], 0});
      std::size_t size = 0;
      while (size <= longest_posting && first + size != index.end() && first[size].key == first->key) ++size;
      if (first == index.end() || first->key != (key ^ types[i]) || size > longest_posting) continue;
      for (auto posting = first; posting != first + size; ++posting)
        if (const std::uint32_t fuller = posting->form;
            forms[fuller].type == forms[i].type && is_fuller(forms[fuller], forms[i]))
          pairs.push_back({i, fuller});
    }
  }
  settle(pairs);
  return pairs;
}

} // namespace zonekg
