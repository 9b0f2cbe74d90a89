#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <tuple>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/query.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string graph, type, where, sort;
  std::vector<std::string> columns;
  std::size_t limit = 0;
  bool json = false, evidence = false, ascending = false;
};

std::string joined(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : " / ") + text;
  return result;
}

void check_field(const Fields& fields, const std::string& field) {
  if (!fields.is_known(field)) throw UsageError("no node of the graph has a field '" + field + "'");
}

// By the greatest figure, else by the first text; nodes without a value come last.
void sort_nodes(const Graph& graph, const Fields& fields, const Options& options, std::vector<std::uint32_t>& nodes) {
  const auto key = [&](std::uint32_t node) {
    const FieldValues values = fields.values(node, options.sort);
    const bool number = !values.numbers.empty(), any = number || !values.texts.empty();
    const double figure = number ? *std::max_element(values.numbers.begin(), values.numbers.end()) : 0;
    return std::tuple(any, figure, number || !any ? std::string() : values.texts.front());
  };
  using Key = decltype(key(0));
  std::vector<std::pair<Key, std::uint32_t>> keyed;
  for (const std::uint32_t node : nodes) keyed.emplace_back(key(node), node);
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    if (std::get<0>(a.first) != std::get<0>(b.first)) return std::get<0>(a.first);
    if (a.first != b.first) return options.ascending ? a.first < b.first : b.first < a.first;
    return graph.node(a.second).name < graph.node(b.second).name;
  });
  for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i] = keyed[i].second;
}

std::vector<std::string> columns_of(const Options& options) {
  if (!options.columns.empty()) return options.columns;
  std::vector<std::string> columns = {"name"};
  if (options.type.empty()) columns.emplace_back("type");
  if (options.type == "project") columns.insert(columns.end(), {"status", "total", "company", "zone"});
  if (options.type == "company") columns.insert(columns.end(), {"zone", "project"});
  if (options.type == "infrastructure") columns.insert(columns.end(), {"capacity", "total", "zone"});
  if (options.type == "indicator") columns.insert(columns.end(), {"value", "unit", "yoy", "period", "modality", "zone"});
  if (options.type == "investment") columns.insert(columns.end(), {"kind", "amount", "currency", "period", "project"});
  return columns;
}

std::string cell(const Graph& graph, const Fields& fields, std::uint32_t node, const std::string& column) {
  if (column == "name") return graph.node(node).name;
  std::vector<std::string> texts = fields.values(node, column, false).texts;
  std::vector<std::string> names;
  for (const std::string& text : texts)
    if (std::find(names.begin(), names.end(), text) == names.end()) names.push_back(text);
  constexpr std::size_t most = 3;
  const std::size_t more = names.size() > most ? names.size() - most : 0;
  names.resize(names.size() - more);
  return joined(names) + (more > 0 ? " +" + std::to_string(more) : "");
}

void print_table(const Graph& graph, const Fields& fields, const Options& options,
                 const std::vector<std::uint32_t>& nodes) {
  const auto columns = columns_of(options);
  std::vector<std::vector<std::string>> rows = {columns};
  for (const std::uint32_t node : nodes) {
    rows.emplace_back();
    for (const std::string& column : columns) rows.back().push_back(cell(graph, fields, node, column));
  }
  std::vector<std::size_t> widths(columns.size());
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      std::cout << (c + 1 < rows[r].size() ? padded(rows[r][c], widths[c] + 2) : rows[r][c]);
    std::cout << "\n";
    if (r > 0 && options.evidence) print_evidence(graph, graph.node(nodes[r - 1]).mentions, 4);
  }
}

void print_json(const Graph& graph, const Fields& fields, const Options& options,
                const std::vector<std::uint32_t>& nodes) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartArray();
  for (const std::uint32_t node : nodes) {
    json.StartObject();
    put_node(json, graph.node(node));
    for (const std::string& column : columns_of(options)) {
      if (column == "name" || column == "type" || column == "id") continue;
      json.Key(column.c_str());
      json.StartArray();
      for (const std::string& text : fields.values(node, column, false).texts) put(json, text);
      json.EndArray();
    }
    if (options.evidence) put_evidence(json, graph, graph.node(node).mentions);
    json.EndObject();
  }
  json.EndArray();
  std::cout << "\n";
}

void list(const Options& options) {
  const Where where = parse_where(options.where);
  const Graph graph = load_graph(options.graph);
  const Fields fields(graph);
  for (const auto& all : where)
    for (const Condition& condition : all) check_field(fields, condition.field);
  if (!options.sort.empty()) check_field(fields, options.sort);
  for (const std::string& column : options.columns) check_field(fields, column);
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t n = 0; n < graph.node_count(); ++n)
    if ((options.type.empty() || graph.node(n).type == options.type) && matches(fields, n, where)) nodes.push_back(n);
  if (!options.sort.empty()) sort_nodes(graph, fields, options, nodes);
  if (options.limit > 0 && nodes.size() > options.limit) nodes.resize(options.limit);
  if (options.json)
    print_json(graph, fields, options, nodes);
  else
    print_table(graph, fields, options, nodes);
  flush_stdout();
}

} // namespace

void add_list(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("list", "List the nodes that fit conditions");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("-t,--type", options->type, "zone, company, project, fund, infrastructure, industry, …");
  command->add_option("-w,--where", options->where,
                      "FIELD OPERATOR VALUE, joined by and / or; operators = != ~ !~ < <= > >= (~ holds); "
                      "figures as 1e8, 1亿, 5000万");
  command->add_option("-s,--sort", options->sort, "Field to sort by, greatest first");
  command->add_flag("--ascending", options->ascending, "Least first");
  command->add_option("-c,--columns", options->columns, "Fields to show")->delimiter(',')->allow_extra_args(false);
  command->add_option("-n,--limit", options->limit, "At most so many");
  command->add_flag("-e,--evidence", options->evidence, "The words behind each line");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { list(*options); });
}

} // namespace zonekg::cli
