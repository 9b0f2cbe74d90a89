// The host's end of zkg_sink for one call of one plugin: checks every candidate and copies it, or refuses it with a
// diagnostic. Trusts nothing; never throws into the plugin.
#pragma once

#include <string_view>

#include "core/host/candidates.hpp"
#include "core/host/complaints.hpp"
#include "core/host/plugin.hpp"

namespace zonekg {

// Sizes are bytes. Generous for honest plugins; they keep output linear in the document whatever a plugin does.
struct SinkLimits {
  static constexpr std::size_t mention_span = 1024;
  static constexpr std::size_t evidence_span = 8192;
  static constexpr std::size_t name = 1024;
  static constexpr std::size_t word = 64; // types, keys, rules, modality
  static constexpr std::size_t value = 4096;
  static constexpr std::size_t attributes = 64;
  static constexpr std::size_t features = 4096;
  // Candidates of each kind for one plugin and document.
  static constexpr std::size_t candidates(std::size_t text_size) { return 1000 + 2 * text_size; }
};

class CandidateSink {
 public:
  // All borrowed for the life of the sink. `training`: keep features.
  CandidateSink(std::string_view text, const Plugin& plugin, bool training, RawCandidates& candidates,
                Complaints& complaints);

  [[nodiscard]] const zkg_sink& abi() const { return abi_; }

  // The plugin failed: nothing it gave in this call counts.
  void withdraw();

 private:
  template <class Candidate, std::uint32_t (CandidateSink::*Add)(const Candidate&)>
  static std::uint32_t receive(void* host, const Candidate* candidate);
  static void receive_diagnostic(void* host, std::int32_t severity, zkg_span span, zkg_text message);

  std::uint32_t add_mention(const zkg_mention_candidate& candidate);
  std::uint32_t add_relation(const zkg_relation_candidate& candidate);
  std::uint32_t add_fact(const zkg_fact_candidate& candidate);

  [[nodiscard]] bool known(std::uint32_t mention) const;
  [[nodiscard]] std::vector<std::uint32_t> copy_features(const std::uint32_t* features, std::size_t count) const;
  void check_span(zkg_span span, std::size_t limit, const char* what) const;
  void check_room(std::size_t used) const;

  std::string_view text_;
  const Plugin& plugin_;
  bool training_;
  RawCandidates& candidates_;
  Complaints& complaints_;
  std::size_t first_mention_, first_relation_, first_fact_;
  zkg_sink abi_;
};

} // namespace zonekg
