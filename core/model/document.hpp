// A document: source text as extracted from the file, repaired text, shared layers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/diagnostic.hpp"
#include "core/text/layers.hpp"
#include "core/text/normalise.hpp"

namespace zonekg {

// From `begin` on, to the next one, the text stands at this place of the file.
struct SourcePlace {
  std::uint32_t begin = 0; // code points of the text
  std::string name;        // `page 3`, `paragraph 12`, `table 2 R3C4`, `Sheet1!B4`; empty: none
};

// What a reader makes of a file. `text` is what `zonekg text` prints and what evidence offsets count in.
struct SourceText {
  std::string text;      // valid UTF-8, `\n` line ends, no NUL
  std::string title;     // from the format's own metadata; empty otherwise
  int published = 0;     // yyyymmdd from the format's own metadata; 0 otherwise
  std::vector<SourcePlace> places = {}; // by begin; empty for formats without places
  std::string publisher = {};           // 发布机构, when the format or its page says so
  std::string index_number = {};        // 索引号 of a government page
  std::vector<Diagnostic> diagnostics = {};
};

// A figure as it stands. Offsets are code points of the source text, as in Evidence.
struct ToldFigure {
  std::uint32_t begin = 0, end = 0;
  std::string text;
  std::optional<double> value; // as printed
  std::string unit;
  bool operator==(const ToldFigure&) const = default;
};

// A list that says how many it stands for, or a column of figures with its total: core/text/claims.hpp. Kept so that
// "named 5 of 17" can be told and checked; an item's value is its own part of the total.
struct ToldList {
  ToldFigure total; // its words: the whole list, or the total's cell
  std::string noun; // 项目, a column's heading
  bool open = false, exact = true; // 等; no 余, 多, 近
  std::vector<ToldFigure> items;
  bool operator==(const ToldList&) const = default;
};

// What percentage a figure is told to be of another.
struct ToldShare {
  ToldFigure percent; // its words: from the part to the percentage
  std::string of;     // 年度计划
  ToldFigure part;
  std::optional<ToldFigure> whole;
  bool operator==(const ToldShare&) const = default;
};

// What stays of a document after extraction.
struct DocumentHeader {
  std::string id;     // stable: from the content hash, `d` + 12 hex digits; `-2`, `-3` … for later copies of one content
  std::string path;   // relative to the folder given on the command line, or the file's name
  std::string title;
  std::string sha256; // of the file's bytes
  DocumentDate date;
  std::string publisher = {};    // SourceText.publisher
  std::string index_number = {}; // SourceText.index_number
  std::vector<ToldList> lists = {};   // by their place in the text
  std::vector<ToldShare> shares = {}; // by their place in the text
};

// Not movable: the offset map views the text. Make it where it stays.
struct AnalysedDocument {
  DocumentHeader header;
  std::string source; // SourceText.text
  std::vector<SourcePlace> places; // SourceText.places
  NormalisedText normalised;
  Layers layers;

  AnalysedDocument() = default;
  AnalysedDocument(const AnalysedDocument&) = delete;
  AnalysedDocument& operator=(const AnalysedDocument&) = delete;
};

} // namespace zonekg
