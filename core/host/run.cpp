#include "core/host/run.hpp"

#include <algorithm>
#include <tuple>

#include "core/abi/plugin.hpp"
#include "core/host/decide.hpp"
#include "core/host/document_view.hpp"
#include "core/host/shared_objects.hpp"
#include "core/host/sink.hpp"

namespace zonekg {
std::vector<zkg_mention> visible_mentions(const RawCandidates& candidates, const Plugin& plugin,
                                          std::string_view text) {
  std::vector<zkg_mention> rows;
  if (plugin.requirements.empty()) return rows;
  for (std::uint32_t id = 0; id < candidates.mentions.size(); ++id) {
    const RawMention& mention = candidates.mentions[id];
    if (mention.verdict != Verdict::accepted || !requires_mention(plugin, mention.type)) continue;
    const std::string_view words = text.substr(mention.span.begin, mention.span.end - mention.span.begin);
    rows.push_back({mention.span, id, borrow(mention.type), borrow(mention.name.empty() ? words : mention.name),
                    mention.confidence});
  }
  const auto key = [](const zkg_mention& row) { return std::tuple(row.span.begin, ~row.span.end, view(row.type)); };
  std::ranges::sort(rows, [&](const zkg_mention& a, const zkg_mention& b) { return key(a) < key(b); });
  return rows;
}

namespace {

// What the user's threshold for the plugin leaves out is decided before anything competes with it.
template <class Candidates> void leave_out(Candidates& candidates, const std::string& plugin, double threshold) {
  for (auto& candidate : candidates)
    if (candidate.plugin == plugin && candidate.verdict == Verdict::pending && candidate.confidence < threshold)
      candidate.verdict = Verdict::below_threshold;
}

// False when its process went.
bool run_plugin(std::size_t plugin, const AnalysedDocument& document, PluginInstances& instances,
                const std::vector<zkg_trigger_hit>& triggers, const SharedObjects& shared, RawCandidates& candidates,
                Complaints& complaints) {
  const Plugin& loaded = instances.set().plugins[plugin];
  const std::string_view text = document.normalised.text;
  const std::vector<zkg_mention> mentions = visible_mentions(candidates, loaded, text);
  const DocumentView view(document, triggers, mentions, &shared.abi());
  CandidateSink sink(text, loaded, instances.training(plugin), candidates, complaints);
  const auto first_mention = static_cast<std::uint32_t>(candidates.mentions.size());
  const PluginOutcome outcome = instances.extract(plugin, view.abi(), sink.abi(), first_mention);
  if (const double threshold = instances.threshold(plugin); threshold > 0) {
    leave_out(candidates.mentions, loaded.id, threshold);
    leave_out(candidates.relations, loaded.id, threshold);
    leave_out(candidates.facts, loaded.id, threshold);
  }
  if (outcome.failure.empty()) return true;
  sink.withdraw();
  complaints.add(Severity::error, loaded.id, "failed", [&] {
    return outcome.failure + (outcome.crashed ? "; the document is read without it" : "");
  });
  return !outcome.crashed;
}

// Of two plugins on one level neither sees the other's candidates; types are decided when their last provider has run.
void decide_level(const PluginSet& set, std::uint32_t level, RawCandidates& candidates) {
  for (const auto& [type, decided_after] : set.decided_after)
    if (decided_after == level) decide_mentions(candidates.mentions, type);
  exclude_same_words(candidates.mentions);
}

} // namespace

PluginRun run_plugins(const AnalysedDocument& document, PluginInstances& instances, const TriggerScanner& triggers,
                      const std::set<std::size_t>& off) {
  PluginRun run;
  Complaints complaints(document.header.path);
  const SharedObjects shared;
  const PluginSet& set = instances.set();
  const std::vector<std::vector<zkg_trigger_hit>> hits = triggers.scan(document.normalised.text);
  for (std::size_t i = 0; i < set.plugins.size(); ++i) {
    if (!off.contains(i) && !run_plugin(i, document, instances, hits[i], shared, run.candidates, complaints)) run.crashed.insert(i);
    const bool last_of_level = i + 1 == set.plugins.size() || set.plugins[i + 1].level != set.plugins[i].level;
    if (last_of_level) decide_level(set, set.plugins[i].level, run.candidates);
  }
  decide_relations(run.candidates);
  run.diagnostics = complaints.take();
  return run;
}

} // namespace zonekg
