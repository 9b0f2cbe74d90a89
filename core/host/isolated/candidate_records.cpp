#include "core/host/isolated/candidate_records.hpp"

namespace zonekg {
namespace {

// Mention ids matter to the plugin; of the others only whether there is one.
bool agree(const zkg_mention_candidate&, std::uint32_t told, std::uint32_t id) { return told == id; }
template <typename Candidate> bool agree(const Candidate&, std::uint32_t told, std::uint32_t id) {
  return (told == ZKG_NO_MENTION) == (id == ZKG_NO_MENTION);
}

template <typename Candidate>
bool replay_one(Unpacker& way, bool training, void* host, std::uint32_t (*receive)(void*, const Candidate*)) {
  std::uint32_t told = 0;
  std::uint8_t given = 0; // 0: no candidate at all, or one of a size that nobody knows
  way.number(told);
  way.number(given);
  Candidate candidate{};
  RecordStorage storage;
  if (given != 0) {
    records::pass(way, candidate, training, storage);
    candidate.size = sizeof candidate;
  }
  return !way.failed() && agree(candidate, told, receive(host, &candidate));
}

bool replay_diagnostic(Unpacker& way, const zkg_sink& sink) {
  DiagnosticRecord record;
  records::pass(way, record);
  if (!way.failed()) sink.diagnostic(sink.host, record.severity, record.span, record.message);
  return !way.failed();
}

} // namespace

std::optional<std::string> replay(std::string_view bytes, bool training, const zkg_sink& sink, std::size_t& count) {
  Unpacker way(bytes);
  while (way.left() > 0) {
    std::uint8_t kind = 0;
    way.number(kind);
    ++count;
    bool good = false;
    switch (static_cast<RecordKind>(kind)) {
    case RecordKind::mention:
      good = replay_one(way, training, sink.host, sink.mention);
      break;
    case RecordKind::relation:
      good = replay_one(way, training, sink.host, sink.relation);
      break;
    case RecordKind::fact:
      good = replay_one(way, training, sink.host, sink.fact);
      break;
    case RecordKind::diagnostic:
      good = replay_diagnostic(way, sink);
      break;
    }
    if (!good) return "what it sent back makes no sense (record " + std::to_string(count) + ")";
  }
  return std::nullopt;
}

} // namespace zonekg
