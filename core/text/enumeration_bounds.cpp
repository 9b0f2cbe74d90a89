#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/enumeration_list_text.hpp"
#include "core/text/enumeration_words.hpp"

namespace zonekg {

namespace {

constexpr std::size_t shortest_item = 6; // bytes: two Chinese characters

bool stands_in_word(std::string_view text, std::size_t at, std::string_view conjunction) {
  constexpr std::string_view after_and[] = {"平", "谐", "美", "睦", "配套", "附属", "其", "相关", "提标", "时", "改造", "会", "周边"};
  constexpr std::string_view before_and[] = {"共", "总", "饱", "中", "参", "普", "涉", "以", "仁", "亿", "祥", "泰", "瑞", "温", "缓"};
  for (const std::string_view w : after_and)
    if (starts_at(text, at + conjunction.size(), w)) return true;
  return std::any_of(std::begin(before_and), std::end(before_and),
                     [&](std::string_view w) { return at >= w.size() && starts_at(text, at - w.size(), w); });
}

void trim_spaces(std::string_view text, std::size_t& begin, std::size_t& end) {
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
}

} // namespace

void ListText::enter(zkg_span sentence) {
  sentence_begin_ = sentence.begin;
  find_marks(text_, sentence.begin, sentence.end, marks_);
}

std::size_t ListText::whole(std::size_t at) const {
  while (at < text_.size() && is_continuation(text_[at])) ++at;
  return at;
}

std::size_t ListText::behind_conjunction(std::size_t at) const {
  for (const std::string_view word : conjunctions)
    if (starts_at(text_, at, word)) return at + word.size();
  return at;
}

std::span<const Mark> ListText::marks_in(std::size_t begin, std::size_t end) const {
  const auto from = [](const Mark& m, std::size_t offset) { return m.begin < offset; };
  const auto first = std::lower_bound(marks_.begin(), marks_.end(), begin, from);
  return {first, std::lower_bound(first, marks_.end(), end, from)};
}

std::size_t ListText::opening(std::size_t begin, std::size_t end) const {
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

std::size_t ListText::last_end(std::size_t begin, std::size_t end) const {
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

ListText::Conjunction ListText::conjunction_in(std::size_t begin, std::size_t end, std::size_t believed) const {
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

bool ListText::in_group(std::size_t begin, std::size_t at) const {
  const auto before = marks_in(begin, at);
  return std::any_of(before.begin(), before.end(),
                     [&](const Mark& m) { return m.kind == MarkKind::open && at < m.group_end; });
}

void ListText::add_last_items(EnumerationDraft& draft, std::size_t begin, std::size_t end, const Tail& tail) const {
  const bool complete = tail.claimed == static_cast<double>(draft.items.size() + 1);
  const bool one_short = tail.claimed == static_cast<double>(draft.items.size() + 2);
  const std::size_t believed = complete ? 0 : one_short ? all_conjunctions : sure_conjunctions;
  add_split(draft, begin, end, conjunction_in(begin, end, believed));
}

void ListText::add_chunk(EnumerationDraft& draft, std::size_t begin, std::size_t end) const {
  add_split(draft, begin, end, conjunction_in(begin, end, 1));
}

void ListText::add_split(EnumerationDraft& draft, std::size_t begin, std::size_t end, const Conjunction& split) const {
  if (split.size > 0) {
    add_item(draft, begin, split.at);
    begin = split.at + split.size;
  }
  add_item(draft, begin, end);
}

void ListText::add_item(EnumerationDraft& draft, std::size_t begin, std::size_t end) const {
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

void ListText::strip(std::size_t& begin, std::size_t& end) const {
  trim_spaces(text_, begin, end);
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
  trim_spaces(text_, begin, end);
}

std::size_t ListText::before_amount(std::size_t begin, std::size_t end) const {
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

bool ListText::belongs_to_name(const Mark& group) const {
  const std::string_view inside = words(group.end, group.group_end - (group.end - group.begin));
  return inside.size() <= 12 && (inside.ends_with("期") || inside == "集团" || inside == "控股");
}

void ListText::keep_shared_noun(EnumerationDraft& draft) const {
  zkg_item& last = draft.items.back();
  if (draft.head.end == 0 || draft.head.begin != last.span.end || draft.items.size() < 2) return;
  const std::string_view noun = words(draft.head.begin, draft.head.end);
  const zkg_span before = draft.items[draft.items.size() - 2].span;
  if (!words(before.begin, before.end).ends_with(noun)) return;
  last.span.end = draft.head.end;
  draft.head = {0, 0};
}

} // namespace zonekg
