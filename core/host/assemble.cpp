#include "core/host/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/host/appositions.hpp"
#include "core/host/fact_periods.hpp"
#include "core/host/names.hpp"
#include "core/host/quotes.hpp"
#include "core/host/siblings.hpp"
#include "core/text/claims.hpp"

namespace zonekg {
namespace {

constexpr std::uint32_t dropped = 0xFFFFFFFF;
constexpr double apposition_confidence = 0.95;

class Assembly {
 public:
  Assembly(const AnalysedDocument& document, RawCandidates candidates)
      : document_(document), candidates_(std::move(candidates)), quotes_(document.source) {}

  void add_mentions(Extraction& out) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < candidates_.mentions.size(); ++i)
      if (candidates_.mentions[i].verdict == Verdict::accepted) order.push_back(i);
    const auto key = [&](std::uint32_t i) {
      const RawMention& m = candidates_.mentions[i];
      return std::tuple(m.span.begin, ~m.span.end, std::string_view(m.type));
    };
    std::ranges::sort(order, {}, key);
    index_.assign(candidates_.mentions.size(), dropped);
    out.mentions.reserve(order.size());
    for (const std::uint32_t i : order) {
      RawMention& raw = candidates_.mentions[i];
      index_[i] = static_cast<std::uint32_t>(out.mentions.size());
      placed_.push_back({raw.span, index_[i]});
      const std::string_view words = raw.name.empty() ? text(raw.span) : std::string_view(raw.name);
      raw.attributes.shrink_to_fit();
      out.mentions.push_back({raw.type, close_white_space(words), raw.confidence, std::move(raw.attributes),
                              evidence(raw.span, raw.plugin, raw.rule)});
    }
    out.siblings = find_siblings(document_.normalised.text, document_.layers.items, placed_, out.mentions);
    for (const Apposition& found : find_appositions(document_.normalised.text, placed_, out.mentions))
      out.relations.push_back({"same_as", found.name, found.second, apposition_confidence, {}, {0, 0},
                               evidence(found.span, out.mentions[found.second].evidence.plugin, "parentheses")});
  }

  void add_relations(Extraction& out) {
    for (const RawRelation& raw : candidates_.relations) {
      if (raw.verdict != Verdict::accepted) continue;
      const double confidence = rounded(raw.confidence * sure_of(raw.head) * sure_of(raw.tail));
      out.relations.push_back({raw.type, index(raw.head), index(raw.tail), confidence, raw.modality, raw.period,
                               evidence(raw.evidence, raw.plugin, raw.rule)});
      if (raw.type == "invested_in") out.mentions[index(raw.head)].confidence = confidence; // an amount says what it says of its subject
    }
    std::ranges::sort(out.relations, {}, [](const Relation& r) {
      return std::tuple(r.evidence.begin, r.evidence.end, std::string_view(r.type), r.head, r.tail);
    });
  }

  void add_facts(Extraction& out) {
    for (const RawFact& raw : candidates_.facts)
      if (raw.verdict == Verdict::accepted)
        out.facts.push_back({index(raw.mention), raw.key, raw.value, raw.modality, period_of(raw), rounded(raw.confidence * sure_of(raw.mention)),
                             evidence(raw.evidence, raw.plugin, raw.rule)});
    std::ranges::sort(out.facts, {}, [](const Fact& f) {
      return std::tuple(f.evidence.begin, f.evidence.end, f.mention, std::string_view(f.key), std::string_view(f.value),
                        std::string_view(f.modality));
    });
  }

  // After mentions. A list without a noun counts only where it names things that are known.
  void add_claims(Extraction& out) const {
    const std::string_view text = document_.normalised.text;
    for (const ListClaim& claim : find_list_claims(text, document_.layers)) {
      if (claim.noun.end == 0 && std::ranges::none_of(claim.items, [&](const ListedItem& i) { return holds_mention(i.span); }))
        continue;
      ToldList list{told(claim.span, claim.claimed, {}), std::string(this->text(claim.noun)), claim.open, claim.exact, {}};
      for (const ListedItem& item : claim.items) list.items.push_back(told(item.span, item.figure, {}));
      out.document.lists.push_back(std::move(list));
    }
    for (const ShareClaim& claim : find_share_claims(text, document_.layers)) {
      ToldShare share{told(claim.span, claim.percent.value, "%"), std::string(this->text(claim.of)),
                      told(claim.part.span, claim.part.value, claim.part.unit_name), {}};
      if (claim.whole) share.whole = told(claim.whole_words, claim.whole->value, claim.whole->unit_name);
      out.document.shares.push_back(std::move(share));
    }
  }

  void add_rejections(Extraction& out) {
    const auto reject = [&](const char* kind, const auto& raw, const std::string& type, zkg_span span) {
      if (raw.verdict != Verdict::accepted)
        out.rejections.push_back(
            {kind, type, std::string(reason(raw.verdict)), raw.confidence, evidence(span, raw.plugin, raw.rule)});
    };
    for (const RawMention& raw : candidates_.mentions) reject("mention", raw, raw.type, raw.span);
    for (const RawRelation& raw : candidates_.relations) reject("relation", raw, raw.type, raw.evidence);
    for (const RawFact& raw : candidates_.facts) reject("fact", raw, raw.key, raw.evidence);
    std::ranges::stable_sort(out.rejections, {}, [](const Rejection& r) {
      return std::tuple(r.evidence.begin, r.evidence.end, std::string_view(r.kind), std::string_view(r.type),
                        std::string_view(r.evidence.plugin));
    });
  }

 private:
  [[nodiscard]] std::string_view text(zkg_span span) const {
    return std::string_view(document_.normalised.text).substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] ToldFigure told(zkg_span span, std::optional<double> value, std::string unit) const {
    const zkg_span source = document_.normalised.map.to_source(span);
    return {source.begin, source.end, std::string(quotes_.quote(source.begin, source.end)), value, std::move(unit)};
  }
  [[nodiscard]] bool holds_mention(zkg_span span) const {
    const auto at = std::ranges::lower_bound(placed_, span.begin, {}, [](const PlacedMention& p) { return p.span.begin; });
    return at != placed_.end() && at->span.end <= span.end;
  }
  static double rounded(double confidence) { return std::round(confidence * 1e6) / 1e6; }
  // What a plugin says of a mention holds if the mention is one.
  [[nodiscard]] double sure_of(std::uint32_t mention) const {
    return mention < candidates_.mentions.size() ? candidates_.mentions[mention].confidence : 1;
  }
  [[nodiscard]] std::uint32_t index(std::uint32_t id) const { return id == reporting_zone ? id : index_[id]; }
  [[nodiscard]] Evidence evidence(zkg_span span, std::string_view plugin, std::string_view rule) {
    const zkg_span source = document_.normalised.map.to_source(span);
    return {0, source.begin, source.end, texts_.share(quotes_.quote(source.begin, source.end)), texts_.share(plugin),
            texts_.share(rule), texts_.share(place(source.begin))};
  }
  [[nodiscard]] zkg_interval period_of(const RawFact& raw) const {
    if (raw.period.end > 0) return raw.period;
    const bool actual = raw.modality.empty() || raw.modality == "actual";
    return fact_period(document_.normalised.text, document_.layers, raw.evidence, actual);
  }
  [[nodiscard]] std::string_view place(std::uint32_t at) const {
    const auto next = std::ranges::upper_bound(document_.places, at, {}, &SourcePlace::begin);
    return next == document_.places.begin() ? std::string_view() : std::prev(next)->name;
  }

  const AnalysedDocument& document_;
  RawCandidates candidates_;
  SourceQuotes quotes_;
  SharedTexts texts_;
  std::vector<PlacedMention> placed_;
  std::vector<std::uint32_t> index_; // candidate -> mention of the extraction
};

} // namespace

Extraction assemble(const AnalysedDocument& document, PluginRun run, bool keep_rejections) {
  Extraction out;
  out.document = document.header;
  out.diagnostics = std::move(run.diagnostics);
  Assembly assembly(document, std::move(run.candidates));
  if (keep_rejections) assembly.add_rejections(out);
  assembly.add_mentions(out);
  assembly.add_claims(out);
  assembly.add_relations(out);
  assembly.add_facts(out);
  out.relations.shrink_to_fit();
  out.facts.shrink_to_fit();
  return out;
}

} // namespace zonekg
