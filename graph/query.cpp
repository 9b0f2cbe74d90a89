#include "graph/query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "graph/life_cycle.hpp"
#include "graph/name_key.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 8> operators = {"!=", "!~", "<=", ">=", "=", "~", "<", ">"};
constexpr std::array<std::string_view, 6> neighbour_types = {"zone",     "company", "project",
                                                             "industry", "fund",    "infrastructure"};
constexpr std::array<std::string_view, 8> money_kinds = {"total",   "cumulative", "period",      "financing",
                                                         "subsidy", "revenue",    "acquisition", "other"};
constexpr std::array<std::string_view, 9> own_fields = {"id",     "type", "name",  "documents", "mentions",
                                                        "degree", "target", "year", "confidence"};

template <typename Words> bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void add_number(FieldValues& values, double number) {
  values.numbers.push_back(number);
  values.texts.push_back(number_text(number));
}

void add_property(FieldValues& values, const PropertyValue& property) {
  if (const auto* text = std::get_if<std::string>(&property)) values.texts.push_back(*text);
  if (const auto* number = std::get_if<double>(&property)) add_number(values, *number);
  if (const auto* flag = std::get_if<bool>(&property)) values.texts.emplace_back(*flag ? "true" : "false");
  if (const auto* figure = std::get_if<Figure>(&property)) add_number(values, figure->value);
}

void add_names(FieldValues& values, const Node& node) {
  values.texts.push_back(node.name);
  values.texts.insert(values.texts.end(), node.aliases.begin(), node.aliases.end());
}

void add_amounts(FieldValues& values, const Node& investment, const std::string& kind) {
  const PropertyValue* own = find_property(investment, "kind");
  if (own == nullptr || *own != PropertyValue(kind)) return;
  for (const char* key : {"amount", "amount_max", "amount_min"})
    if (const PropertyValue* amount = find_property(investment, key)) return add_property(values, *amount);
}

void add_years(FieldValues& values, const Node& node) {
  std::set<std::string> years;
  if (const PropertyValue* period = find_property(node, "period"))
    if (const auto* text = std::get_if<std::string>(period)) years.insert(text->substr(0, 4));
  for (const History& history : node.histories)
    for (const HistoryEntry& entry : history.entries)
      if (!entry.period.empty()) years.insert(entry.period.substr(0, 4));
  for (const std::string& year : years)
    if (const auto number = parse_amount(year)) add_number(values, *number);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool holds(const FieldValues& values, const Condition& condition) {
  const bool negated = condition.op[0] == '!';
  if (condition.op == "~" || condition.op == "!~")
    return negated != std::any_of(values.texts.begin(), values.texts.end(), [&](const std::string& text) {
             return text.find(condition.value) != std::string::npos;
           });
  const auto number = parse_amount(condition.value);
  if (condition.op == "=" || condition.op == "!=") {
    const auto equal = [&](const std::string& text) { return name_key("", text) == name_key("", condition.value); };
    return negated != (std::any_of(values.texts.begin(), values.texts.end(), equal) ||
                       (number && std::find(values.numbers.begin(), values.numbers.end(), *number) != values.numbers.end()));
  }
  if (!number) throw UsageError("'" + condition.value + "' is no figure that '" + condition.field + "' could be compared with");
  return std::any_of(values.numbers.begin(), values.numbers.end(), [&](double value) {
    if (condition.op == "<") return value < *number;
    if (condition.op == "<=") return value <= *number;
    if (condition.op == ">") return value > *number;
    return value >= *number;
  });
}

// Reads one condition off the front of `text`.
Condition take_condition(std::string_view& text) {
  std::size_t at = std::string_view::npos;
  std::string_view found;
  for (const std::string_view op : operators) {
    const std::size_t place = text.find(op);
    if (place >= at) continue;
    at = place;
    found = op;
  }
  if (found.empty() || at == 0) throw UsageError("no condition (FIELD OPERATOR VALUE) at '" + std::string(text) + "'");
  Condition condition{std::string(trimmed(text.substr(0, at))), std::string(found), {}};
  text = trimmed(text.substr(at + found.size()));
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const std::size_t close = text.find(text.front(), 1);
    if (close == text.npos) throw UsageError("a quotation mark does not end at '" + std::string(text) + "'");
    condition.value = text.substr(1, close - 1);
    text = trimmed(text.substr(close + 1));
    return condition;
  }
  const std::size_t end = std::min({text.find(" and "), text.find(" or "), text.size()});
  condition.value = trimmed(text.substr(0, end));
  if (condition.value.ends_with(" and") || condition.value.ends_with(" or"))
    throw UsageError("a condition is missing behind '" + condition.value + "'");
  text = trimmed(text.substr(end));
  return condition;
}

} // namespace

std::optional<double> parse_amount(std::string_view text) {
  double factor = 1;
  for (const auto& [unit, value] : {std::pair{std::string_view("亿"), 1e8}, std::pair{std::string_view("万"), 1e4}})
    while (text.ends_with(unit)) {
      text.remove_suffix(unit.size());
      factor *= value;
    }
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number * factor;
}

Fields::Fields(const Graph& graph) : graph_(graph), edges_of_(graph.node_count()), last_reports_(last_zone_reports(graph)) {
  for (std::uint32_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    edges_of_[view.source].push_back(e);
    if (view.target != view.source) edges_of_[view.target].push_back(e);
  }
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    const std::string& type = graph.node(n).type;
    if (!among(neighbour_types, type) && !among(own_fields, type) && type != "investment" && type != "indicator" && type != "document")
      own_types_.insert(type);
  }
}

bool Fields::names_neighbours(const std::string& field) const {
  return among(neighbour_types, field) || own_types_.contains(field);
}

FieldValues Fields::values(std::uint32_t index, const std::string& field, bool aliases) const {
  FieldValues values;
  const Node& node = graph_.node(index);
  if (field == "id") values.texts.push_back(node.id);
  if (field == "type") values.texts.push_back(node.type);
  if (field == "name") add_names(values, node);
  if (field == "mentions") add_number(values, static_cast<double>(node.mentions.size()));
  if (field == "confidence") add_number(values, node.confidence);
  if (field == "degree") add_number(values, static_cast<double>(edges_of_[index].size()));
  if (field == "year") add_years(values, node);
  if (field == "target")
    for (const Target& target : life_cycle(graph_, index, last_reports_).targets) values.texts.emplace_back(text_of(target.outcome));
  if (field == "documents") {
    std::set<std::uint32_t> documents;
    for (const Evidence& evidence : node.mentions) documents.insert(evidence.document);
    add_number(values, static_cast<double>(documents.size()));
  }
  if (const PropertyValue* property = find_property(node, field)) add_property(values, *property);
  for (const std::uint32_t e : edges_of_[index]) {
    const EdgeView view = graph_.edge(e);
    const Node& other = graph_.node(view.source == index ? view.target : view.source);
    if (other.type == field && names_neighbours(field)) aliases ? add_names(values, other) : values.texts.push_back(other.name);
    if (other.type == "investment" && among(money_kinds, field)) add_amounts(values, other, field);
  }
  return values;
}

bool Fields::is_known(const std::string& field) const {
  if (names_neighbours(field) || among(money_kinds, field) || among(own_fields, field)) return true;
  for (std::size_t n = 0; n < graph_.node_count(); ++n)
    if (find_property(graph_.node(n), field) != nullptr) return true;
  return false;
}

Where parse_where(std::string_view text) {
  Where where;
  if (trimmed(text).empty()) return where;
  where.emplace_back();
  for (text = trimmed(text);;) {
    where.back().push_back(take_condition(text));
    if (text.empty()) return where;
    const bool both = text.starts_with("and "), either = text.starts_with("or ");
    if (!both && !either) throw UsageError("'and' or 'or' is missing before '" + std::string(text) + "'");
    if (either) where.emplace_back();
    text = trimmed(text.substr(both ? 4 : 3));
  }
}

bool matches(const Fields& fields, std::uint32_t node, const Where& where) {
  return where.empty() || std::any_of(where.begin(), where.end(), [&](const std::vector<Condition>& all) {
           return std::all_of(all.begin(), all.end(), [&](const Condition& condition) {
             return holds(fields.values(node, condition.field), condition);
           });
         });
}

} // namespace zonekg
