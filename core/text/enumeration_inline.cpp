#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/enumeration_list_text.hpp"
#include "core/text/markers.hpp"

namespace zonekg {

namespace {

class InlineLists {
 public:
  InlineLists(std::string_view text, std::vector<EnumerationDraft>& drafts) : text_(text), drafts_(drafts), list_(text) {}

  void sentence(zkg_span span) {
    list_.enter(span);
    const std::vector<Mark>& marks = list_.marks();
    if (std::all_of(marks.begin(), marks.end(), [](const Mark& m) { return m.kind == MarkKind::pause; })) return;
    sentence_begin_ = span.begin;
    region(span.begin, span.end, 0, marks.size(), ZKG_ENUM_INLINE);
  }

 private:
  // One level of brackets: its clauses, then what stands inside its own brackets.
  void region(std::size_t begin, std::size_t end, std::size_t first, std::size_t last, zkg_enumeration_kind kind) {
    std::vector<std::size_t> inner;
    std::vector<Mark> clause_marks;
    std::size_t clause_begin = begin, pieces = 1;
    const std::size_t drafts_before = drafts_.size();
    for (std::size_t i = first; i < last;) {
      const Mark& mark = list_.marks()[i];
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
    const Mark& open = list_.marks()[index];
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
    list_.read_claim_before(previous_code_point(text_, begin), draft);
    if (!(draft.claimed == static_cast<double>(pieces))) return;
    draft.kind = ZKG_ENUM_PARENTHESISED;
    std::size_t piece_begin = begin;
    for (std::size_t i = first; i < last;) {
      const Mark& mark = list_.marks()[i];
      i = mark.kind == MarkKind::open ? mark.next : i + 1;
      if (mark.kind != MarkKind::pause) continue;
      list_.add_item(draft, piece_begin, mark.begin);
      piece_begin = mark.end;
    }
    list_.add_item(draft, piece_begin, end);
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

  // Words between two separators. A list may close in them, and the next one open.
  void chunk(std::size_t begin, std::size_t end, bool last, const std::vector<Mark>& marks, std::size_t mark,
             EnumerationDraft& draft) {
    while (begin < end) {
      while (mark < marks.size() && marks[mark].begin < begin) ++mark;
      const std::size_t closing = mark < marks.size() && marks[mark].kind == MarkKind::close_word ? marks[mark].begin : end;
      const Tail tail = list_.find_tail(begin, end, closing, last, draft.items.size());
      const bool opens = draft.items.empty();
      const std::size_t item_end = tail.found ? tail.item_end : end;
      const std::size_t item_begin = opens ? begin + list_.opening(begin, item_end) : begin;
      if (!tail.found) {
        if (!last) list_.add_chunk(draft, item_begin, item_end);
        return;
      }
      list_.add_last_items(draft, item_begin, item_end, tail);
      finish(draft, tail);
      begin = std::max(tail.end, begin + 1);
      begin = list_.behind_conjunction(list_.whole(begin));
      if (last && closing == end) return;
    }
  }

  void finish(EnumerationDraft& draft, const Tail& tail) {
    EnumerationDraft done = std::move(draft);
    draft = {};
    draft.kind = done.kind;
    const bool counted = !std::isnan(tail.claimed) || tail.head.end > 0;
    if (done.items.empty() || (done.items.size() == 1 && !counted)) return;
    done.claimed = tail.claimed;
    done.head = tail.head;
    list_.keep_shared_noun(done);
    if (std::isnan(done.claimed) && claim_may_stand_before(done.items.front().span.begin)) list_.read_claim_before(claim_end_, done);
    done.span = make_span(done.items.front().span.begin, std::max<std::size_t>(tail.end, done.items.back().span.end));
    drafts_.push_back(std::move(done));
  }

  // 5家企业(A、B); 3个项目:A、B; 3个项目,包括A、B.
  bool claim_may_stand_before(std::size_t item_begin) {
    std::size_t before = clause_begin_;
    while (before > sentence_begin_ && is_space(text_[before - 1])) --before;
    if (before <= sentence_begin_) return false;
    const std::size_t mark = previous_code_point(text_, before);
    const char32_t sign = code_point_at(text_, mark).value;
    claim_end_ = mark;
    if (sign == U'—') {
      while (claim_end_ > sentence_begin_ && code_point_before(text_, claim_end_) == U'—') claim_end_ -= 3;
      return true;
    }
    if (sign == U'(' || sign == U':' || sign == U'【' || sign == U'〔') return true;
    if (sign != U',') return false;
    const std::string_view opener = list_.words(clause_begin_, item_begin);
    return opener == "包括" || opener == "分别是" || opener == "分别为" || opener == "即" || opener == "其中" || opener == "有" ||
           opener == "其中包括" || opener == "主要是" || opener == "主要有";
  }

  std::string_view text_;
  std::vector<EnumerationDraft>& drafts_;
  ListText list_;
  std::size_t sentence_begin_ = 0, clause_begin_ = 0, claim_end_ = 0;
};

} // namespace

void find_inline_lists(std::string_view text, const std::vector<zkg_sentence>& sentences,
                       std::vector<EnumerationDraft>& drafts) {
  InlineLists lists(text, drafts);
  for (const zkg_sentence& sentence : sentences) lists.sentence(sentence.span);
}

} // namespace zonekg
