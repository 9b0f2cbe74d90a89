#include "plugins/indicators/modality.hpp"

#include <algorithm>

#include "core/kit/pairs.hpp"

namespace zonekg {
namespace {

using kit::Range;

constexpr std::uint32_t reach = 150; // characters looked back, over the ends of sentences within a paragraph
constexpr std::size_t headings = 4;

class Modality {
 public:
  Modality(const kit::Reading& reading, const Observation& observation, std::uint32_t base, kit::Features& out)
      : reading_(reading), observation_(observation), base_(base), out_(out),
        cues_(reading.lexicon().classes({"cue_target", "cue_expected", "cue_done", "cue_limit", "plan_heading"})) {}

  void collect() const {
    inside();
    before();
    over();
  }

 private:
  void add(std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) const {
    out_.push_back(kit::feature(base_ + kind, a, b, c));
  }

  // 固定资产投资预计完成11亿元: between the metric and its value.
  void inside() const {
    for (auto [row, last] = reading_.hits_in(observation_.whole); row < last; ++row)
      if (is_cue(row)) add(0, class_of(row), form_of(row));
    std::uint32_t previous = kit::none;
    const Range gap{observation_.metric.end, value_begin()};
    for (std::uint32_t i = gap.begin; i < gap.end && i < gap.begin + 12; ++i) {
      const std::uint32_t word = reading_.word_at(i);
      if (word != previous && word != kit::none) add(1, reading_.word_hash(word));
      previous = word;
    }
  }

  // The nearest cue of each class before the figure, as far back as its paragraph goes.
  void before() const {
    const std::uint32_t begin = observation_.whole.begin;
    const std::uint32_t sentence = reading_.sentence_at(begin);
    const auto role = static_cast<std::uint64_t>(reading_.role_at(begin));
    kit::Classes seen = 0, in_sentence = 0;
    for (auto [first, row] = reading_.hits_in({begin - std::min(begin, reach), begin}); row-- > first;) {
      const kit::Classes own = kit::Classes{1} << reading_.hit(row).id;
      const Range cue = reading_.range(reading_.hit(row).span);
      if ((own & cues_ & ~seen) == 0 || is_ambiguous(cue)) continue;
      const std::uint32_t theirs = reading_.sentence_at(cue.begin);
      if (!same_paragraph(theirs, sentence)) break;
      const std::uint64_t sentences = std::min<std::uint32_t>(sentence - theirs, 2);
      const std::uint64_t far = kit::distance_bucket(begin > cue.end ? begin - cue.end : 0);
      add(10, class_of(row), sentences, far);
      add(11, form_of(row), sentences, far > 4);
      add(12, form_of(row), role);
      seen |= own;
      if (sentences == 0) in_sentence |= own;
    }
    std::uint64_t classes = 0; // whatever the order of the lexicon's bits
    kit::each_bit(in_sentence, [&](std::size_t bit) { classes ^= reading_.lexicon().hash(bit); });
    add(13, classes, role);
    add(14, classes);
  }

  // 实现 stands after 力争 as after 已: words of both kinds tell nothing.
  [[nodiscard]] bool is_ambiguous(Range cue) const {
    const kit::Classes both = reading_.class_begins(cue.begin) & reading_.class_ends(cue.end) & cues_;
    return (both & target_) != 0 && (both & done_) != 0;
  }

  void over() const {
    std::size_t depth = 0;
    reading_.each_section_over(observation_.whole.begin, [&](const zkg_section& section) {
      if (!empty(section.heading))
        for (auto [row, last] = reading_.hits_in(reading_.range(section.heading)); row < last; ++row)
          if (is_cue(row)) add(20, form_of(row), depth == 0);
      return ++depth < headings;
    });
  }

  [[nodiscard]] bool same_paragraph(std::uint32_t a, std::uint32_t b) const {
    return a != kit::none && b != kit::none && reading_.sentences()[a].paragraph == reading_.sentences()[b].paragraph;
  }
  [[nodiscard]] std::uint32_t value_begin() const {
    const zkg_quantity* first = observation_.value ? observation_.value : observation_.growth;
    return first ? reading_.range(first->span).begin : observation_.whole.end;
  }
  [[nodiscard]] bool is_cue(std::size_t row) const { return (kit::Classes{1} << reading_.hit(row).id & cues_) != 0; }
  [[nodiscard]] std::uint64_t class_of(std::size_t row) const { return reading_.lexicon().hash(reading_.hit(row).id); }
  [[nodiscard]] std::uint64_t form_of(std::size_t row) const { return kit::hash_text(reading_.document().text(reading_.hit(row).span)); }

  const kit::Reading& reading_;
  const Observation& observation_;
  std::uint32_t base_;
  kit::Features& out_;
  kit::Classes cues_;
  kit::Classes target_ = reading_.lexicon().one("cue_target"), done_ = reading_.lexicon().one("cue_done");
};

} // namespace

void modality_features(const kit::Reading& reading, const Observation& observation, std::uint32_t base, kit::Features& out) {
  Modality(reading, observation, base, out).collect();
}

} // namespace zonekg
