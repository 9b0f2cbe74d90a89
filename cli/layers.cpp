#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/roles.hpp"
#include "cli/setup.hpp"
#include "cli/terminal_text.hpp"
#include "core/host/pipeline.hpp"
#include "core/host/quotes.hpp"

namespace zonekg::cli {
namespace {

const char* name_of_enumeration(std::int32_t kind) {
  switch (kind) {
  case ZKG_ENUM_INLINE:
    return "inline";
  case ZKG_ENUM_PARENTHESISED:
    return "parenthesised";
  case ZKG_ENUM_NUMBERED:
    return "numbered";
  case ZKG_ENUM_TABLE:
    return "table";
  default:
    return "other";
  }
}

const char* name_of_quantity(std::int32_t kind) {
  constexpr const char* names[] = {"number", "money", "percent", "points",  "count",    "area", "length", "mass",
                                   "volume", "power", "energy",  "voltage", "duration", "rate", "rank",   "other"};
  return kind >= 0 && kind < static_cast<std::int32_t>(std::size(names)) ? names[kind] : "other";
}

const char* name_of_tag(std::uint32_t tag) {
  constexpr const char* names[] = {"unknown",  "noun",         "verb",    "adjective",   "adverb",
                                   "function", "number",       "measure", "time",        "place",
                                   "person",   "organisation", "latin",   "punctuation", "other"};
  return tag < std::size(names) ? names[tag] : "other";
}

const char* name_of_grain(std::int32_t grain) {
  constexpr const char* names[] = {"other", "day", "month", "quarter", "half", "year", "years"};
  return grain > 0 && grain < static_cast<std::int32_t>(std::size(names)) ? names[grain] : "other";
}

// 20230101 -> 2023-01-01
std::string date_text(std::int32_t date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date / 10000 % 10000, date / 100 % 100, date % 100);
  return text;
}

class LayersPrinter {
 public:
  LayersPrinter(const AnalysedDocument& document, std::ostream& out)
      : document_(document), layers_(document.layers), quotes_(document.source), stream_(out), json_(stream_) {
    json_.SetIndent(' ', 1);
    json_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  }

  void print() {
    json_.StartObject();
    put(json_, "path", document_.header.path);
    put(json_, "title", document_.header.title);
    if (layers_.date.published) put(json_, "published", date_text(layers_.date.published));
    interval(layers_.date.period);
    array("sentences", layers_.sentences, [&](const zkg_sentence& row) {
      span(row.span);
      put(json_, "section", std::uint64_t{row.section});
      put(json_, "paragraph", std::uint64_t{row.paragraph});
    });
    array("words", layers_.words, [&](const zkg_word& row) {
      span(row.span);
      put(json_, "tag", name_of_tag(row.tag));
    });
    array("sections", layers_.sections, [&](const zkg_section& row) { section(row); });
    array("enumerations", layers_.enumerations, [&](const zkg_enumeration& row) { enumeration(row); });
    array("quantities", layers_.quantities, [&](const zkg_quantity& row) { quantity(row); });
    array("periods", layers_.periods, [&](const zkg_period& row) {
      span(row.span);
      interval(row.interval);
      put(json_, "grain", name_of_grain(row.grain));
      json_.Key("relative");
      json_.Bool(row.relative != 0);
    });
    array("repairs", document_.normalised.repairs, [&](const Repair& row) {
      source_span(row.source, row.text);
      put(json_, "rule", row.rule);
      put(json_, "replacement", row.replacement);
    });
    json_.EndObject();
  }

 private:
  template <class Row, class Fields> void array(const char* key, const std::vector<Row>& rows, const Fields& fields) {
    json_.Key(key);
    json_.StartArray();
    for (const Row& row : rows) {
      json_.StartObject();
      fields(row);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void source_span(zkg_span source, std::string_view text) {
    put(json_, "begin", std::uint64_t{source.begin});
    put(json_, "end", std::uint64_t{source.end});
    put(json_, "text", text);
  }
  [[nodiscard]] zkg_span to_source(zkg_span repaired) const { return document_.normalised.map.to_source(repaired); }
  [[nodiscard]] std::string words(zkg_span repaired) const {
    const zkg_span source = to_source(repaired);
    return std::string(quotes_.quote(source.begin, source.end));
  }
  void span(zkg_span repaired) { source_span(to_source(repaired), words(repaired)); }
  void optional_words(const char* key, zkg_span repaired) {
    if (repaired.end > repaired.begin) put(json_, key, words(repaired));
  }
  // Absent when it is not known or open.
  void number(const char* key, double value) {
    if (!std::isfinite(value)) return;
    json_.Key(key);
    json_.Double(value);
  }
  void interval(zkg_interval interval) {
    if (interval.start) put(json_, "start_date", date_text(interval.start));
    if (interval.end) put(json_, "end_date", date_text(interval.end));
  }

  void section(const zkg_section& row) {
    span(row.span);
    optional_words("number", row.number);
    optional_words("heading", row.heading);
    put(json_, "ordinal", static_cast<std::uint64_t>(std::max(row.ordinal, 0)));
    put(json_, "level", static_cast<std::uint64_t>(std::max(row.level, 0)));
    put(json_, "role", name_of_role(row.role));
    put(json_, "parent", std::uint64_t{row.parent});
  }

  void enumeration(const zkg_enumeration& row) {
    span(row.span);
    put(json_, "kind", name_of_enumeration(row.kind));
    number("claimed", row.claimed);
    optional_words("head", row.head);
    json_.Key("items");
    json_.StartArray();
    for (std::uint32_t i = 0; i < row.item_count; ++i) {
      const zkg_item& item = layers_.items[row.first_item + i];
      json_.StartObject();
      span(item.span);
      put(json_, "row", std::uint64_t{item.row});
      put(json_, "column", std::uint64_t{item.column});
      optional_words("header", item.header);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void quantity(const zkg_quantity& row) {
    span(row.span);
    put(json_, "kind", name_of_quantity(row.kind));
    number("value", row.value);
    put(json_, "unit", row.unit_name);
    number("base_value", row.base_value);
    if (row.currency[0]) put(json_, "currency", row.currency);
    number("lower_bound", row.lower);
    number("upper_bound", row.upper);
  }

  const AnalysedDocument& document_;
  const Layers& layers_;
  SourceQuotes quotes_;
  rapidjson::OStreamWrapper stream_;
  JsonWriter json_;
};

void print_layers(const std::string& argument, bool as_printed) {
  const Dictionary dictionary(installation().dictionary());
  const Analysis analysis = analyse(single_input(argument), dictionary, as_printed);
  print_diagnostics(analysis.diagnostics, false);
  LayersPrinter(*analysis.document, exact_output()).print();
  std::cout << "\n";
  flush_stdout();
}

} // namespace

void add_layers(CLI::App& app) {
  struct Options {
    std::string file;
    bool as_printed = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("layers", "Print what plugins are given of a document, as JSON");
  command->add_option("file", options->file, "The file; - is standard input")->required();
  command->add_flag("--as-printed", options->as_printed, "Without repairs of damaged text");
  command->callback([options] { print_layers(options->file, options->as_printed); });
}

} // namespace zonekg::cli
