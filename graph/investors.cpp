#include "graph/investors.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 4> invests = {"投资", "出资", "斥资", "注资"};

bool is_whole_sum(const Mention& investment) {
  return std::any_of(investment.attributes.begin(), investment.attributes.end(), [](const Attribute& a) {
    const auto* text = std::get_if<std::string>(&a.value);
    return a.key == "kind" && text != nullptr && *text == "total";
  });
}

// The company's name and 投资 right behind it.
bool states_investment(const Extraction& document, const Relation& undertakes) {
  const std::string_view name = document.mentions[undertakes.head].evidence.text;
  const std::string_view words = undertakes.evidence.text;
  const std::size_t at = name.empty() ? words.npos : words.find(name);
  if (at == words.npos) return false;
  const std::string_view rest = words.substr(at + name.size());
  return std::any_of(invests.begin(), invests.end(), [&](std::string_view word) { return rest.starts_with(word); });
}

} // namespace

std::vector<Relation> find_investors(const Extraction& document) {
  std::map<std::uint32_t, const Relation*> investor; // of each project mention; null: several companies undertake it
  const auto inside = [&](std::uint32_t end) { return end < document.mentions.size(); };
  for (const Relation& relation : document.relations) {
    if (relation.type != "undertakes" || !inside(relation.head) || !inside(relation.tail)) continue;
    const auto [place, is_new] = investor.try_emplace(relation.tail, &relation);
    if (!is_new) place->second = nullptr;
  }
  std::vector<Relation> found;
  for (const Relation& relation : document.relations) {
    if (relation.type != "invested_in" || !inside(relation.head) || !inside(relation.tail)) continue;
    const auto place = investor.find(relation.tail);
    if (place == investor.end() || place->second == nullptr || !is_whole_sum(document.mentions[relation.head])) continue;
    const Relation& undertakes = *place->second;
    if (!states_investment(document, undertakes)) continue;
    found.push_back({"invested_by", relation.head, undertakes.head, std::min(relation.confidence, undertakes.confidence),
                     relation.modality, relation.period, undertakes.evidence});
    found.back().evidence.rule = "states-the-investor";
  }
  return found;
}

} // namespace zonekg
