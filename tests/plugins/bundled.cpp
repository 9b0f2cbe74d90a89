#include "tests/plugins/bundled.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string_view>

#include "cli/conformance/markup.hpp"
#include "core/text/dictionary.hpp"
#include "core/text/utf8.hpp"

namespace zonekg::test {
namespace {

PluginSet load_bundled() {
  FoundPlugins found = load_plugins({ZONEKG_BUILD_DIR "/plugins"}, trust_all());
  if (!found.refusals.empty()) throw InputError(found.refusals.front().where + ": " + found.refusals.front().message);
  return order_plugins(std::move(found.plugins));
}

struct Bundle {
  Dictionary dictionary{ZONEKG_BUILD_DIR "/words.dict"};
  PluginConfig config{ZONEKG_BUILD_DIR "/shared", {}, {}, {}};
  PluginInstances instances{bundled_plugins(), config};
  TriggerScanner triggers{instances};
};

const AttributeValue* attribute(const RawMention& mention, const std::string& key) {
  for (const Attribute& a : mention.attributes)
    if (a.key == key) return &a.value;
  return nullptr;
}

std::string text_of(const RawMention& mention, const std::string& key) {
  const AttributeValue* value = attribute(mention, key);
  return value ? std::get<std::string>(*value) : "none";
}

std::string number(double value) {
  std::ostringstream out;
  out.precision(12);
  out << value;
  return out.str();
}

void trim_quotes(const std::string& text, MarkedSpan& span) {
  for (const std::string_view quote : {"“", "”", "《", "》"}) {
    const auto size = static_cast<std::uint32_t>(quote.size());
    if (text.compare(span.begin, size, quote) == 0) span.begin += size;
    if (span.end >= size && text.compare(span.end - size, size, quote) == 0) span.end -= size;
  }
}

// From code points of the source, which evidence counts in, to its bytes.
MarkedSpan source_span(const AnalysedDocument& document, zkg_span repaired) {
  const zkg_span points = document.normalised.map.to_source(repaired);
  MarkedSpan span;
  std::uint32_t at = 0, point = 0;
  for (; point < points.end; ++point) {
    if (point == points.begin) span.begin = at;
    at += code_point_at(document.source, at).size;
  }
  span.end = at;
  trim_quotes(document.source, span);
  return span;
}

std::string words(const AnalysedDocument& document, const RawMention& mention) {
  const MarkedSpan span = source_span(document, mention.span);
  return document.source.substr(span.begin, span.end - span.begin);
}

std::string amount_in_hundred_millions(const RawMention& investment) {
  const auto value = [&](const char* key) { return number(std::get<double>(*attribute(investment, key)) / 1e8); };
  if (attribute(investment, "amount")) return value("amount") + "亿";
  return value("amount_min") + "-" + value("amount_max") + "亿";
}

std::string confidences(const TextReading& reading, const std::set<std::string>& types) {
  std::ostringstream out;
  out.precision(2);
  for (const RawMention& mention : reading.candidates.mentions)
    if (types.contains(mention.type))
      out << "  " << words(*reading.document, mention) << ' ' << mention.type << ' ' << mention.confidence << ' '
          << reason(mention.verdict) << '\n';
  return out.str();
}

} // namespace

const PluginSet& bundled_plugins() {
  static const PluginSet set = load_bundled();
  return set;
}

TextReading read_text(const std::string& text) {
  static Bundle bundle;
  TextReading reading{std::make_unique<AnalysedDocument>(), {}};
  AnalysedDocument& document = *reading.document;
  document.header.path = "report.txt";
  document.source = text;
  document.normalised = normalise(text);
  document.layers = compute_layers(document.normalised.text, bundle.dictionary);
  document.header.title = document.layers.title;
  document.header.date = document.layers.date;
  PluginRun run = run_plugins(document, bundle.instances, bundle.triggers);
  if (!run.diagnostics.empty())
    throw InputError(run.diagnostics.front().where + ": " + run.diagnostics.front().message);
  reading.candidates = std::move(run.candidates);
  return reading;
}

std::string marked(const TextReading& reading, const std::set<std::string>& types) {
  MarkedText marked{reading.document->source, {}};
  for (const RawMention& mention : reading.candidates.mentions) {
    if (mention.verdict != Verdict::accepted || !types.contains(mention.type)) continue;
    MarkedSpan span = source_span(*reading.document, mention.span);
    span.label = attribute(mention, "generic") ? "generic" : mention.type;
    marked.spans.push_back(span);
  }
  return print_markup(marked);
}

Lines status_lines(const TextReading& reading) {
  Lines lines;
  for (const RawFact& fact : reading.candidates.facts)
    if (fact.verdict == Verdict::accepted && fact.key == "status")
      lines.insert(words(*reading.document, reading.candidates.mentions[fact.mention]) + ": " + fact.value + " " +
                   fact.modality);
  return lines;
}

Lines investment_lines(const TextReading& reading) {
  Lines lines;
  for (const RawRelation& relation : reading.candidates.relations) {
    if (relation.verdict != Verdict::accepted || relation.type != "invested_in") continue;
    const RawMention& amount = reading.candidates.mentions[relation.head];
    lines.insert(words(*reading.document, reading.candidates.mentions[relation.tail]) + ": " + text_of(amount, "kind") +
                 " " + amount_in_hundred_millions(amount) + " " + text_of(amount, "currency") + " " +
                 text_of(amount, "modality"));
  }
  return lines;
}

Lines indicator_lines(const TextReading& reading) {
  Lines lines;
  for (const RawMention& mention : reading.candidates.mentions) {
    if (mention.verdict != Verdict::accepted || mention.type != "indicator") continue;
    std::string line = text_of(mention, "metric") + ":";
    if (const AttributeValue* value = attribute(mention, "value"))
      line += " " + number(std::get<double>(*value)) + text_of(mention, "unit");
    if (const AttributeValue* yoy = attribute(mention, "yoy")) {
      const double percent = std::get<double>(*yoy);
      line += (percent < 0 ? " " : " +") + number(percent) + "%";
    }
    lines.insert(line + " " + text_of(mention, "modality"));
  }
  return lines;
}

Lines same_lines(const TextReading& reading) {
  Lines lines;
  const auto words_of = [&](std::uint32_t mention) { return words(*reading.document, reading.candidates.mentions[mention]); };
  for (const RawRelation& relation : reading.candidates.relations)
    if (relation.verdict == Verdict::accepted && relation.type == "same_as") lines.insert(words_of(relation.head) + " = " + words_of(relation.tail));
  return lines;
}

void check(std::span<const SentenceCase> rows, const std::set<std::string>& types, Lines (*lines)(const TextReading&)) {
  for (const SentenceCase& row : rows) {
    const MarkedText expected = parse_markup(row.markup);
    const TextReading reading = read_text(expected.text);
    EXPECT_EQ(print_markup(expected), marked(reading, types)) << confidences(reading, types);
    EXPECT_EQ(row.lines, lines ? lines(reading) : Lines{}) << expected.text;
  }
}

} // namespace zonekg::test
