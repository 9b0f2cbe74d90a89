#include "core/host/isolated/record_sink.hpp"

#include <exception>

#include "core/abi/plugin.hpp"
#include "core/host/isolated/candidate_records.hpp"

namespace zonekg {
namespace {

template <class Candidate> constexpr RecordKind kind_of = RecordKind::mention;
template <> constexpr RecordKind kind_of<zkg_relation_candidate> = RecordKind::relation;
template <> constexpr RecordKind kind_of<zkg_fact_candidate> = RecordKind::fact;

Packer begin_record(RecordKind kind) {
  Packer record;
  auto number = static_cast<std::uint8_t>(kind);
  record.number(number);
  return record;
}

template <class Candidate> std::string describe(const Candidate* candidate, std::uint32_t told, bool training) {
  Packer record = begin_record(kind_of<Candidate>);
  auto given = static_cast<std::uint8_t>(candidate != nullptr && candidate->size >= sizeof(Candidate));
  record.number(told);
  record.number(given);
  if (given != 0) {
    Candidate copy = *candidate;
    RecordStorage unused;
    records::pass(record, copy, training, unused);
  }
  return std::move(record.bytes);
}

} // namespace

RecordSink::RecordSink(const DocumentImage& document, const Plugin& plugin, bool training, Put put)
    : training_(training), put_(std::move(put)), candidates_(known_mentions(document)), complaints_(""),
      check_(view(document.abi().text), plugin, training, candidates_, complaints_),
      abi_{sizeof(zkg_sink),
           this,
           forward<zkg_mention_candidate, &zkg_sink::mention>,
           forward<zkg_relation_candidate, &zkg_sink::relation>,
           forward<zkg_fact_candidate, &zkg_sink::fact>,
           forward_diagnostic} {}

// As the host has them, as far as the plugin can know: those of its mentions layer, under their ids.
RawCandidates RecordSink::known_mentions(const DocumentImage& document) {
  RawCandidates known;
  known.mentions.resize(document.first_mention());
  for (RawMention& mention : known.mentions) mention.verdict = Verdict::overlap;
  for (const zkg_mention& row : document.mentions()) {
    if (row.id >= known.mentions.size()) continue;
    known.mentions[row.id].verdict = Verdict::accepted;
    known.mentions[row.id].type = view(row.type);
  }
  return known;
}

template <class Candidate, std::uint32_t (*zkg_sink::*Check)(void*, const Candidate*)>
std::uint32_t RecordSink::forward(void* host, const Candidate* candidate) {
  auto& self = *static_cast<RecordSink*>(host);
  const std::uint32_t id = (self.check_.abi().*Check)(self.check_.abi().host, candidate);
  try {
    self.put_(describe(candidate, id, self.training_));
  } catch (const std::exception&) {
    self.lost_ = true;
  }
  return id;
}

void RecordSink::forward_diagnostic(void* host, std::int32_t severity, zkg_span span, zkg_text message) {
  auto& self = *static_cast<RecordSink*>(host);
  try {
    Packer record = begin_record(RecordKind::diagnostic);
    DiagnosticRecord diagnostic{severity, span, message};
    records::pass(record, diagnostic);
    self.put_(record.bytes);
  } catch (const std::exception&) {
    self.lost_ = true;
  }
}

} // namespace zonekg
