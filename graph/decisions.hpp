// What people decided about the graph, kept beside the reports and replayed on every build.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/diagnostic.hpp"
#include "core/model/extraction.hpp"
#include "graph/cluster.hpp"
#include "graph/graph.hpp"

namespace zonekg {

class ExtractionStore;
class Items;

// One line of a decisions file:
//   {"decide": "same",      "type": "company", "names": ["港青", "港青油脂"], "who": …, "when": …, "why": …}
//   {"decide": "different", "type": "company", "names": ["卫星化学", "卫星嘉宏"], …}
//   {"decide": "rename",    "type": "zone", "name": "开化工业园区", "to": "浙江开化经济开发区", …}
//   {"decide": "retype",    "type": "zone", "name": "北斗卫星产业园", "to": "project", …}
//   {"decide": "reject",    "edge": "located_in", "names": ["国家开发银行", "开化经开区"], "words": "…", …}
// `words`, where given, must stand in the evidence of what the decision is about; else it raises an alarm.
struct Decision {
  std::string kind;               // same, different, rename, retype, reject
  std::string type;               // of the nodes; empty for reject
  std::string edge;               // reject only
  std::vector<std::string> names; // same, different: two or more; rename, retype: one; reject: source and target
  std::string to;                 // rename: the name; retype: the type
  std::string words;
  std::string who, when, why;
  std::size_t line = 0; // in the file, from 1
};

// JSON lines; empty lines and lines that begin with # are left out. Throws InputError that names file and line.
std::vector<Decision> read_decisions(std::string_view text, const std::string& where);
std::string write_decision(const Decision& decision); // one line, without its end

// The steps of linking that decisions take part in, in this order. None looks at who, when and why.
void retype_mentions(const std::vector<Decision>& decisions, Extraction& document);
void keep_apart(const std::vector<Decision>& decisions, const Items& items, Clusters& clusters);
void join_decided(const std::vector<Decision>& decisions, const Items& items, Clusters& clusters);
void rename_node(const std::vector<Decision>& decisions, Node& node);

// Edges that people rejected, by the names of their ends and, where the decision gives them, the words of their evidence.
class RejectedEdges {
 public:
  explicit RejectedEdges(const std::vector<Decision>& decisions);
  [[nodiscard]] bool any() const { return !rejections_.empty(); }
  void add(std::uint32_t index, const Node& node); // every node once, renamed, before anything is asked
  [[nodiscard]] bool contain(std::uint32_t source, std::uint32_t target, const Edge& edge) const;

 private:
  struct Rejection {
    const Decision* decision;
    std::set<std::uint32_t> sources, targets; // nodes of these names
  };
  std::vector<Rejection> rejections_;
};

// One warning for each decision whose names, edge or words are no longer there. `documents`: as extracted, before
// linking; `where`: the file, for the messages.
std::vector<Diagnostic> stale_decisions(const std::vector<Decision>& decisions,
                                        const ExtractionStore& documents, const std::string& where);

} // namespace zonekg
