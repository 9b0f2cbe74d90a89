#include "cli/evaluation/names.hpp"

#include <algorithm>

namespace zonekg {
namespace {

void settle(NameKeys& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

void add_both_forms(NameKeys& keys, std::string_view key) {
  keys.emplace_back(key);
  keys.emplace_back(typed_key(key, "project"));
}

} // namespace

bool share_a_name(const NameKeys& a, const NameKeys& b) {
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) return true;
    if (*left < *right)
      ++left;
    else
      ++right;
  }
  return false;
}

std::string_view typed_key(std::string_view key, std::string_view type) {
  constexpr std::string_view word = "项目";
  if (type == "project" && key.ends_with(word)) key.remove_suffix(word.size());
  return key;
}

NameKeys node_names(const Node& node) {
  NameKeys keys = {std::string(typed_key(name_key(node.name), node.type))};
  for (const std::string& alias : node.aliases) keys.emplace_back(typed_key(name_key(alias), node.type));
  settle(keys);
  return keys;
}

NameKeys entity_names(const GoldEntity& entity) {
  NameKeys keys;
  for (const std::string& key : entity.keys) keys.emplace_back(typed_key(key, entity.type));
  settle(keys);
  return keys;
}

std::vector<const GoldEntity*> entities_named(const GoldPassage& gold, const std::string& text) {
  std::vector<const GoldEntity*> found;
  for (const GoldEntity& entity : gold.entities)
    if (std::find(entity.texts.begin(), entity.texts.end(), text) != entity.texts.end()) found.push_back(&entity);
  return found;
}

bool is_optional(const GoldPassage& gold, const GoldStatus& status) {
  const auto named = entities_named(gold, status.project_text);
  return status.optional || std::any_of(named.begin(), named.end(),
                                        [](const GoldEntity* e) { return e->optional && e->type == "project"; });
}

NameKeys referred_names(const GoldPassage& gold, const std::string& key, const std::string& text) {
  NameKeys keys;
  add_both_forms(keys, key);
  for (const GoldEntity* entity : entities_named(gold, text))
    for (const std::string& name : entity->keys) add_both_forms(keys, name);
  settle(keys);
  return keys;
}

} // namespace zonekg
