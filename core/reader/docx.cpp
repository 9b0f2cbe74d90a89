#include "core/reader/docx.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/reader/text_builder.hpp"
#include "core/reader/word_numbering.hpp"
#include "core/reader/xml.hpp"

namespace zonekg {
namespace {

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// <w:x/> and <w:x w:val="1"/> switch on, <w:x w:val="0"/> off.
bool is_on(const XmlElement& element) {
  const std::string_view value = element.attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::string read_optional(const ZipArchive& archive, std::string_view name) {
  const ZipArchive::Member* member = archive.find(name);
  return member ? archive.read(*member) : std::string();
}

struct Style {
  int list = 0, level = 0;
  bool contents = false; // a line of the table of contents
};

std::map<std::string, Style, std::less<>> read_styles(const std::string& xml) {
  std::map<std::string, Style, std::less<>> styles;
  Style* style = nullptr;
  XmlEvents events;
  events.start = [&](const XmlElement& e) {
    if (e.name == "style") style = &styles[std::string(e.attribute("styleId"))];
    if (!style) return;
    const std::string_view value = e.attribute("val");
    if (e.name == "name") style->contents = value.starts_with("toc ") || value.starts_with("TOC ");
    else if (e.name == "numId") style->list = to_int(value, 0);
    else if (e.name == "ilvl") style->level = to_int(value, 0);
  };
  events.end = [&](std::string_view name) {
    if (name == "style") style = nullptr;
  };
  if (!xml.empty()) parse_xml(xml, events);
  return styles;
}

struct Paragraph {
  std::string text, style;
  std::optional<int> list, level;
  bool hidden_run = false;
};

struct Cell {
  std::string text;
  std::size_t columns = 1;
  bool continues = false; // the lower part of a cell over several rows
};

struct Table {
  std::vector<std::vector<Cell>> rows;
};

class BodyReader {
 public:
  BodyReader(const ZipArchive& archive, TextBuilder& out)
      : out_(out), styles_(read_styles(read_optional(archive, "word/styles.xml"))),
        numbering_(read_optional(archive, "word/numbering.xml")) {}

  // `notes`: of foot or end notes, whose first two are the separator lines.
  std::optional<std::string> read(std::string_view xml, std::string notes) {
    notes_ = std::move(notes);
    XmlEvents events;
    events.start = [this](const XmlElement& element) { start(element); };
    events.end = [this](std::string_view name) { end(name); };
    events.text = [this](std::string_view text) {
      if (in_text_ && skipped_ == 0 && !paragraphs_.empty() && !paragraphs_.back().hidden_run) paragraphs_.back().text += text;
    };
    return parse_xml(xml, events);
  }

 private:
  static bool is_left_out(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText" || name == "delText";
  }

  void start(const XmlElement& e) {
    if (skipped_ > 0 || is_left_out(e.name)) {
      ++skipped_;
      return;
    }
    if (e.space.find("wordprocessingml") == std::string_view::npos) return;
    if (e.name == "p") paragraphs_.emplace_back();
    else if (e.name == "tbl") tables_.emplace_back();
    else if (e.name == "tr" && !tables_.empty()) tables_.back().rows.emplace_back();
    else if (e.name == "tc" && !tables_.empty() && !tables_.back().rows.empty()) tables_.back().rows.back().emplace_back();
    else if (e.name == "gridSpan" && cell()) cell()->columns = static_cast<std::size_t>(std::clamp(to_int(e.attribute("val"), 1), 1, 63));
    else if (e.name == "vMerge" && cell()) cell()->continues = e.attribute("val") != "restart";
    else if (!paragraphs_.empty()) in_paragraph(e);
  }

  void in_paragraph(const XmlElement& e) {
    Paragraph& paragraph = paragraphs_.back();
    if (e.name == "t") in_text_ = true;
    else if (e.name == "tab" || e.name == "br" || e.name == "cr") paragraph.text += ' ';
    else if (e.name == "noBreakHyphen") paragraph.text += '-';
    else if (e.name == "pStyle") paragraph.style = e.attribute("val");
    else if (e.name == "numId") paragraph.list = to_int(e.attribute("val"), 0);
    else if (e.name == "ilvl") paragraph.level = to_int(e.attribute("val"), 0);
    else if (e.name == "r") paragraph.hidden_run = false;
    else if (e.name == "vanish") paragraph.hidden_run = is_on(e);
  }

  void end(std::string_view name) {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (name == "t") in_text_ = false;
    else if (name == "p" && !paragraphs_.empty()) end_paragraph();
    else if (name == "tbl" && !tables_.empty()) end_table();
  }

  // A text box lies inside a paragraph: its own ones come behind it.
  void end_paragraph() {
    Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    std::string text = number_of(paragraph) + paragraph.text;
    if (is_contents(paragraph)) text.clear();
    if (!paragraphs_.empty()) {
      boxes_.push_back(std::move(text));
      return;
    }
    put(text);
    for (const std::string& box : boxes_) put(box);
    boxes_.clear();
  }

  [[nodiscard]] bool is_contents(const Paragraph& paragraph) const {
    const auto style = styles_.find(paragraph.style);
    return style != styles_.end() && style->second.contents;
  }

  std::string number_of(const Paragraph& paragraph) {
    const auto style = styles_.find(paragraph.style);
    const Style given = style == styles_.end() ? Style{} : style->second;
    const int list = paragraph.list.value_or(given.list);
    if (list == 0 || close_line(paragraph.text).empty()) return {};
    return numbering_.next(list, paragraph.level.value_or(given.level));
  }

  void put(const std::string& text) {
    if (Cell* in = cell()) {
      const std::string line = close_line(text);
      if (!line.empty()) in->text += (in->text.empty() ? "" : " ") + line;
      return;
    }
    if (close_line(text).empty()) return;
    ++count_;
    out_.paragraph(text, notes_.empty() ? "paragraph " + std::to_string(count_) : notes_);
  }

  Cell* cell() {
    const bool inside = !tables_.empty() && !tables_.back().rows.empty() && !tables_.back().rows.back().empty();
    return inside ? &tables_.back().rows.back().back() : nullptr;
  }

  void end_table() {
    const Table table = std::move(tables_.back());
    tables_.pop_back();
    if (tables_.empty()) ++table_count_;
    TableRows rows;
    for (const auto& row : table.rows) rows.push_back(laid_out(row, rows));
    if (tables_.empty()) return out_.table(rows);
    for (const auto& row : rows)
      for (const TableCell& inner : row)
        if (Cell* outer = cell(); outer && !inner.text.empty()) outer->text += (outer->text.empty() ? "" : " ") + inner.text;
  }

  // One cell a column. A cell over several rows stands in each of them: a row must make sense by itself.
  [[nodiscard]] std::vector<TableCell> laid_out(const std::vector<Cell>& row, const TableRows& above) const {
    std::vector<TableCell> cells;
    for (const Cell& given : row) {
      TableCell next{given.text, "table " + std::to_string(table_count_) + " R" + std::to_string(above.size() + 1) + "C" +
                                     std::to_string(cells.size() + 1)};
      if (given.continues && !above.empty() && cells.size() < above.back().size()) next = above.back()[cells.size()];
      cells.push_back(std::move(next));
      for (std::size_t i = 1; i < given.columns; ++i) cells.emplace_back();
    }
    return cells;
  }

  TextBuilder& out_;
  std::map<std::string, Style, std::less<>> styles_;
  WordNumbering numbering_;
  std::vector<Paragraph> paragraphs_; // open ones, outermost first
  std::vector<Table> tables_;         // open ones
  std::vector<std::string> boxes_;
  std::string notes_;
  int skipped_ = 0; // open elements that are left out
  bool in_text_ = false;
  int count_ = 0, table_count_ = 0;
};

std::string read_title(const std::string& xml) {
  std::string title;
  bool inside = false;
  XmlEvents events;
  events.start = [&](const XmlElement& e) { inside = e.name == "title"; };
  events.end = [&](std::string_view) { inside = false; };
  events.text = [&](std::string_view text) {
    if (inside) title += text;
  };
  if (!xml.empty()) parse_xml(xml, events);
  return close_line(title);
}

} // namespace

void read_docx(const ZipArchive& archive, SourceText& source) {
  TextBuilder text;
  BodyReader body(archive, text);
  const ZipArchive::Member* document = archive.find("word/document.xml");
  if (!document) throw UnpackError{"it has no word/document.xml"};
  const auto problem = body.read(archive.read(*document), "");
  if (problem && text.size() == 0) throw UnpackError{*problem};
  for (const char* notes : {"footnote", "endnote"})
    if (const std::string xml = read_optional(archive, std::string("word/") + notes + "s.xml"); !xml.empty()) body.read(xml, notes);
  text.finish(source);
  source.title = read_title(read_optional(archive, "docProps/core.xml"));
  if (problem) source.diagnostics.push_back({Severity::warning, {}, "is damaged and was read in part: " + *problem, "save it again"});
}

} // namespace zonekg
