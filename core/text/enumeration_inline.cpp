#include <algorithm>
#include <span>

#include "core/text/characters.hpp"
#include "core/text/enumeration_marks.hpp"
#include "core/text/enumeration_parts.hpp"
#include "core/text/enumeration_words.hpp"
#include "core/text/markers.hpp"

namespace zonekg {

namespace {

constexpr std::size_t shortest_item = 6; // bytes on both sides of a conjunction: two Chinese characters

// A conjunction between the last two items, in the order in which they are believed. Only the first two part items
// by themselves; 与, 及 and 暨 stand inside project names as often as between them, and need a count that asks for it.
constexpr std::string_view conjunctions[] = {"以及", "和", "与", "及", "暨"};
constexpr std::size_t sure_conjunctions = 2, all_conjunctions = std::size(conjunctions);

bool stands_in_word(std::string_view text, std::size_t at, std::string_view conjunction) {
  constexpr std::string_view after_and[] = {"平", "谐", "美", "睦", "配套", "附属", "其", "相关", "提标", "时", "改造", "会", "周边"};
  constexpr std::string_view before_and[] = {"共", "总", "饱", "中", "参", "普", "涉", "以", "仁", "亿", "祥", "泰", "瑞", "温", "缓"};
  for (const std::string_view w : after_and)
    if (starts_at(text, at + conjunction.size(), w)) return true;
  return std::any_of(std::begin(before_and), std::end(before_and),
                     [&](std::string_view w) { return at >= w.size() && starts_at(text, at - w.size(), w); });
}

// Where a list closes inside a chunk, and what follows the last item.
struct Tail {
  std::size_t item_end = 0; // of the last item
  std::size_t end = 0;      // behind 等, count and head noun
  double claimed = std::numeric_limits<double>::quiet_NaN();
  zkg_span head{0, 0};
  bool found = false;
};

class InlineLists {
 public:
  InlineLists(std::string_view text, std::vector<EnumerationDraft>& drafts) : text_(text), drafts_(drafts) {}

  void sentence(zkg_span span) {
    find_marks(text_, span.begin, span.end, marks_);
    if (std::all_of(marks_.begin(), marks_.end(), [](const Mark& m) { return m.kind == MarkKind::pause; })) return;
    region_begin_ = span.begin;
    region(span.begin, span.end, 0, marks_.size(), ZKG_ENUM_INLINE);
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  // One level of brackets: its clauses, then what stands inside its own brackets.
  void region(std::size_t begin, std::size_t end, std::size_t first, std::size_t last, zkg_enumeration_kind kind) {
    std::vector<std::size_t> inner;
    std::vector<Mark> clause_marks;
    std::size_t clause_begin = begin, pieces = 1;
    const std::size_t drafts_before = drafts_.size();
    for (std::size_t i = first; i < last;) {
      const Mark& mark = marks_[i];
      if (mark.kind == MarkKind::open) {
        inner.push_back(i);
        i = mark.next;
        if (quotes_touch(mark)) clause_marks.push_back({mark.group_end, mark.group_end, MarkKind::separator, 0, 0, 0});
        if (mark.sign != U'【') continue;
        clause(clause_begin, mark.begin, clause_marks, kind);
        clause_marks.clear();
        clause_begin = mark.group_end;
        continue;
      }
      ++i;
      if (mark.kind != MarkKind::pause) {
        clause_marks.push_back(mark);
        continue;
      }
      clause(clause_begin, mark.begin, clause_marks, kind);
      clause_marks.clear();
      clause_begin = mark.end;
      ++pieces;
    }
    clause(clause_begin, end, clause_marks, kind);
    if (kind == ZKG_ENUM_PARENTHESISED && drafts_.size() == drafts_before) claimed_pieces(begin, end, first, last, pieces);
    for (const std::size_t i : inner) enter_group(i);
  }

  void enter_group(std::size_t index) {
    const Mark& open = marks_[index];
    const std::size_t size = open.end - open.begin;
    const bool quote = open.sign == U'“' || open.sign == U'‘' || open.sign == U'《' || open.sign == U'〈';
    if (quote && open.next == index + 1) return;
    region(open.end, open.group_end - size, index + 1, open.next, quote ? ZKG_ENUM_INLINE : ZKG_ENUM_PARENTHESISED);
  }

  // ”“: quoted names set one behind the other.
  [[nodiscard]] bool quotes_touch(const Mark& open) const {
    const bool quote = open.sign == U'“' || open.sign == U'《' || open.sign == U'「';
    return quote && code_point_or_zero(text_, open.group_end) == open.sign;
  }

  // 1家(辉海); 2家(甲,乙): no separator, but as many pieces as are claimed.
  void claimed_pieces(std::size_t begin, std::size_t end, std::size_t first, std::size_t last, std::size_t pieces) {
    if (pieces > 20 || end - begin > 200 * pieces) return;
    EnumerationDraft draft;
    read_claim_before(begin - 1, draft);
    if (!(draft.claimed == static_cast<double>(pieces))) return;
    draft.kind = ZKG_ENUM_PARENTHESISED;
    std::size_t piece_begin = begin;
    for (std::size_t i = first; i < last;) {
      const Mark& mark = marks_[i];
      i = mark.kind == MarkKind::open ? mark.next : i + 1;
      if (mark.kind != MarkKind::pause) continue;
      add_item(draft, piece_begin, mark.begin);
      piece_begin = mark.end;
    }
    add_item(draft, piece_begin, end);
    if (draft.items.size() != pieces) return;
    draft.span = make_span(draft.items.front().span.begin, draft.items.back().span.end);
    drafts_.push_back(std::move(draft));
  }

  // A clause between two pauses: its chunks between 、, with one or several lists in them.
  void clause(std::size_t begin, std::size_t end, const std::vector<Mark>& marks, zkg_enumeration_kind kind) {
    begin = behind_number(begin, end);
    std::size_t chunk_begin = begin, mark = 0;
    while (mark < marks.size() && marks[mark].begin < begin) ++mark;
    if (mark == marks.size()) return;
    clause_begin_ = begin;
    EnumerationDraft draft;
    draft.kind = kind;
    while (chunk_begin <= end) {
      std::size_t separator = mark;
      while (separator < marks.size() && marks[separator].kind != MarkKind::separator) ++separator;
      const bool last = separator == marks.size();
      const std::size_t chunk_end = last ? end : marks[separator].begin;
      chunk(chunk_begin, chunk_end, last, marks, mark, draft);
      if (last) break;
      mark = separator + 1;
      chunk_begin = marks[separator].end;
    }
  }

  // The number of an item or heading is no part of its words.
  [[nodiscard]] std::size_t behind_number(std::size_t begin, std::size_t end) const {
    while (begin < end && is_space(text_[begin])) ++begin;
    const Marker marker = begin < end ? read_marker(text_, begin) : Marker{};
    return marker && begin + marker.size < end ? begin + marker.size : begin;
  }

  // The next code-point boundary.
  [[nodiscard]] std::size_t whole(std::size_t at) const {
    while (at < text_.size() && is_continuation(text_[at])) ++at;
    return at;
  }

  // Words between two separators. A list may close in them, and the next one open.
  void chunk(std::size_t begin, std::size_t end, bool last, const std::vector<Mark>& marks, std::size_t mark,
             EnumerationDraft& draft) {
    while (begin < end) {
      while (mark < marks.size() && marks[mark].begin < begin) ++mark;
      const std::size_t closing = mark < marks.size() && marks[mark].kind == MarkKind::close_word ? marks[mark].begin : end;
      const Tail tail = find_tail(begin, end, closing, last, draft.items.size());
      const bool opens = draft.items.empty();
      const std::size_t item_end = tail.found ? tail.item_end : end;
      const std::size_t item_begin = opens ? begin + opening(begin, item_end) : begin;
      if (!tail.found) {
        if (!last) add_chunk(draft, item_begin, item_end);
        return;
      }
      add_last_items(draft, item_begin, item_end, tail);
      finish(draft, tail);
      begin = std::max(tail.end, begin + 1);
      begin = behind_conjunction(whole(begin));
      if (last && closing == end) return;
    }
  }

  // Bytes to step over before the first item; no cut inside quotes or brackets.
  [[nodiscard]] std::size_t opening(std::size_t begin, std::size_t end) const {
    constexpr std::size_t farthest = 240; // bytes looked back: longer words hold no name
    std::size_t from = begin;
    if (end - from > farthest) {
      from = end - farthest;
      while (is_continuation(text_[from])) ++from;
    }
    std::size_t cut = from, plain = from;
    for (const Mark& mark : marks_in(from, end)) {
      if (mark.kind != MarkKind::open || mark.begin < plain) continue;
      // A few bytes of the group stand for the item that an opener right before it needs.
      const std::size_t reach = std::min(mark.end + 6, end);
      std::size_t step = first_item_begin(words(plain, whole(reach)));
      if (plain + step > mark.begin) step = first_item_begin(words(plain, mark.begin));
      if (step > 0) cut = plain + step;
      plain = std::min(mark.group_end, end);
    }
    const std::size_t step = first_item_begin(words(plain, end));
    if (step > 0 || plain == from) cut = plain + step;
    return cut - begin;
  }

  Tail find_tail(std::size_t begin, std::size_t end, std::size_t closing, bool last, std::size_t items) const {
    const bool has_items = items > 0;
    Tail tail = claim_tail(begin, closing, last || closing < end, items);
    if (tail.found) return tail;
    if (closing < end) {
      tail.item_end = closing;
      tail.end = closing + 3;
      tail.found = true;
      read_head(tail, end);
      const bool bare = std::isnan(tail.claimed) && tail.head.end == 0;
      if (!has_items && bare) tail.found = conjunction_in(begin, closing, sure_conjunctions).size > 0;
      return tail;
    }
    if (!last || !has_items) return {};
    tail.found = true;
    tail.item_end = tail.end = last_end(begin, end);
    const std::size_t noun = head_noun_at(text_, tail.end);
    if (noun > 0 && tail.end < end) {
      tail.head = make_span(tail.end, tail.end + noun);
      tail.end += noun;
    }
    return tail;
  }

  // Words that say what the items do end the last item; what stands in brackets or quotes is left whole.
  [[nodiscard]] std::size_t last_end(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest_item = 300; // bytes looked through
    std::size_t from = begin;
    for (const Mark& mark : marks_in(begin, begin + 1))
      if (mark.kind == MarkKind::open) from = std::min(mark.group_end, end);
    const std::size_t limit = whole(std::min(end, from + longest_item));
    const std::size_t step = last_item_end(words(from, limit));
    std::size_t stop = from + step == limit ? end : from + step;
    for (const Mark& mark : marks_in(from, limit))
      if (mark.kind == MarkKind::open && mark.begin < stop && mark.group_end > stop) stop = mark.group_end;
    return std::min(stop, end);
  }

  // A、B和C三个项目: a count behind the last item, without 等.
  Tail claim_tail(std::size_t begin, std::size_t end, bool last, std::size_t items) const {
    const std::size_t limit = std::min(end, begin + 300); // bytes; longer words hold no item
    for (std::size_t at = begin; at < limit; at += code_point_at(text_, at).size) {
      if (at < begin + shortest_item - 3) continue;
      const char before = text_[at - 1];
      if (is_digit(before) || before == '.' || chinese_numeral(code_point_before(text_, at)) != 0) continue;
      const Claim claim = claim_at(text_, at);
      if (claim.size == 0 || claim.value < 2 || at + claim.size > end) continue;
      Tail tail;
      tail.item_end = at;
      tail.claimed = claim.value;
      tail.end = at + claim.size;
      const bool noun = take_noun(tail, end, 24);
      const std::size_t here = conjunction_in(begin, at, all_conjunctions).size > 0 ? 2 : 1;
      const bool counts_out = claim.value == static_cast<double>(items + 1) || claim.value == static_cast<double>(items + here);
      if (items + here < 2 || !(noun || counts_out) || (!last && !goes_on(tail.end))) continue;
      tail.found = true;
      return tail;
    }
    return {};
  }

  // The next list of a clause follows the one before with 和 or 以及.
  [[nodiscard]] std::size_t behind_conjunction(std::size_t at) const {
    for (const std::string_view word : conjunctions)
      if (starts_at(text_, at, word)) return at + word.size();
    return at;
  }

  [[nodiscard]] bool goes_on(std::size_t at) const {
    return std::any_of(std::begin(conjunctions), std::end(conjunctions),
                       [&](std::string_view c) { return starts_at(text_, at, c); });
  }

  // Behind 等: 23个项目, 36个重点在谈项目, 企业.
  void read_head(Tail& tail, std::size_t end) const {
    while (tail.end < end && text_[tail.end] == ' ') ++tail.end;
    const Claim claim = claim_at(text_, tail.end);
    if (claim.size > 0) {
      tail.claimed = claim.value;
      tail.end += claim.size;
    }
    take_noun(tail, end, claim.size > 0 ? 36 : 24);
  }

  // The first head noun within reach, and those that follow it directly: the last one is the head.
  bool take_noun(Tail& tail, std::size_t end, std::size_t reach) const {
    const std::size_t limit = std::min(end, tail.end + reach);
    for (std::size_t at = tail.end; at < limit; at += code_point_at(text_, at).size) {
      std::size_t size = head_noun_at(text_, at);
      if (size == 0 || at + size > end) continue;
      while (head_noun_at(text_, at + size) > 0 && at + size + head_noun_at(text_, at + size) <= end) {
        at += size;
        size = head_noun_at(text_, at);
      }
      tail.head = make_span(at, at + size);
      tail.end = at + size;
      return true;
    }
    return false;
  }

  struct Conjunction {
    std::size_t at = 0, size = 0;
  };

  // The conjunction outside brackets and quotes that best splits [begin, end) in two.
  [[nodiscard]] Conjunction conjunction_in(std::size_t begin, std::size_t end, std::size_t believed) const {
    constexpr std::size_t longest_pair = 300; // bytes: longer words are no two names
    if (end - begin > longest_pair) return {};
    const std::string_view pair = words(begin, end);
    for (const std::string_view word : std::span(conjunctions).first(believed)) {
      const std::size_t room = word == "以及" ? 1 : shortest_item;
      for (std::size_t found = pair.find(word, room); found != std::string_view::npos; found = pair.find(word, found + 3)) {
        const std::size_t at = begin + found;
        if (at + word.size() + room > end) break;
        if (!in_group(begin, at) && (word == "以及" || !stands_in_word(text_, at, word))) return {at, word.size()};
      }
    }
    return {};
  }

  [[nodiscard]] bool in_group(std::size_t begin, std::size_t at) const {
    const auto before = marks_in(begin, at);
    return std::any_of(before.begin(), before.end(),
                       [&](const Mark& m) { return m.kind == MarkKind::open && at < m.group_end; });
  }

  // The marks that begin in [begin, end).
  [[nodiscard]] std::span<const Mark> marks_in(std::size_t begin, std::size_t end) const {
    const auto from = [](const Mark& m, std::size_t offset) { return m.begin < offset; };
    const auto first = std::lower_bound(marks_.begin(), marks_.end(), begin, from);
    return {first, std::lower_bound(first, marks_.end(), end, from)};
  }

  void add_last_items(EnumerationDraft& draft, std::size_t begin, std::size_t end, const Tail& tail) const {
    const bool complete = tail.claimed == static_cast<double>(draft.items.size() + 1);
    const bool one_short = tail.claimed == static_cast<double>(draft.items.size() + 2);
    const std::size_t believed = complete ? 0 : one_short ? all_conjunctions : sure_conjunctions;
    add_split(draft, begin, end, conjunction_in(begin, end, believed));
  }

  // 以及 parts items even before the last separator.
  void add_chunk(EnumerationDraft& draft, std::size_t begin, std::size_t end) const {
    add_split(draft, begin, end, conjunction_in(begin, end, 1));
  }

  void add_split(EnumerationDraft& draft, std::size_t begin, std::size_t end, const Conjunction& split) const {
    if (split.size > 0) {
      add_item(draft, begin, split.at);
      begin = split.at + split.size;
    }
    add_item(draft, begin, end);
  }

  void add_item(EnumerationDraft& draft, std::size_t begin, std::size_t end) const {
    if (!draft.items.empty())
      for (const std::string_view word : {"以及", "还有"})
        if (starts_at(text_, begin, word)) begin += word.size();
    strip(begin, end);
    if (begin >= end) return;
    zkg_item item{};
    item.span = make_span(begin, end);
    item.row = static_cast<std::uint32_t>(draft.items.size());
    draft.items.push_back(item);
  }

  // Spaces, a bracket behind the name, and quotes around all of it.
  void strip(std::size_t& begin, std::size_t& end) const {
    trim_spaces(begin, end);
    end = before_amount(begin, end);
    const auto inside = marks_in(begin, end);
    const auto group = std::find_if(inside.begin(), inside.end(),
                                    [&](const Mark& m) { return m.kind == MarkKind::open && m.group_end == end; });
    if (group == inside.end()) return;
    const std::size_t mark_size = group->end - group->begin;
    const bool bracket = group->sign == U'(' || group->sign == U'〔' || group->sign == U'[' || group->sign == U'【';
    if (!bracket && group->begin == begin && group->sign != U'《') {
      begin += mark_size;
      end -= mark_size;
    } else if (bracket && group->begin > begin && !belongs_to_name(*group)) {
      end = group->begin;
    }
    trim_spaces(begin, end);
  }

  // A2亿元、B3亿元: the amount behind the name.
  [[nodiscard]] std::size_t before_amount(std::size_t begin, std::size_t end) const {
    std::string_view item = words(begin, end);
    if (item.ends_with("美元")) item.remove_suffix(6);
    else if (item.ends_with("元")) item.remove_suffix(3);
    else if (item.ends_with("%")) item.remove_suffix(1);
    else return end;
    while (item.ends_with("亿") || item.ends_with("万") || item.ends_with("余") || item.ends_with("多")) item.remove_suffix(3);
    const std::size_t figure_end = item.size();
    while (!item.empty() && (is_digit(item.back()) || item.back() == '.' || item.back() == 'x' || item.back() == '*')) item.remove_suffix(1);
    return item.size() == figure_end || item.size() < shortest_item ? end : begin + item.size();
  }

  void trim_spaces(std::size_t& begin, std::size_t& end) const {
    while (begin < end && is_space(text_[begin])) ++begin;
    while (end > begin && is_space(text_[end - 1])) --end;
  }

  // (一期), (集团): short, and no remark on the item.
  [[nodiscard]] bool belongs_to_name(const Mark& group) const {
    const std::string_view inside = words(group.end, group.group_end - (group.end - group.begin));
    return inside.size() <= 12 && (inside.ends_with("期") || inside == "集团" || inside == "控股");
  }

  void finish(EnumerationDraft& draft, const Tail& tail) {
    EnumerationDraft done = std::move(draft);
    draft = {};
    draft.kind = done.kind;
    const bool counted = !std::isnan(tail.claimed) || tail.head.end > 0;
    if (done.items.empty() || (done.items.size() == 1 && !counted)) return;
    done.claimed = tail.claimed;
    done.head = tail.head;
    keep_shared_noun(done);
    if (std::isnan(done.claimed) && claim_may_stand_before(done.items.front().span.begin)) read_claim_before(claim_end_, done);
    done.span = make_span(done.items.front().span.begin, std::max<std::size_t>(tail.end, done.items.back().span.end));
    drafts_.push_back(std::move(done));
  }

  // A项目、B项目、C项目: every item has its noun.
  void keep_shared_noun(EnumerationDraft& draft) const {
    zkg_item& last = draft.items.back();
    if (draft.head.end == 0 || draft.head.begin != last.span.end || draft.items.size() < 2) return;
    const std::string_view noun = words(draft.head.begin, draft.head.end);
    const zkg_span before = draft.items[draft.items.size() - 2].span;
    if (!words(before.begin, before.end).ends_with(noun)) return;
    last.span.end = draft.head.end;
    draft.head = {0, 0};
  }

  // 5家企业(A、B); 3个项目:A、B; 3个项目,包括A、B.
  bool claim_may_stand_before(std::size_t item_begin) {
    std::size_t before = clause_begin_;
    while (before > region_begin_ && is_space(text_[before - 1])) --before;
    if (before <= region_begin_) return false;
    const std::size_t mark = previous_code_point(text_, before);
    const char32_t sign = code_point_at(text_, mark).value;
    claim_end_ = mark;
    if (sign == U'—') {
      while (claim_end_ > region_begin_ && code_point_before(text_, claim_end_) == U'—') claim_end_ -= 3;
      return true;
    }
    if (sign == U'(' || sign == U':' || sign == U'【' || sign == U'〔') return true;
    if (sign != U',') return false;
    const std::string_view opener = words(clause_begin_, item_begin);
    return opener == "包括" || opener == "分别是" || opener == "分别为" || opener == "即" || opener == "其中" || opener == "有" ||
           opener == "其中包括" || opener == "主要是" || opener == "主要有";
  }

  // A count with its noun, or a noun with its count, that ends at `end`.
  void read_claim_before(std::size_t end, EnumerationDraft& draft) const {
    constexpr std::size_t reach = 60;
    std::size_t at = end > region_begin_ + reach ? end - reach : region_begin_;
    while (at < end && is_continuation(text_[at])) ++at;
    zkg_span noun{0, 0};
    for (; at < end; at += code_point_at(text_, at).size) {
      const char32_t sign = code_point_at(text_, at).value;
      if (sign == U',' || sign == U'。' || sign == U';' || sign == U':') {
        draft.claimed = std::numeric_limits<double>::quiet_NaN();
        noun = {0, 0};
      }
      if (const std::size_t size = head_noun_at(text_, at); size > 0) noun = make_span(at, at + size);
      const bool in_number = at > 0 && (is_digit(text_[at - 1]) || text_[at - 1] == '.');
      const Claim claim = in_number ? Claim{} : claim_at(text_, at);
      if (claim.size > 0 && at + claim.size <= end) draft.claimed = claim.value;
      if (claim.size > 0 && at + claim.size == end && noun.end == at) break;
      if (claim.size > 0 && at + claim.size < end && noun.end <= at) noun = {0, 0};
    }
    if (draft.head.end == 0 && noun.end > 0) draft.head = noun;
  }

  std::string_view text_;
  std::vector<EnumerationDraft>& drafts_;
  std::vector<Mark> marks_;
  std::size_t region_begin_ = 0, clause_begin_ = 0, claim_end_ = 0;
};

} // namespace

void find_inline_lists(std::string_view text, const std::vector<zkg_sentence>& sentences,
                       std::vector<EnumerationDraft>& drafts) {
  InlineLists lists(text, drafts);
  for (const zkg_sentence& sentence : sentences) lists.sentence(sentence.span);
}

} // namespace zonekg
