// Candidate spans of one mention type: proposed generously from word boundaries, scored by learned weights.
//
// The score of a span is the sum of what speaks for a name beginning at its first character, ending after its last one,
// and for its inside; the first two are computed once for each position.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/kit/name_likeness.hpp"
#include "core/kit/reading.hpp"
#include "core/kit/weights.hpp"

namespace zonekg::kit {

struct SpanOptions {
  std::uint32_t max_chars = 24;
  std::uint32_t min_chars = 2;
  bool across_list_marks = false; // may hold 、
  Classes ends = 0;               // when set, only spans whose last characters are a word of these classes
  Classes after_ends = 0;         // words that may follow such an end inside the span: （一期）, 工程
  const NameLikeness* likeness = nullptr;
};

struct CandidateSpan {
  Range range;
  float probability = 0;
};

// All spans that a reading of the document may choose from, by begin, then end.
std::vector<Range> propose_spans(const Reading& reading, const SpanOptions& options);

// Adds what a plugin knows of a span beyond the kit's features.
using ExtraFeatures = std::function<void(const Reading&, Range, Features&)>;

// The texts that several spans have.
class RepeatedTexts {
 public:
  RepeatedTexts(const Reading& reading, const std::vector<Range>& spans);
  // For texts of the spans; false for others.
  [[nodiscard]] bool hold(std::uint64_t text_hash) const {
    return !slots_.empty() && slots_[find(key_of(text_hash))] == key_of(text_hash);
  }

 private:
  static constexpr std::uint64_t again = 1; // set in a slot whose text came twice

  static std::uint64_t key_of(std::uint64_t text_hash) { return mix(text_hash) | again; } // hashes of like texts are near
  [[nodiscard]] std::size_t find(std::uint64_t key) const;

  std::vector<std::uint64_t> slots_; // hashes in open addressing, 0 where empty; their last bit is `again`
};

class SpanFeatures {
 public:
  SpanFeatures(const Reading& reading, const SpanOptions& options, const std::vector<Range>& spans, ExtraFeatures extra = {});

  void begin_features(std::uint32_t position, Features& out) const;
  void end_features(std::uint32_t position, Features& out) const;
  void inner_features(Range range, Features& out) const;
  // What each character inside a span adds, whatever the span: its sum is taken from prefix sums.
  void character_features(std::uint32_t position, bool last, Features& out) const; // last: the span's last character
  void word_feature(std::uint32_t position, Features& out) const;
  void all_features(Range range, Features& out) const;

 private:
  void context(std::uint32_t position, std::uint32_t base, Features& out) const;
  void list_context(std::uint32_t position, bool begin, std::uint32_t base, Features& out) const;
  void rest_of_item(Range rest, Features& out) const;
  void composition(Range range, Features& out) const;
  void surroundings(Range range, Features& out) const;

  const Reading& reading_;
  const SpanOptions& options_;
  ExtraFeatures extra_;
  RepeatedTexts repeated_;
  mutable std::optional<LikenessInText> likeness_; // remembers what it has looked up
  // Counts over the characters before each position: digits, letters, blacked-out and unknown ones, words begun.
  struct Counts {
    std::uint32_t digits = 0, latin = 0, redacted = 0, unknown = 0, words = 0;
  };
  std::vector<Counts> counts_;
  std::vector<std::uint32_t> verb_before_, verb_after_; // nearest verb of the clause, as a word row, for each position
};

// The probability of each span, by the model and the lattice of all of them.
// `second`: the model of the second look (second_look.hpp), null when there is none.
std::vector<CandidateSpan> score_spans(const Reading& reading, const std::vector<Range>& spans, const SpanFeatures& features,
                                       const Model& model, const Model* second);

} // namespace zonekg::kit
