// Names of a passage and its graph in the form in which scoring compares them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/training/gold.hpp"
#include "graph/graph.hpp"

namespace zonekg {

using NameKeys = std::vector<std::string>; // sorted, distinct

bool share_a_name(const NameKeys& a, const NameKeys& b);

// Of a name_key: a project's without a trailing 项目.
std::string_view typed_key(std::string_view key, std::string_view type);

NameKeys node_names(const Node& node);
NameKeys entity_names(const GoldEntity& entity);

// Entities that one of whose annotated names is `text`.
std::vector<const GoldEntity*> entities_named(const GoldPassage& gold, const std::string& text);

// Neither asked for nor wrong: itself optional, or of an optional project.
bool is_optional(const GoldPassage& gold, const GoldStatus& status);

// What an annotation that refers to `text` (with that key) may be called: itself, and the other names of its entities.
NameKeys referred_names(const GoldPassage& gold, const std::string& key, const std::string& text);

} // namespace zonekg
