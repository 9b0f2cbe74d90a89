// From source text to the repaired text that layers and plugins read.
//
// Two steps, both recorded so that every span can be quoted from the untouched source: folding (U+FF01–FF5E and U+3000
// to ASCII, one code point to one, not in the ledger) and repairs (damage undone).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

// Maps byte offsets of the repaired text to code-point offsets of the source text. Keeps no view of either.
// Monotone; a span of repaired text maps to the source words it was made from, repairs inside it included; what was
// removed before or after the span is left out.
class OffsetMap {
 public:
  // Segments in order of `repaired`; of several with one offset, the last counts. Inside a segment with `linear`, one
  // repaired code point is one source code point; otherwise the whole segment stands for source
  // [source, source of the next segment).
  struct Segment {
    std::uint32_t repaired; // byte offset in repaired text
    std::uint32_t source;   // code-point offset in source text
    bool linear;
  };

  OffsetMap() = default;
  // `text` is the repaired text (borrowed only during construction); `source_size` the code points of the source.
  OffsetMap(std::vector<Segment> segments, std::string_view text, std::uint32_t source_size);

  // Code points of the source that the repaired bytes [begin, end) stand for; begin <= end <= size of the text.
  // In zkg_span, but counted in source code points.
  [[nodiscard]] zkg_span to_source(zkg_span repaired) const;

 private:
  // 64 bytes of the repaired text: code points that start before them, and which of them start one.
  struct Block {
    std::uint64_t starts;
    std::uint32_t before;
  };

  [[nodiscard]] std::uint32_t code_points_before(std::uint32_t byte) const;
  [[nodiscard]] std::size_t segment_of(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t source_of_end(std::uint32_t end) const;

  std::vector<Segment> segments_;
  std::vector<Block> blocks_;
  std::uint32_t source_size_ = 0;
};

struct Repair {
  zkg_span source;         // code points of the source text that were replaced
  std::string rule;        // share-site-marker, page-number, running-header, lost-dash, ocr-digit, per-mille, …
  std::string text;        // the words replaced, as they stand in the source
  std::string replacement; // what the layers read instead; often empty
};

struct NormalisedText {
  std::string text; // UTF-8, `\n` line ends
  OffsetMap map;
  std::vector<Repair> repairs; // by source position, not overlapping
};

// `source`: valid UTF-8 with `\n` line ends. as_printed: fold widths only, no repair.
NormalisedText normalise(std::string_view source, bool as_printed = false);

} // namespace zonekg
