#include "graph/block.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/compare.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

constexpr std::size_t shortest_part = 3;   // of a name, to stand for the whole
constexpr std::size_t longest_name = 48;   // longer ones have no suffixes in the index: keeps blocking linear
constexpr std::size_t longest_posting = 8; // a key that fits more names tells nothing

using Keys = std::vector<std::u32string>;

void add_suffixes(Keys& keys, const std::u32string& name) {
  if (name.size() > longest_name) return;
  for (std::size_t i = 0; i + shortest_part <= name.size(); ++i) keys.push_back(name.substr(i));
}

void add_prefixes(Keys& keys, const std::u32string& name) {
  if (name.size() > longest_name) return;
  for (std::size_t size = shortest_brand; size <= name.size(); ++size) keys.push_back(name.substr(0, size));
}

void add_zone_keys(Keys& keys, const NameForm& form) {
  keys.push_back(form.core + form.kind);
  add_suffixes(keys, form.places + form.core + form.kind);
  add_suffixes(keys, form.key);
  for (const std::u32string_view kind : like_kinds(form.kind)) {
    keys.push_back(form.core + std::u32string(kind));
    add_suffixes(keys, form.places + form.core + std::u32string(kind));
  }
  if (const auto second = second_name(form.type, form.key); !second.empty()) keys.emplace_back(second);
}

// The product, and how owner and product begin and end: 科达…构件 of 科达利动力电池精密结构件. The bar keeps them apart
// from names.
void add_work_keys(Keys& keys, const NameForm& form) {
  const std::u32string product = parse_work(form, 0).product;
  constexpr std::size_t ends = 2;
  if (product.size() <= ends) return;
  keys.push_back(U'|' + product);
  if (product.size() >= 2 * ends)
    keys.push_back(product.substr(0, ends) + U'|' + product.substr(product.size() - ends));
}

// Keys that find this form when it is the fuller one.
Keys fuller_keys(const NameForm& form) {
  Keys keys = {without_parentheses(form.key)};
  if (form.type == "zone") add_zone_keys(keys, form);
  if (form.type == "company")
    for (const std::u32string& part : naming_parts(form)) add_prefixes(keys, part);
  if (form.type == "project" || form.type == "infrastructure") {
    keys.push_back(form.places + form.core);
    add_suffixes(keys, form.places + form.core);
    add_work_keys(keys, form);
  }
  return keys;
}

// Keys that the form looks for fuller ones with.
Keys shorter_keys(const NameForm& form) {
  Keys keys = {form.key, form.places + form.core};
  if (form.type == "zone") {
    keys.push_back(form.places + form.core + form.kind);
    keys.push_back(form.core + form.kind);
  }
  if (form.type == "project" || form.type == "infrastructure") add_work_keys(keys, form);
  return keys;
}

struct KeyHash {
  std::size_t operator()(const std::pair<std::string, std::u32string>& key) const {
    return std::hash<std::string>{}(key.first) * 31 + std::hash<std::u32string>{}(key.second);
  }
};

} // namespace

std::vector<CandidatePair> candidate_pairs(const std::vector<NameForm>& forms) {
  std::unordered_map<std::pair<std::string, std::u32string>, std::vector<std::uint32_t>, KeyHash> index;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    for (std::u32string& key : fuller_keys(forms[i])) {
      auto& posting = index[{forms[i].type, std::move(key)}];
      if (posting.size() <= longest_posting && (posting.empty() || posting.back() != i)) posting.push_back(i);
    }
  }
  std::vector<CandidatePair> pairs;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    for (std::u32string& key : shorter_keys(forms[i])) {
      const auto found = index.find({forms[i].type, std::move(key)});
      if (found == index.end() || found->second.size() > longest_posting) continue;
      for (const std::uint32_t fuller : found->second)
        if (is_fuller(forms[fuller], forms[i])) pairs.push_back({i, fuller});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

} // namespace zonekg
