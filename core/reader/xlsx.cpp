#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/reader/sheets.hpp"
#include "core/reader/text_builder.hpp"
#include "core/reader/xml.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_columns = 1000; // that are read; a sheet has up to 16,384, all but a few of them empty
constexpr std::size_t most_merged = 100'000;
constexpr std::size_t most_cells = 4'000'000; // of one sheet, empty ones between filled ones too

enum class Shown : std::uint8_t { number, percent, date };

std::string read_part(const ZipArchive& archive, std::string_view name) {
  const ZipArchive::Member* member = archive.find(name);
  return member ? archive.read(*member) : std::string();
}

void parse(std::string_view xml, const XmlEvents& events) {
  if (xml.empty()) return;
  if (const auto problem = parse_xml(xml, events)) throw UnpackError{*problem};
}

// Rich text in pieces; phonetic guides (rPh) are not part of it.
std::vector<std::string> read_shared_strings(const std::string& xml) {
  std::vector<std::string> strings;
  bool inside = false, phonetic = false;
  XmlEvents events;
  events.start = [&](const XmlElement& e) {
    if (e.name == "si") strings.emplace_back();
    phonetic = phonetic || e.name == "rPh";
    inside = e.name == "t" && !phonetic;
  };
  events.end = [&](std::string_view name) {
    inside = false;
    if (name == "rPh") phonetic = false;
  };
  events.text = [&](std::string_view text) {
    if (inside && !strings.empty()) strings.back() += text;
  };
  parse(xml, events);
  return strings;
}

// A format code with y, m, d or h outside of quotes and brackets.
Shown shown_by_code(std::string_view code) {
  bool quoted = false, bracket = false;
  Shown shown = Shown::number;
  for (const char c : code) {
    if (c == '"') quoted = !quoted;
    else if (c == '[' || c == ']') bracket = c == '[';
    else if (quoted || bracket) continue;
    else if (c == '%') return Shown::percent;
    else if (c == 'y' || c == 'm' || c == 'd') shown = Shown::date;
  }
  return shown;
}

// How cells of each style are shown.
std::vector<Shown> read_styles(const std::string& xml) {
  std::map<int, Shown> formats;
  for (const int id : {9, 10}) formats[id] = Shown::percent;
  for (int id = 14; id <= 17; ++id) formats[id] = Shown::date;
  for (int id = 27; id <= 36; ++id) formats[id] = Shown::date; // of Chinese systems
  for (int id = 50; id <= 58; ++id) formats[id] = Shown::date;
  formats[22] = Shown::date;
  std::vector<Shown> styles;
  bool cells = false;
  XmlEvents events;
  const auto id_of = [](std::string_view text) {
    int id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
  };
  events.start = [&](const XmlElement& e) {
    if (e.name == "numFmt") formats[id_of(e.attribute("numFmtId"))] = shown_by_code(e.attribute("formatCode"));
    if (e.name == "cellXfs") cells = true;
    if (e.name != "xf" || !cells) return;
    const auto found = formats.find(id_of(e.attribute("numFmtId")));
    styles.push_back(found == formats.end() ? Shown::number : found->second);
  };
  events.end = [&](std::string_view name) { cells = cells && name != "cellXfs"; };
  parse(xml, events);
  return styles;
}

// 0.30000000000000004 is 0.3 to everybody who typed it.
std::string short_number(double value) {
  char digits[40];
  const auto plain = std::abs(value) < 1e15 && (std::abs(value) >= 1e-6 || value == 0);
  const auto rounded = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 15);
  double again = value;
  std::from_chars(digits, rounded.ptr, again);
  const auto end = plain ? std::to_chars(digits, digits + sizeof digits, again, std::chars_format::fixed)
                         : std::to_chars(digits, digits + sizeof digits, again);
  return std::string(digits, end.ptr);
}

// Days since 1899-12-30, as reports write dates.
std::string date_of(double days) {
  namespace ch = std::chrono;
  const ch::year_month_day date(ch::sys_days(ch::year(1899) / 12 / 30) + ch::days(static_cast<int>(days)));
  return std::to_string(static_cast<int>(date.year())) + "年" + std::to_string(static_cast<unsigned>(date.month())) + "月" +
         std::to_string(static_cast<unsigned>(date.day())) + "日";
}

std::string shown_value(const std::string& text, Shown shown) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value)) return text;
  if (shown == Shown::percent) return short_number(value * 100) + '%';
  constexpr double last_day = 2'958'465; // 9999-12-31
  if (shown == Shown::date && value >= 1 && value <= last_day) return date_of(value);
  return short_number(value);
}

struct Reference {
  std::size_t row = 0, column = 0; // from 1; 0: unreadable
};

Reference parse_reference(std::string_view text) {
  Reference found;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 4; ++at)
    found.column = found.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  std::from_chars(text.data() + at, text.data() + text.size(), found.row);
  return found;
}

std::string column_name(std::size_t column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

class SheetReader {
 public:
  SheetReader(std::string name, const std::vector<std::string>& strings, const std::vector<Shown>& styles)
      : name_(std::move(name)), strings_(strings), styles_(styles) {}

  TableRows read(std::string_view xml) {
    XmlEvents events;
    events.start = [this](const XmlElement& e) { start(e); };
    events.end = [this](std::string_view name) { end(name); };
    events.text = [this](std::string_view text) {
      if (in_value_) value_ += text;
    };
    parse(xml, events);
    fill_merged();
    TableRows rows;
    for (auto& [number, row] : rows_) rows.push_back(std::move(row));
    return rows;
  }

 private:
  void start(const XmlElement& e) {
    if (e.name == "row") {
      std::size_t given = 0;
      const std::string_view r = e.attribute("r");
      std::from_chars(r.data(), r.data() + r.size(), given);
      at_ = {given > 0 ? given : at_.row + 1, 0};
    } else if (e.name == "c") {
      const Reference given = parse_reference(e.attribute("r"));
      at_.column = given.column > 0 ? given.column : at_.column + 1;
      type_ = e.attribute("t");
      std::size_t style = 0;
      const std::string_view s = e.attribute("s");
      std::from_chars(s.data(), s.data() + s.size(), style);
      shown_ = style < styles_.size() ? styles_[style] : Shown::number;
      value_.clear();
    } else if (e.name == "mergeCell" && merged_.size() < most_merged) {
      merged_.emplace_back(e.attribute("ref"));
    }
    in_value_ = e.name == "v" || e.name == "t";
  }

  void end(std::string_view name) {
    in_value_ = false;
    if (name != "c" || value_.empty() || at_.column > most_columns) return;
    put(at_, cell_text());
  }

  [[nodiscard]] std::string cell_text() const {
    if (type_ == "s") {
      std::size_t index = strings_.size();
      std::from_chars(value_.data(), value_.data() + value_.size(), index);
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "是" : "否";
    if (type_ == "e") return {};
    return type_.empty() || type_ == "n" ? shown_value(value_, shown_) : value_;
  }

  void put(Reference at, const std::string& text) {
    auto& row = rows_[at.row];
    widen(row, at.column);
    row[at.column - 1] = {text, name_ + '!' + column_name(at.column) + std::to_string(at.row)};
  }

  void widen(std::vector<TableCell>& row, std::size_t columns) {
    if (row.size() >= columns) return;
    cells_ += columns - row.size();
    if (cells_ > most_cells) throw UnpackError{"a sheet has more than " + std::to_string(most_cells) + " cells"};
    row.resize(columns);
  }

  // A cell over several rows stands in each of them: a row must make sense by itself.
  void fill_merged() {
    for (const std::string& range : merged_) {
      const auto colon = range.find(':');
      if (colon == std::string::npos) continue;
      const Reference first = parse_reference(std::string_view(range).substr(0, colon));
      const Reference last = parse_reference(std::string_view(range).substr(colon + 1));
      const auto from = rows_.find(first.row);
      if (first.column == 0 || from == rows_.end() || from->second.size() < first.column) continue;
      const TableCell cell = from->second[first.column - 1];
      for (auto row = std::next(from); row != rows_.end() && row->first <= last.row; ++row) {
        widen(row->second, first.column);
        if (++filled_ > most_cells) throw UnpackError{"a sheet has more merged cells than zonekg reads"};
        if (row->second[first.column - 1].text.empty()) row->second[first.column - 1] = cell;
      }
    }
  }

  std::string name_;
  const std::vector<std::string>& strings_;
  const std::vector<Shown>& styles_;
  std::map<std::size_t, std::vector<TableCell>> rows_; // those that hold anything
  std::vector<std::string> merged_;
  Reference at_;
  std::size_t cells_ = 0, filled_ = 0;
  std::string type_, value_;
  Shown shown_ = Shown::number;
  bool in_value_ = false;
};

// Names of the visible sheets with the files that hold them.
std::vector<std::pair<std::string, std::string>> list_sheets(const ZipArchive& archive) {
  std::map<std::string, std::string, std::less<>> targets;
  XmlEvents events;
  events.start = [&](const XmlElement& e) {
    if (e.name != "Relationship") return;
    std::string target(e.attribute("Target"));
    targets[std::string(e.attribute("Id"))] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  };
  parse(read_part(archive, "xl/_rels/workbook.xml.rels"), events);
  std::vector<std::pair<std::string, std::string>> sheets;
  events.start = [&](const XmlElement& e) {
    const std::string_view state = e.attribute("state");
    if (e.name != "sheet" || state == "hidden" || state == "veryHidden") return;
    std::string_view id;
    for (const auto& [name, value] : e.attributes)
      if (name == "id") id = value;
    if (const auto target = targets.find(id); target != targets.end())
      sheets.emplace_back(std::string(e.attribute("name")), target->second);
  };
  parse(read_part(archive, "xl/workbook.xml"), events);
  return sheets;
}

} // namespace

void read_xlsx(const ZipArchive& archive, SourceText& source) {
  const std::vector<std::string> strings = read_shared_strings(read_part(archive, "xl/sharedStrings.xml"));
  const std::vector<Shown> styles = read_styles(read_part(archive, "xl/styles.xml"));
  TextBuilder text;
  for (const auto& [name, part] : list_sheets(archive)) text.table(SheetReader(name, strings, styles).read(read_part(archive, part)));
  text.finish(source);
}

} // namespace zonekg
