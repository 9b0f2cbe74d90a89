#include "cli/conformance/one_call.hpp"

namespace zonekg {

OneCall::OneCall(const Subject& subject, Reader& reader, const AnalysedDocument& document)
    : subject_(subject), reader_(reader), document_(document) {
  const Plugin& plugin = subject.plugin();
  if (!plugin.requirements.empty()) before_ = reader.read(document).candidates;
  // Its own proposals are not there when it is called.
  for (RawMention& mention : before_.mentions)
    if (mention.plugin == plugin.id) mention.verdict = Verdict::pending;
  hits_ = reader.triggers().scan(document.normalised.text)[subject.index()];
  mentions_ = visible_mentions(before_, plugin, document.normalised.text);
  view_.emplace(document, hits_, mentions_);
}

std::string OneCall::extract(const zkg_document& document) {
  RawCandidates candidates;
  // Ids of the mentions layer stay what they are: own candidates come behind those of the others.
  candidates.mentions = before_.mentions;
  Complaints complaints(document_.header.path);
  CandidateSink sink(document_.normalised.text, subject_.plugin(), false, candidates, complaints);
  const auto first = static_cast<std::uint32_t>(before_.mentions.size());
  const std::string failure = reader_.instances().extract(subject_.index(), document, sink.abi(), first).failure;
  candidates.mentions.erase(candidates.mentions.begin(), candidates.mentions.begin() + static_cast<std::ptrdiff_t>(before_.mentions.size()));
  return failure.empty() ? print_candidates(candidates, subject_.plugin().id) : failure;
}

} // namespace zonekg
