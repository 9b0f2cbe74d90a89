#include "graph/block.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace zonekg {
namespace {

constexpr std::size_t shortest_part = 3;   // of a name, to stand for the whole
constexpr std::size_t longest_name = 48;   // longer ones have no suffixes in the index: keeps blocking linear
constexpr std::size_t longest_posting = 8; // a key that fits more names tells nothing

using Keys = std::vector<std::u32string>;

// Words between brand and legal form that carry no name of their own.
constexpr std::u32string_view empty_trades[] = {U"科技", U"实业", U"集团", U"股份", U"控股", U"(集团)"};

void add_part(Keys& keys, std::u32string_view part) {
  if (part.size() >= shortest_part) keys.emplace_back(part);
}

void add_with_and_without_trade(Keys& keys, std::u32string_view part) {
  add_part(keys, part);
  for (const std::u32string_view trade : empty_trades)
    if (part.ends_with(trade)) add_part(keys, part.substr(0, part.size() - trade.size()));
}

void add_suffixes(Keys& keys, std::u32string_view name) {
  if (name.size() > longest_name) return;
  for (std::size_t i = 1; i + shortest_part <= name.size(); ++i) keys.emplace_back(name.substr(i));
}

Keys shortened_company(const NameForm& form) {
  Keys keys;
  add_with_and_without_trade(keys, form.places + form.core);
  if (is_legal_name(form)) {
    add_with_and_without_trade(keys, form.core);
    add_with_and_without_trade(keys, without_parentheses(form.core));
  }
  return keys;
}

// Keys that find this form when it is the fuller one.
Keys fuller_keys(const NameForm& form) {
  Keys keys;
  if (form.type == "company") keys = shortened_company(form);
  add_part(keys, without_parentheses(form.key));
  if (form.type == "zone") {
    keys.push_back(form.core + form.kind);
    add_suffixes(keys, form.places + form.core + form.kind);
    if (form.spelled != form.kind) add_suffixes(keys, form.key);
  } else if (form.type == "project" || form.type == "infrastructure") {
    keys.push_back(form.places + form.core);
    add_suffixes(keys, form.places + form.core);
  }
  return keys;
}

// Keys that the form looks for fuller ones with.
Keys shorter_keys(const NameForm& form) {
  Keys keys = {form.key};
  if (form.type == "zone") {
    keys.push_back(form.places + form.core + form.kind);
    keys.push_back(form.core + form.kind);
  }
  if (form.type == "company" && form.kind == U"公司") keys.push_back(form.places + form.core);
  if (form.type == "project" || form.type == "infrastructure") keys.push_back(form.places + form.core);
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
