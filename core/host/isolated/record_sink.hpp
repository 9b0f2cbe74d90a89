// The worker's end of zkg_sink: checks candidates as the host will, so that the plugin gets its ids at once, and writes
// down for the host what the plugin said.
#pragma once

#include <functional>
#include <string>

#include "core/host/isolated/document_image.hpp"
#include "core/host/sink.hpp"

namespace zonekg {

class RecordSink {
 public:
  using Put = std::function<void(const std::string& record)>;
  // All borrowed for the life of the sink.
  RecordSink(const DocumentImage& document, const Plugin& plugin, bool training, Put put);
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;

  [[nodiscard]] const zkg_sink& abi() const { return abi_; }
  [[nodiscard]] bool lost_something() const { return lost_; } // there was not enough memory

 private:
  template <class Candidate, std::uint32_t (*zkg_sink::*Check)(void*, const Candidate*)>
  static std::uint32_t forward(void* host, const Candidate* candidate);
  static void forward_diagnostic(void* host, std::int32_t severity, zkg_span span, zkg_text message);
  static RawCandidates known_mentions(const DocumentImage& document);

  bool training_, lost_ = false;
  Put put_;
  RawCandidates candidates_;
  Complaints complaints_;
  CandidateSink check_;
  zkg_sink abi_;
};

} // namespace zonekg
