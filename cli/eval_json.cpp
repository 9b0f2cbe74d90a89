// The report of an evaluation for programs, and for --baseline.
#include <iostream>

#include "cli/eval_passages.hpp"
#include "cli/json.hpp"
#include "cli/terminal_text.hpp"

namespace zonekg::cli {
namespace {

void put_figure(JsonWriter& json, const char* key, std::optional<double> number) {
  json.Key(key);
  if (number)
    json.Double(*number);
  else
    json.Null();
}

void put_counts(JsonWriter& json, const Tally& tally) {
  put(json, "tp", std::uint64_t{tally.right});
  put(json, "fp", std::uint64_t{tally.wrong});
  put(json, "fn", std::uint64_t{tally.missed});
}

void put_tally(JsonWriter& json, const Tally& tally) {
  put_figure(json, "precision", tally.precision());
  put_figure(json, "recall", tally.recall());
  put_figure(json, "f1", tally.f1());
  put_counts(json, tally);
}

void put_figures(JsonWriter& json, const char* key, const Figures& figures) {
  json.Key(key);
  json.StartObject();
  std::vector<std::string_view> kinds = tally_kinds();
  const std::vector<std::string_view> own = own_kinds(figures);
  kinds.insert(kinds.end(), own.begin(), own.end());
  for (const std::string_view kind : kinds) {
    put(json, kind);
    json.StartObject();
    put_tally(json, figures.tallies.find(kind)->second);
    json.EndObject();
  }
  for (const std::string_view kind : share_kinds) {
    const Share& share = figures.shares.find(kind)->second;
    put(json, kind);
    json.StartObject();
    put_figure(json, "accuracy", accuracy(share));
    put(json, "of", std::uint64_t{share.of});
    json.EndObject();
  }
  json.EndObject();
}

void put_list(JsonWriter& json, const char* key, const std::vector<std::string>& list) {
  json.Key(key);
  json.StartArray();
  for (const std::string& text : list) put(json, text);
  json.EndArray();
}

void put_record(JsonWriter& json, const PassageRecord& record) {
  json.StartObject();
  put(json, "name", record.name);
  json.Key("counts");
  json.StartObject();
  for (const auto& [kind, tally] : record.figures.tallies) {
    put(json, kind);
    json.StartObject();
    put_counts(json, tally);
    json.EndObject();
  }
  json.EndObject();
  json.Key("shares");
  json.StartObject();
  for (const auto& [kind, share] : record.figures.shares) {
    put(json, kind);
    json.StartObject();
    put(json, "right", std::uint64_t{share.right});
    put(json, "of", std::uint64_t{share.of});
    json.EndObject();
  }
  json.EndObject();
  put_list(json, "missed", record.missed);
  put_list(json, "wrong", record.wrong);
  json.EndObject();
}

void put_error(JsonWriter& json, const std::string& passage, const Finding& finding) {
  json.StartObject();
  put(json, "passage", passage);
  put(json, "outcome", finding.outcome == Outcome::missed ? "missed" : "wrong");
  put(json, "kind", finding.kind);
  put(json, "what", finding.what);
  if (!finding.sentence.empty()) put(json, "sentence", finding.sentence);
  if (!finding.evidence.empty()) {
    put(json, "plugin", finding.evidence.front().plugin);
    put(json, "rule", finding.evidence.front().rule);
  }
  if (finding.confidence > 0) put_figure(json, "confidence", finding.confidence);
  json.EndObject();
}

void put_errors(JsonWriter& json, const std::vector<EvaluatedPassage>& passages) {
  json.Key("errors");
  json.StartArray();
  for (const EvaluatedPassage& passage : passages)
    for (const Finding& finding : passage.findings.things)
      if (finding.outcome != Outcome::right) put_error(json, passage.name, finding);
  json.EndArray();
}

void put_by_plugin(JsonWriter& json, const PluginTallies& tallies) {
  json.Key("by_plugin");
  json.StartArray();
  for (const auto& [key, row] : tallies.rows()) {
    json.StartObject();
    put(json, "plugin", key.first);
    put(json, "kind", key.second);
    put_tally(json, row.tally);
    put(json, "alone", std::uint64_t{row.alone});
    json.EndObject();
  }
  json.EndArray();
}

void put_calibration(JsonWriter& json, const Calibration& calibration) {
  json.Key("calibration");
  json.StartObject();
  for (const auto& [kind, buckets] : calibration.kinds()) {
    put(json, kind);
    json.StartArray();
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      if (buckets[i].number == 0) continue;
      json.StartObject();
      put_figure(json, "from", static_cast<double>(i) / 10);
      put_figure(json, "to", static_cast<double>(i + 1) / 10);
      put_figure(json, "mean", buckets[i].confidence / static_cast<double>(buckets[i].number));
      put(json, "right", std::uint64_t{buckets[i].right});
      put(json, "of", std::uint64_t{buckets[i].number});
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndObject();
}

void put_changes(JsonWriter& json, const Changes& changes) {
  json.Key("since");
  json.StartObject();
  put(json, "passages", std::uint64_t{changes.now.passages});
  put_figures(json, "before", changes.before);
  put_figures(json, "now", changes.now);
  for (const auto& [key, list] : {std::pair("better", &changes.better), std::pair("worse", &changes.worse)}) {
    json.Key(key);
    json.StartArray();
    for (const PassageChange& change : *list) {
      json.StartObject();
      put(json, "passage", change.passage);
      put(json, "change", change_word(change.kind));
      put(json, "what", change.what);
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndObject();
}

} // namespace

void print_json(const EvalReport& report) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartObject();
  put(json, "passages", std::uint64_t{report.figures.passages});
  put_figures(json, "figures", report.figures);
  if (report.options.by_plugin) put_by_plugin(json, report.by_plugin);
  if (report.options.calibration) put_calibration(json, report.evaluation.calibration);
  if (report.changes != nullptr) put_changes(json, *report.changes);
  if (report.options.errors) put_errors(json, report.evaluation.passages);
  json.Key("by_passage");
  json.StartArray();
  for (const PassageRecord& record : report.records) put_record(json, record);
  json.EndArray();
  json.EndObject();
  std::cout << "\n";
}

} // namespace zonekg::cli
