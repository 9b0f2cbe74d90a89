#include "core/reader/odt.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "core/reader/text_builder.hpp"
#include "core/reader/xml.hpp"

namespace zonekg {
namespace {

// Repeated cells and rows beyond these are the empty rest of a sheet.
constexpr std::size_t most_repeated = 64;

std::size_t count_of(const XmlElement& element, std::string_view name) {
  std::size_t count = 1;
  const std::string_view text = element.attribute(name);
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::clamp<std::size_t>(count, 1, most_repeated);
}

struct Table {
  std::string name;
  TableRows rows;
  std::vector<std::size_t> below; // for each column: rows that the cell above still covers
  std::size_t repeated_cells = 1, spanned_rows = 1;
};

class ContentReader {
 public:
  explicit ContentReader(TextBuilder& out) : out_(out) {}

  std::optional<std::string> read(std::string_view xml) {
    XmlEvents events;
    events.start = [this](const XmlElement& element) { start(element); };
    events.end = [this](std::string_view name) { end(name); };
    events.text = [this](std::string_view text) {
      if (skipped_ == 0 && !paragraphs_.empty()) paragraphs_.back() += text;
    };
    return parse_xml(xml, events);
  }

 private:
  static bool is_left_out(std::string_view name) {
    return name == "tracked-changes" || name == "annotation" || name == "table-of-content" || name == "note-citation";
  }

  void start(const XmlElement& e) {
    if (skipped_ > 0 || is_left_out(e.name)) {
      ++skipped_;
      return;
    }
    if (e.name == "p" || e.name == "h") paragraphs_.emplace_back();
    else if (e.name == "table" && e.space.find(":table:") != std::string_view::npos) open_table(e);
    else if (e.name == "table-row" && !tables_.empty()) tables_.back().rows.emplace_back();
    else if ((e.name == "table-cell" || e.name == "covered-table-cell") && in_row()) open_cell(e);
    else if (!paragraphs_.empty()) {
      if (e.name == "tab" || e.name == "line-break") paragraphs_.back() += ' ';
      else if (e.name == "s") paragraphs_.back().append(count_of(e, "c"), ' ');
    }
  }

  void end(std::string_view name) {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if ((name == "p" || name == "h") && !paragraphs_.empty()) {
      const std::string text = std::move(paragraphs_.back());
      paragraphs_.pop_back();
      put(text);
    } else if (name == "table-cell" || name == "covered-table-cell") {
      close_cell();
    } else if (name == "table" && !tables_.empty()) {
      close_table();
    }
  }

  [[nodiscard]] bool in_row() const { return !tables_.empty() && !tables_.back().rows.empty(); }
  [[nodiscard]] TableCell* cell() {
    return in_row() && !tables_.back().rows.back().empty() ? &tables_.back().rows.back().back() : nullptr;
  }

  void open_table(const XmlElement& e) {
    tables_.emplace_back();
    if (tables_.size() == 1) ++table_count_;
    tables_.back().name = e.attribute("name");
  }

  // A cell over several rows stands in each of them: below it, the file has covered cells.
  void open_cell(const XmlElement& e) {
    Table& table = tables_.back();
    auto& row = table.rows.back();
    const std::size_t column = row.size();
    std::string where = table.name.empty() ? "table " + std::to_string(table_count_) : table.name;
    row.push_back({"", where + " R" + std::to_string(table.rows.size()) + "C" + std::to_string(column + 1)});
    table.repeated_cells = count_of(e, "number-columns-repeated");
    table.spanned_rows = count_of(e, "number-rows-spanned");
    if (table.below.size() <= column) table.below.resize(column + 1);
    if (e.name == "covered-table-cell" && table.below[column] > 0 && table.rows.size() > 1) {
      const auto& above = table.rows[table.rows.size() - 2];
      if (column < above.size()) row.back() = above[column];
      --table.below[column];
    }
  }

  void close_cell() {
    if (!cell()) return;
    Table& table = tables_.back();
    auto& row = table.rows.back();
    if (table.spanned_rows > 1) table.below[row.size() - 1] = table.spanned_rows - 1;
    for (std::size_t i = 1; i < table.repeated_cells; ++i) row.push_back(row.back());
    table.repeated_cells = table.spanned_rows = 1;
  }

  void put(const std::string& text) {
    const std::string line = close_line(text);
    if (line.empty()) return;
    if (TableCell* in = cell()) {
      in->text += (in->text.empty() ? "" : " ") + line;
      return;
    }
    out_.paragraph(line, "paragraph " + std::to_string(++count_));
  }

  void close_table() {
    const Table table = std::move(tables_.back());
    tables_.pop_back();
    if (tables_.empty()) return out_.table(table.rows);
    for (const auto& row : table.rows)
      for (const TableCell& inner : row) put(inner.text);
  }

  TextBuilder& out_;
  std::vector<std::string> paragraphs_; // open ones
  std::vector<Table> tables_;           // open ones
  int skipped_ = 0, count_ = 0, table_count_ = 0;
};

} // namespace

void read_odf(const ZipArchive& archive, SourceText& source) {
  const ZipArchive::Member* content = archive.find("content.xml");
  if (!content) throw UnpackError{"it has no content.xml"};
  TextBuilder text;
  const auto problem = ContentReader(text).read(archive.read(*content));
  if (problem && text.size() == 0) throw UnpackError{*problem};
  text.finish(source);
  if (problem) source.diagnostics.push_back({Severity::warning, {}, "is damaged and was read in part: " + *problem, "save it again"});
}

} // namespace zonekg
