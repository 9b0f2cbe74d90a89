// A workbook: one sheet for each question that an analyst opens a spreadsheet with.
#include <new>
#include <string>
#include <string_view>
#include <vector>
#include <xlsxwriter.h>

#include "core/process/memory_file.hpp"
#include "core/text/utf8.hpp"
#include "export/atomic_file.hpp"
#include "export/columns.hpp"
#include "export/readable.hpp"
#include "export/style.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/code_points.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

constexpr std::size_t longest_cell = 32000;     // code points; the format's limit is 32,767 UTF-16 units
constexpr std::size_t most_rows = 1'048'575;    // of the format, below the header
constexpr std::time_t made = 1'577'836'800;     // 2020-01-01: the file says nothing of when it was made

// What the sheet's XML can hold, and no longer than a cell. Line ends are line feeds, as spreadsheets make them.
std::string cell_text(std::string_view text) {
  std::string result;
  std::size_t units = 0;
  char32_t last = 0;
  for (const char32_t c : to_code_points(text)) {
    units += c > 0xFFFF ? 2 : 1;
    if (units > longest_cell) return result + "…";
    if (c == U'\r') result += '\n';
    else if (c != U'\n' || last != U'\r') append_code_point(result, is_xml_character(c) ? c : U'\uFFFD');
    last = c;
  }
  return result;
}

class Sheet {
 public:
  Sheet(lxw_workbook* book, const char* name, const std::vector<std::pair<const char*, double>>& columns)
      : sheet_(workbook_add_worksheet(book, name)), columns_(columns.size()) {
    if (!sheet_) throw std::bad_alloc();
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    format_set_bg_color(bold, 0xDDEBF7);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      worksheet_write_string(sheet_, 0, column, columns[c].first, bold);
      worksheet_set_column(sheet_, column, column, columns[c].second, nullptr);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
  }
  ~Sheet() {
    if (row_ > 0) worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1));
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  Sheet& text(std::string_view value) {
    if (fits() && !value.empty()) worksheet_write_string(sheet_, row_ + 1, column_, cell_text(value).c_str(), nullptr);
    ++column_;
    return *this;
  }
  Sheet& number(double value) {
    if (fits()) worksheet_write_number(sheet_, row_ + 1, column_, value, nullptr);
    ++column_;
    return *this;
  }
  Sheet& value(const PropertyValue* value) { // an empty cell for null
    if (!value) return text("");
    if (const auto* figure = std::get_if<double>(value)) return number(*figure);
    if (const auto* words = std::get_if<std::string>(value)) return text(*words);
    if (const auto* flag = std::get_if<bool>(value)) return text(*flag ? "true" : "false");
    return text(plain_values({"", *value})[0].text + std::get<Figure>(*value).unit);
  }
  void end() {
    if (fits()) ++row_;
    column_ = 0;
  }

 private:
  [[nodiscard]] bool fits() const { return row_ < most_rows; }

  lxw_worksheet* sheet_;
  std::size_t columns_;
  lxw_row_t row_ = 0; // rows below the header
  lxw_col_t column_ = 0;
};

class XlsxWriter {
 public:
  XlsxWriter(const Graph& graph, lxw_workbook* book) : graph_(graph), book_(book), by_source_(graph.node_count()), by_target_(graph.node_count()) {
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
      by_source_[graph.edge(i).source].push_back(i);
      by_target_[graph.edge(i).target].push_back(i);
    }
  }

  void write() {
    entities();
    projects();
    indicators();
    investments();
    relations();
    evidence();
    documents();
  }

 private:
  [[nodiscard]] std::string sources(std::size_t node, std::string_view type) const {
    std::vector<std::string> names;
    for (const std::size_t i : by_target_[node])
      if (graph_.edge(i).edge.type == type) names.push_back(graph_.node(graph_.edge(i).source).name);
    return readable_list(names);
  }
  [[nodiscard]] std::string targets(std::size_t node, std::string_view type) const {
    std::vector<std::string> names;
    for (const std::size_t i : by_source_[node])
      if (graph_.edge(i).edge.type == type) names.push_back(graph_.node(graph_.edge(i).target).name);
    return readable_list(names);
  }

  void entities() {
    Sheet sheet(book_, "实体 Entities",
                {{"类型 type", 14}, {"名称 name", 36}, {"别名 aliases", 24}, {"所在 located_in", 24}, {"置信度 confidence", 12},
                 {"提及次数 mentions", 10}, {"属性 properties", 40}, {"id", 20}});
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
      const Node& node = graph_.node(i);
      std::vector<std::string> properties;
      for (const Property& property : node.properties)
        for (const PlainValue& value : plain_values(property)) properties.push_back(value.key + '=' + value.text);
      sheet.text(node.type).text(node.name).text(readable_list(node.aliases)).text(targets(i, "located_in"))
          .number(node.confidence).number(static_cast<double>(node.mentions.size())).text(readable_list(properties))
          .text(node.id).end();
    }
  }

  void projects() {
    Sheet sheet(book_, "项目 Projects",
                {{"项目 project", 40}, {"状态 status", 16}, {"承担 undertaken_by", 28}, {"园区 located_in", 24},
                 {"投资额(元) amount", 18}, {"币种 currency", 8}, {"经历 history", 50}, {"依据 evidence", 60}, {"id", 20}});
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
      const Node& node = graph_.node(i);
      if (node.type != "project") continue;
      const History* history = find_history(node, "status");
      const Node* money = total_investment(i);
      sheet.text(node.name).value(find_property(node, "status")).text(sources(i, "undertakes"))
          .text(targets(i, "located_in")).value(money ? find_property(*money, "amount") : nullptr)
          .value(money ? find_property(*money, "currency") : nullptr)
          .text(history ? readable_history(*history, graph_.header()) : "")
          .text(readable_evidence(node.mentions, graph_.header())).text(node.id).end();
    }
  }

  // The largest one that is tied to the project, its total when there is one.
  [[nodiscard]] const Node* total_investment(std::size_t project) const {
    const Node* best = nullptr;
    std::pair<bool, double> best_key;
    for (const std::size_t i : by_target_[project]) {
      if (graph_.edge(i).edge.type != "invested_in") continue;
      const Node& money = graph_.node(graph_.edge(i).source);
      const PropertyValue* amount = find_property(money, "amount");
      const PropertyValue* kind = find_property(money, "kind");
      if (!amount || !std::holds_alternative<double>(*amount)) continue;
      const std::pair key(kind && *kind == PropertyValue("total"), std::get<double>(*amount));
      if (!best || key > best_key) {
        best = &money;
        best_key = key;
      }
    }
    return best;
  }

  void indicators() {
    Sheet sheet(book_, "指标 Indicators",
                {{"园区 zone", 28}, {"指标 metric", 24}, {"期间 period", 18}, {"数值 value", 14}, {"单位 unit", 10},
                 {"同比% yoy", 10}, {"性质 modality", 12}, {"依据 evidence", 60}, {"id", 20}});
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
      const Node& node = graph_.node(i);
      if (node.type != "indicator") continue;
      sheet.text(targets(i, "indicator_of"));
      for (const char* key : {"metric", "period", "value", "unit", "yoy", "modality"}) sheet.value(find_property(node, key));
      sheet.text(readable_evidence(node.mentions, graph_.header())).text(node.id).end();
    }
  }

  void investments() {
    Sheet sheet(book_, "投资 Investments",
                {{"对象 invested_in", 36}, {"金额 amount", 18}, {"下限 amount_min", 16}, {"上限 amount_max", 16},
                 {"币种 currency", 8}, {"种类 kind", 12}, {"期间 period", 18}, {"性质 modality", 12}, {"出资 invested_by", 24},
                 {"依据 evidence", 60}, {"id", 20}});
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
      const Node& node = graph_.node(i);
      if (node.type != "investment") continue;
      sheet.text(targets(i, "invested_in"));
      for (const char* key : {"amount", "amount_min", "amount_max", "currency", "kind", "period", "modality"})
        sheet.value(find_property(node, key));
      sheet.text(targets(i, "invested_by")).text(readable_evidence(node.mentions, graph_.header())).text(node.id).end();
    }
  }

  void relations() {
    Sheet sheet(book_, "关系 Relations",
                {{"从 source", 36}, {"关系 type", 16}, {"到 target", 36}, {"期间 period", 18}, {"性质 modality", 12},
                 {"置信度 confidence", 12}, {"依据 evidence", 60}, {"source id", 20}, {"target id", 20}});
    for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
      const auto [source, target, edge] = graph_.edge(i);
      sheet.text(graph_.node(source).name).text(edge.type).text(graph_.node(target).name).text(edge.period)
          .text(edge.modality).number(edge.confidence).text(readable_evidence(edge.evidence, graph_.header()))
          .text(graph_.node(source).id).text(graph_.node(target).id).end();
    }
  }

  void evidence() {
    Sheet sheet(book_, "依据 Evidence",
                {{"名称 name", 36}, {"类型 type", 14}, {"原文 text", 50}, {"文件 file", 36}, {"位置 place", 14},
                 {"begin", 8}, {"end", 8}, {"plugin", 14}, {"rule", 14}, {"id", 20}});
    for (std::size_t i = 0; i < graph_.node_count(); ++i)
      for (const Evidence& e : graph_.node(i).mentions)
        sheet.text(graph_.node(i).name).text(graph_.node(i).type).text(e.text)
            .text(graph_.header().documents[e.document].path).text(e.place).number(e.begin).number(e.end)
            .text(e.plugin).text(e.rule).text(graph_.node(i).id).end();
  }

  void documents() {
    Sheet sheet(book_, "文件 Documents",
                {{"文件 file", 40}, {"标题 title", 50}, {"发布 published", 12}, {"期间 period", 18}, {"id", 20}, {"sha256", 66}});
    for (const DocumentHeader& document : graph_.header().documents)
      sheet.text(document.path).text(document.title).text(date_text(document.date.published))
          .text(period_text(document.date.period)).text(document.id).text(document.sha256).end();
  }

  const Graph& graph_;
  lxw_workbook* book_;
  std::vector<std::vector<std::size_t>> by_source_, by_target_; // edges
};

} // namespace

void write_xlsx(const Graph& graph, std::ostream& out) {
  // The library writes to a path only.
  const MemoryFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (!book) throw std::bad_alloc();
  lxw_doc_properties properties{};
  properties.created = made;
  workbook_set_properties(book, &properties);
  XlsxWriter(graph, book).write();
  const lxw_error error = workbook_close(book); // frees the book
  if (error != LXW_NO_ERROR) throw OutputError(std::string("cannot make the workbook: ") + lxw_strerror(error));
  const std::string bytes = file.read();
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace zonekg
