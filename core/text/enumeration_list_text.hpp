// One sentence as the search for lists sees it: where items begin and end, and what is claimed about them.
#pragma once

#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "core/text/enumeration_marks.hpp"
#include "core/text/enumeration_parts.hpp"

namespace zonekg {

// A conjunction between the last two items, in the order in which they are believed. Only the first two part items
// by themselves; 与, 及 and 暨 stand inside project names as often as between them, and need a count that asks for it.
constexpr std::string_view conjunctions[] = {"以及", "和", "与", "及", "暨"};
constexpr std::size_t sure_conjunctions = 2, all_conjunctions = std::size(conjunctions);

// Where a list closes inside a chunk, and what follows the last item.
struct Tail {
  std::size_t item_end = 0; // of the last item
  std::size_t end = 0;      // behind 等, count and head noun
  double claimed = std::numeric_limits<double>::quiet_NaN();
  zkg_span head{0, 0};
  bool found = false;
};

// A chunk is what stands between two separators (、) of one clause.
class ListText {
 public:
  explicit ListText(std::string_view text) : text_(text) {}

  void enter(zkg_span sentence);
  [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }

  [[nodiscard]] std::string_view words(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
  // The next code-point boundary.
  [[nodiscard]] std::size_t whole(std::size_t at) const;
  // The next list of a clause follows the one before with 和 or 以及.
  [[nodiscard]] std::size_t behind_conjunction(std::size_t at) const;
  // Bytes to step over before the first item; no cut inside quotes or brackets.
  [[nodiscard]] std::size_t opening(std::size_t begin, std::size_t end) const;
  // `closing`: where 等 stands in the chunk, else `end`. `items`: found before in this list.
  [[nodiscard]] Tail find_tail(std::size_t begin, std::size_t end, std::size_t closing, bool last, std::size_t items) const;
  // A count with its noun, or a noun with its count, that ends at `end`.
  void read_claim_before(std::size_t end, EnumerationDraft& draft) const;

  void add_last_items(EnumerationDraft& draft, std::size_t begin, std::size_t end, const Tail& tail) const;
  // 以及 parts items even before the last separator.
  void add_chunk(EnumerationDraft& draft, std::size_t begin, std::size_t end) const;
  void add_item(EnumerationDraft& draft, std::size_t begin, std::size_t end) const;
  // A项目、B项目、C项目: every item has its noun.
  void keep_shared_noun(EnumerationDraft& draft) const;

 private:
  struct Conjunction {
    std::size_t at = 0, size = 0;
  };

  // Words that say what the items do end the last item; what stands in brackets or quotes is left whole.
  [[nodiscard]] std::size_t last_end(std::size_t begin, std::size_t end) const;
  // A、B和C三个项目: a count behind the last item, without 等.
  [[nodiscard]] Tail claim_tail(std::size_t begin, std::size_t end, bool last, std::size_t items) const;
  [[nodiscard]] bool goes_on(std::size_t at) const;
  // Behind 等: 23个项目, 36个重点在谈项目, 企业.
  void read_head(Tail& tail, std::size_t end) const;
  // The first head noun within reach, and those that follow it directly: the last one is the head.
  bool take_noun(Tail& tail, std::size_t end, std::size_t reach) const;
  // The conjunction outside brackets and quotes that best splits [begin, end) in two.
  [[nodiscard]] Conjunction conjunction_in(std::size_t begin, std::size_t end, std::size_t believed) const;
  [[nodiscard]] bool in_group(std::size_t begin, std::size_t at) const;
  // The marks that begin in [begin, end).
  [[nodiscard]] std::span<const Mark> marks_in(std::size_t begin, std::size_t end) const;
  void add_split(EnumerationDraft& draft, std::size_t begin, std::size_t end, const Conjunction& split) const;
  // Spaces, a bracket behind the name, and quotes around all of it.
  void strip(std::size_t& begin, std::size_t& end) const;
  // A2亿元、B3亿元: the amount behind the name.
  [[nodiscard]] std::size_t before_amount(std::size_t begin, std::size_t end) const;
  // (一期), (集团): short, and no remark on the item.
  [[nodiscard]] bool belongs_to_name(const Mark& group) const;

  std::string_view text_;
  std::vector<Mark> marks_; // of the sentence
  std::size_t sentence_begin_ = 0;
};

} // namespace zonekg
