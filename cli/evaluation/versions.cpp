#include "cli/evaluation/versions.hpp"

#include <algorithm>
#include <compare>
#include <iterator>
#include <set>
#include <tuple>

namespace zonekg {
namespace {

// One thing that was read. Two readings agree in it when all fields are equal.
struct Statement {
  std::uint32_t begin = 0, end = 0;
  std::string kind, type, head, tail; // a mention's name is its head; a fact's value its tail
  std::string more;                   // attributes, modality, period
  auto operator<=>(const Statement&) const = default;
};

std::string text_of(const AttributeValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return std::to_string(*number);
  return std::get<bool>(value) ? "true" : "false";
}

std::string text_of(zkg_interval period) { return period.start == 0 && period.end == 0 ? "" : std::to_string(period.start) + '-' + std::to_string(period.end); }

std::string name_of(const Extraction& extraction, std::uint32_t mention) {
  return mention == reporting_zone ? "(reporting zone)" : extraction.mentions[mention].name;
}

std::set<Statement> statements_of(const Extraction& extraction) {
  std::set<Statement> all;
  for (const Mention& m : extraction.mentions) {
    Statement statement{m.evidence.begin, m.evidence.end, "mention", m.type, m.name, "", ""};
    for (const Attribute& attribute : m.attributes) statement.more += ' ' + attribute.key + '=' + text_of(attribute.value);
    all.insert(std::move(statement));
  }
  for (const Relation& r : extraction.relations)
    all.insert({r.evidence.begin, r.evidence.end, "relation", r.type, name_of(extraction, r.head), name_of(extraction, r.tail), r.modality + ' ' + text_of(r.period)});
  for (const Fact& f : extraction.facts)
    all.insert({f.evidence.begin, f.evidence.end, "fact", f.key, name_of(extraction, f.mention), f.value, f.modality + ' ' + text_of(f.period)});
  return all;
}

std::string print(const Statement& s) {
  std::string text = s.kind + ' ' + s.type + ' ' + s.head;
  if (s.kind == "relation") text += " → " + s.tail;
  if (s.kind == "fact") text += " = " + s.tail;
  const std::size_t from = s.more.find_first_not_of(' ');
  return from == std::string::npos ? text : text + " (" + s.more.substr(from, s.more.find_last_not_of(' ') + 1 - from) + ')';
}

bool is_same_thing(const Statement& a, const Statement& b) {
  if (a.kind != b.kind || a.type != b.type || a.begin >= b.end || b.begin >= a.end) return false;
  return a.kind == "mention" || a.head == b.head || (a.kind == "relation" && a.tail == b.tail);
}

void compare_document(std::uint32_t document, const Extraction& before, const Extraction& now, std::vector<VersionChange>& changes) {
  const std::set<Statement> old_ones = statements_of(before), new_ones = statements_of(now);
  std::vector<Statement> lost, added;
  std::ranges::set_difference(old_ones, new_ones, std::back_inserter(lost));
  std::ranges::set_difference(new_ones, old_ones, std::back_inserter(added));
  std::vector<bool> used(added.size());
  std::size_t first = 0; // of the added ones that may still overlap: both are sorted by begin
  for (const Statement& old : lost) {
    constexpr std::uint32_t widest = 8192; // no evidence is longer
    while (first < added.size() && added[first].begin + widest < old.begin) ++first;
    std::size_t match = first;
    while (match < added.size() && added[match].begin < old.end && (used[match] || !is_same_thing(old, added[match]))) ++match;
    const bool found = match < added.size() && added[match].begin < old.end;
    if (found) used[match] = true;
    changes.push_back({found ? VersionChange::Kind::changed : VersionChange::Kind::lost, print(old), found ? print(added[match]) : "", document, old.begin, old.end});
  }
  for (std::size_t i = 0; i < added.size(); ++i)
    if (!used[i]) changes.push_back({VersionChange::Kind::added, print(added[i]), "", document, added[i].begin, added[i].end});
}

} // namespace

std::vector<VersionChange> compare_versions(const std::vector<Extraction>& before, const std::vector<Extraction>& now) {
  std::vector<VersionChange> changes;
  for (std::uint32_t i = 0; i < before.size() && i < now.size(); ++i) compare_document(i, before[i], now[i], changes);
  std::ranges::stable_sort(changes, {}, [](const VersionChange& c) { return std::tuple(c.document, c.begin, c.end); });
  return changes;
}

} // namespace zonekg
