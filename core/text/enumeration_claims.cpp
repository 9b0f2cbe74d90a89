#include <algorithm>
#include <cmath>

#include "core/text/characters.hpp"
#include "core/text/enumeration_list_text.hpp"
#include "core/text/enumeration_words.hpp"

namespace zonekg {

namespace {

constexpr std::size_t shortest_item = 6; // bytes: two Chinese characters

} // namespace

Tail ListText::find_tail(std::size_t begin, std::size_t end, std::size_t closing, bool last, std::size_t items) const {
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

Tail ListText::claim_tail(std::size_t begin, std::size_t end, bool last, std::size_t items) const {
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

bool ListText::goes_on(std::size_t at) const {
  return std::any_of(std::begin(conjunctions), std::end(conjunctions),
                     [&](std::string_view c) { return starts_at(text_, at, c); });
}

void ListText::read_head(Tail& tail, std::size_t end) const {
  while (tail.end < end && text_[tail.end] == ' ') ++tail.end;
  const Claim claim = claim_at(text_, tail.end);
  if (claim.size > 0) {
    tail.claimed = claim.value;
    tail.end += claim.size;
  }
  take_noun(tail, end, claim.size > 0 ? 36 : 24);
}

bool ListText::take_noun(Tail& tail, std::size_t end, std::size_t reach) const {
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

void ListText::read_claim_before(std::size_t end, EnumerationDraft& draft) const {
  constexpr std::size_t reach = 60;
  std::size_t at = end > sentence_begin_ + reach ? end - reach : sentence_begin_;
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

} // namespace zonekg
