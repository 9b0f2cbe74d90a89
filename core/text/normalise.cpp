#include "core/text/normalise.hpp"

#include <algorithm>

#include "core/text/repairs.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {

namespace {

struct FoldedText {
  std::string text;
  std::vector<std::uint32_t> folds; // bytes of `text` that stand for three bytes of the source each
};

// U+3000 is E3 80 80; U+FF01–FF5E are EF BC 81 … EF BD 9E. All else stays.
FoldedText fold_widths(std::string_view source) {
  FoldedText out;
  out.text.reserve(source.size());
  std::size_t copied = 0;
  const auto replace = [&](std::size_t at, int with) {
    out.text.append(source.substr(copied, at - copied));
    out.folds.push_back(static_cast<std::uint32_t>(out.text.size()));
    out.text.push_back(static_cast<char>(with));
    copied = at + 3;
  };
  for (std::size_t i = 0; i + 2 < source.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(source[i + k]); };
    if (byte(0) < 0xE0) {
      ++i;
      continue;
    }
    if (byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0x81) replace(i, byte(2) - 0x60);
    else if (byte(0) == 0xEF && byte(1) == 0xBD && byte(2) <= 0x9E) replace(i, byte(2) - 0x20);
    else if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) replace(i, ' ');
    i += 3;
  }
  out.text.append(source.substr(copied));
  return out;
}

// In order, without overlap: of two that overlap the one that begins first stays, the longer one when they begin together.
std::vector<Edit> find_edits(std::string_view folded) {
  std::vector<Edit> found;
  find_site_edits(folded, found);
  find_line_edits(folded, found);
  find_character_edits(folded, found);
  std::stable_sort(found.begin(), found.end(), [](const Edit& a, const Edit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Edit> kept;
  for (Edit& edit : found)
    if (kept.empty() || edit.begin >= kept.back().end) kept.push_back(std::move(edit));
  return kept;
}

// Where a growing byte offset of the folded text lies in the source.
class SourceWalk {
 public:
  explicit SourceWalk(const FoldedText& folded) : folded_(folded) {}

  void advance_to(std::size_t folded_byte) {
    const std::string_view text = folded_.text;
    code_point_ += static_cast<std::uint32_t>(count_code_points(text.substr(at_, folded_byte - at_)));
    at_ = folded_byte;
    while (folds_ < folded_.folds.size() && folded_.folds[folds_] < at_) ++folds_;
  }
  [[nodiscard]] std::size_t source_byte() const { return at_ + 2 * folds_; }
  [[nodiscard]] std::uint32_t code_point() const { return code_point_; }

 private:
  const FoldedText& folded_;
  std::size_t at_ = 0, folds_ = 0;
  std::uint32_t code_point_ = 0;
};

NormalisedText apply(const FoldedText& folded, std::string_view source, const std::vector<Edit>& edits) {
  NormalisedText result;
  result.text.reserve(folded.text.size());
  std::vector<OffsetMap::Segment> segments{{0, 0, true}};
  SourceWalk walk(folded);
  std::size_t copied = 0;
  const auto here = [&] { return static_cast<std::uint32_t>(result.text.size()); };
  for (const Edit& edit : edits) {
    result.text.append(folded.text, copied, edit.begin - copied);
    walk.advance_to(edit.begin);
    const std::uint32_t begin = walk.code_point();
    const std::size_t begin_byte = walk.source_byte();
    walk.advance_to(edit.end);
    if (!edit.replacement.empty()) segments.push_back({here(), begin, false});
    result.text += edit.replacement;
    segments.push_back({here(), walk.code_point(), true});
    result.repairs.push_back({{begin, walk.code_point()},
                              edit.rule,
                              std::string(source.substr(begin_byte, walk.source_byte() - begin_byte)),
                              edit.replacement});
    copied = edit.end;
  }
  result.text.append(folded.text, copied);
  walk.advance_to(folded.text.size());
  result.map = OffsetMap(std::move(segments), result.text, walk.code_point());
  return result;
}

} // namespace

NormalisedText normalise(std::string_view source, bool as_printed) {
  const FoldedText folded = fold_widths(source);
  return apply(folded, source, as_printed ? std::vector<Edit>{} : find_edits(folded.text));
}

} // namespace zonekg
