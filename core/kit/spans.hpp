// Candidate spans of one mention type: proposed generously from word boundaries, scored by learned weights.
//
// The score of a span is the sum of what speaks for a name beginning at its first character, ending after its last one,
// and for its inside; the first two are computed once for each position.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
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
  bool rivals = false;            // whether mentions of other types with the same words count: a park may be a project, too
  const NameLikeness* likeness = nullptr;
};

// All spans that a reading of the document may choose from, by begin, then end.
std::vector<Range> propose_spans(const Reading& reading, const SpanOptions& options);

// The texts that several spans have.
class RepeatedTexts {
 public:
  // `asked`: the spans, or some of them.
  RepeatedTexts(const Reading& reading, const std::vector<Range>& spans, const std::vector<Range>& asked);
  // For texts of `asked`.
  [[nodiscard]] bool hold(std::uint64_t text_hash) const { return slots_[find(key_of(text_hash))].count > 1; }

 private:
  struct Slot {
    std::uint64_t key = 0; // 0: empty
    std::uint32_t count = 0;
  };
  static std::uint64_t key_of(std::uint64_t text_hash) { return mix(text_hash) | 1; } // hashes of like texts are near
  [[nodiscard]] std::size_t find(std::uint64_t key) const;

  std::vector<Slot> slots_; // open addressing
};

class SpanFeatures {
 public:
  // Both must outlive it.
  SpanFeatures(const Reading& reading, const SpanOptions& options);

  void edge_features(std::uint32_t position, Side side, Features& out) const;
  // Those of the edge features that hang on the plugin's own words: the ones that begin and end there, and those around the
  // list that an item begins or ends at.
  template <class Take>
  void own_classes(std::uint32_t position, Side side, Take&& take) const {
    const auto take_all = [&](std::size_t kind, Classes classes) {
      each_bit(classes, [&](std::size_t bit) { take(class_ids_[bit].ids[static_cast<std::size_t>(side)][kind]); });
    };
    take_all(0, reading_.class_begins(position));
    take_all(1, reading_.class_ends(position));
    if (!((side == Side::begin ? index_.begins() : index_.ends())[position] & mark_item)) return;
    const std::uint32_t row = index_.item_at(std::int64_t{position} - (side == Side::begin ? 0 : 1));
    if (row == none) return;
    const zkg_item& item = index_.items()[row];
    const Range range = index_.range(item.span);
    if ((side == Side::begin ? range.begin : range.end) != position) return;
    take_all(2, reading_.classes_before_list(item.enumeration));
    take_all(3, reading_.classes_after_list(item.enumeration));
  }
  void inner_features(Range range, bool repeated, FeatureBatch& out) const;
  void all_features(Range range, bool repeated, Features& out) const;

 private:
  void rest_of_item(Range rest, FeatureBatch& out) const;
  void composition(Range range, FeatureBatch& out) const;
  void likeness(Range range, FeatureBatch& out) const;
  void surroundings(Range range, bool repeated, FeatureBatch& out) const;
  void in_item(Range range, std::uint32_t row, FeatureBatch& out) const;
  void among_mentions(Range range, FeatureBatch& out) const;
  void find_rivals();
  void among_rivals(Range range, FeatureBatch& out) const;

  struct ClassIds { // of one of the plugin's word classes
    Feature ids[2][4]; // by side, and what the words do there
  };
  const Reading& reading_;
  const Index& index_;
  const SpanOptions& options_;
  std::vector<ClassIds> class_ids_;
  std::map<std::pair<std::uint64_t, std::uint32_t>, float> rivals_; // by text and mark of the type: the surest mention
};

// The probability of each span, by the model and the lattice of all of them.
// `second`: the model of the second look (second_look.hpp), null when there is none.
std::vector<float> score_spans(const Reading& reading, const std::vector<Range>& spans, const SpanFeatures& features, const Model& model,
                               const Model* second);

} // namespace zonekg::kit
