// Choosing nodes of a saved graph by what is known of them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// A figure as people write it: 1e8, 1亿, 5000万, 12.5. Nothing else.
std::optional<double> parse_amount(std::string_view text);

// The values of one field of a node: text, and figures where it has any. Fields: id, type, name (aliases count), every
// property (status, capacity, metric, value, …), `zone`, `company`, `project`, `industry`, `fund`, `infrastructure`
// (names of neighbours of that type; types that only plugins know too), `total`, `cumulative`, … (money of that kind tied to it), `documents`, `mentions`,
// `degree` (counts), `target` (kept, late, …: the outcome of a project's targets), `year` (of its figures and states).
struct FieldValues {
  std::vector<std::string> texts;
  std::vector<double> numbers;
};

class Fields {
 public:
  explicit Fields(const Graph& graph); // the graph must outlive it
  [[nodiscard]] FieldValues values(std::uint32_t node, const std::string& field, bool aliases = true) const;
  [[nodiscard]] bool is_known(const std::string& field) const;

 private:
  [[nodiscard]] bool names_neighbours(const std::string& field) const;

  const Graph& graph_;
  std::set<std::string> own_types_; // node types that only plugins know
  std::vector<std::vector<std::uint32_t>> edges_of_; // of each node, both directions
  std::vector<int> last_reports_;
};

struct Condition {
  std::string field;
  std::string op; // = != ~ !~ < <= > >=; ~ holds
  std::string value;
};

// Alternatives of conditions that must all hold: `a=b and c>1 or d~e`. Quotes hold values with spaces.
using Where = std::vector<std::vector<Condition>>;

Where parse_where(std::string_view text); // throws UsageError that says where it stops

bool matches(const Fields& fields, std::uint32_t node, const Where& where);

} // namespace zonekg
