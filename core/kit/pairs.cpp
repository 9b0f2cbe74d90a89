#include "core/kit/pairs.hpp"

#include <algorithm>

namespace zonekg::kit {
namespace {

// How far words are looked at from a place: bounds the work for lists and sentences without end.
constexpr std::uint32_t clause_reach = 60, sentence_reach = 150;

constexpr std::uint32_t enough = 200; // counts are small numbers: beyond that nothing new is learned

Range gap_between(Range a, Range b) {
  const std::uint32_t begin = std::min(a.end, b.end);
  return {begin, std::max({begin, a.begin, b.begin})};
}

// As much of it as is looked at.
Range looked_at(Range gap) { return {gap.begin, std::min(gap.end, gap.begin + enough)}; }

bool in_one_clause(const Reading& reading, Range gap) {
  const Index::Marks marks = reading.index().marks_in(looked_at(gap));
  return marks.commas + marks.stops == 0;
}

std::uint32_t mentions_in(const Reading& reading, Range gap, std::uint32_t mark) {
  std::uint32_t count = 0;
  for (std::uint32_t i = gap.begin; i < gap.end; ++i) count += (reading.begins(i) & mark) != 0;
  return count;
}

// The enumeration whose items hold the place, `none` otherwise.
std::uint32_t list_of(const Reading& reading, Range place) {
  const std::uint32_t item = reading.item_at(place.begin);
  return item == none ? none : reading.items()[item].enumeration;
}

// What one row of a table says, it says of the things in that row.
bool in_other_rows(const Reading& reading, Range a, Range b) {
  const std::uint32_t row = reading.table_row_at(a.begin), other = reading.table_row_at(b.begin);
  return row != none && other != none && row != other;
}

std::uint32_t section_of(const Reading& reading, Range place) {
  const std::uint32_t sentence = reading.sentence_at(place.begin);
  return sentence == none ? none : reading.sentences()[sentence].section;
}

bool heads(const Reading& reading, std::uint32_t section, Range place) {
  if (!reading.index().in_heading(place.begin)) return false;
  for (int depth = 0; section != none && section < reading.sections().size() && depth < 8; ++depth) {
    const zkg_section& s = reading.sections()[section];
    if (s.heading.end > s.heading.begin) {
      const Range heading = reading.range(s.heading);
      if (heading.begin <= place.begin && place.end <= heading.end) return true;
    }
    if (section == 0) return false;
    section = s.parent;
  }
  return false;
}

} // namespace

Range clause_around(const Reading& reading, Range place) {
  Range clause = place;
  while (clause.begin > 0 && place.begin - clause.begin < clause_reach && !breaks_name(reading.at(clause.begin - 1))) --clause.begin;
  while (clause.end < reading.size() && clause.end - place.end < clause_reach && !breaks_name(reading.at(clause.end))) ++clause.end;
  return clause;
}

Nearness nearness(const Reading& reading, Range a, Range b, Nearness farthest) {
  if (in_other_rows(reading, a, b)) return Nearness::far;
  const std::uint32_t sa = reading.sentence_at(a.begin), sb = reading.sentence_at(b.begin);
  if (sa != none && sa == sb) {
    return in_one_clause(reading, gap_between(a, b)) ? Nearness::clause : Nearness::sentence;
  }
  if (farthest <= Nearness::sentence) return Nearness::far;
  if (heads(reading, section_of(reading, b), a) || heads(reading, section_of(reading, a), b)) return Nearness::heading;
  if (sa == none || sb == none) return Nearness::far;
  const std::uint32_t first = std::min(sa, sb), second = std::max(sa, sb);
  const bool same_paragraph = reading.sentences()[first].paragraph == reading.sentences()[second].paragraph;
  const std::uint32_t list = list_of(reading, sb == second ? b : a);
  if (list != none) {
    const zkg_enumeration& e = reading.enumerations()[list];
    const Range whole = reading.range(e.span);
    const Range earlier = sa == first ? a : b;
    if (earlier.end <= whole.begin && whole.begin - earlier.end < 80) return Nearness::lead;
  }
  if (second - first == 1 && same_paragraph) return Nearness::next_sentence;
  return same_paragraph ? Nearness::paragraph : Nearness::far;
}

void place_features(const Reading& reading, Range place, std::uint32_t base, Features& out) {
  FeatureBatch batch(out);
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0) { batch.add(base + kind, a, b); };
  add(0, reading.word_hash(reading.word_at(std::int64_t{place.begin} - 1)));
  add(1, reading.word_hash(reading.word_at(place.end)));
  add(2, static_cast<std::uint64_t>(reading.folded(std::int64_t{place.begin} - 1)) << 21 | reading.folded(place.end));
  add(3, static_cast<std::uint64_t>(reading.role_at(place.begin)));
  const std::uint32_t item = reading.item_at(place.begin);
  if (item != none) {
    const zkg_enumeration& list = reading.enumerations()[reading.items()[item].enumeration];
    const std::uint64_t head = reading.head_hash(reading.items()[item].enumeration);
    add(4, static_cast<std::uint64_t>(list.kind), head);
    add(5, static_cast<std::uint64_t>(list.kind), list.claimed > 0);
    reading.each_class(reading.classes_before_list(reading.items()[item].enumeration), [&](std::uint64_t h) { add(13, h); });
    reading.each_class(reading.classes_after_list(reading.items()[item].enumeration), [&](std::uint64_t h) { add(14, h); });
  }
  const Range clause = clause_around(reading, place);
  reading.each_class(reading.classes_in({clause.begin, place.begin}), [&](std::uint64_t h) { add(6, h); });
  reading.each_class(reading.classes_in({place.end, clause.end}), [&](std::uint64_t h) { add(7, h); });
  const std::uint32_t sentence = reading.sentence_at(place.begin);
  if (sentence != none) {
    const Range whole = reading.sentence_range(sentence);
    const std::uint32_t begin = std::max(whole.begin, place.begin - std::min(place.begin, sentence_reach));
    const std::uint32_t end = std::clamp(whole.end, place.end, place.end + sentence_reach);
    reading.each_class(reading.classes_in({begin, place.begin}), [&](std::uint64_t h) { add(8, h); });
    reading.each_class(reading.classes_in({place.end, end}), [&](std::uint64_t h) { add(9, h); });
  }
  std::uint32_t previous = none;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    const std::uint32_t word = reading.word_at(i);
    if (word == previous || word == none) continue;
    previous = word;
    if (i < place.begin) add(10, reading.word_hash(word));
    if (i >= place.end) add(11, reading.word_hash(word));
  }
  add(12, (reading.begins(place.begin) & (mark_line | mark_item | mark_sentence)));
  batch.flush();
}

void between_features(const Reading& reading, Range a, Range b, Nearness nearness_of_both, std::uint32_t between_mark,
                      std::uint32_t base, Features& out) {
  FeatureBatch batch(out);
  const auto add = [&](std::uint32_t kind, std::uint64_t x = 0, std::uint64_t y = 0, std::uint64_t z = 0) {
    batch.add(base + kind, x, y, z);
  };
  const bool forward = a.begin < b.begin || (a.begin == b.begin && a.end <= b.end);
  const bool inside = (a.begin <= b.begin && b.end <= a.end) || (b.begin <= a.begin && a.end <= b.end);
  const auto near = static_cast<std::uint64_t>(nearness_of_both);
  const Range gap = gap_between(a, b);
  const Index::Marks between = reading.index().marks_in(looked_at(gap));
  const std::uint32_t mentions = between_mark ? mentions_in(reading, looked_at(gap), between_mark) : 0;
  const std::uint64_t order = (forward ? 1U : 0U) | (inside ? 2U : 0U);
  const std::uint32_t far = distance_bucket(gap.size());
  const std::uint64_t same_list = list_of(reading, a) != none && list_of(reading, a) == list_of(reading, b) ? 1 : 0;
  const std::uint64_t same_item = reading.item_at(a.begin) != none && reading.item_at(a.begin) == reading.item_at(b.begin) ? 1 : 0;
  add(0, near, order);
  add(1, far, order, near);
  add(2, std::min(between.commas, 3U), std::min(between.list_marks, 3U), order);
  add(3, std::min(mentions, 4U), order, near);
  add(4, std::min(between.quantities, 3U), order);
  add(5, same_list, same_item, order);
  add(6, std::min(between.stops, 2U), near);
  add(7, static_cast<std::uint64_t>(reading.role_at(a.begin)), static_cast<std::uint64_t>(reading.role_at(b.begin)), near);
  if (gap.size() <= 6) add(8, reading.text_hash(gap), order);
  if (gap.size() <= 60) {
    std::uint32_t previous = none;
    for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
      const std::uint32_t word = reading.word_at(i);
      if (word == previous || word == none) continue;
      previous = word;
      add(9, reading.word_hash(word), order);
    }
    reading.each_class(reading.classes_in(gap), [&](std::uint64_t h) { add(10, h, order, far > 5); });
  }
  const std::uint32_t list_a = list_of(reading, a), list_b = list_of(reading, b);
  const auto kind = [&](std::uint32_t list) { return list == none ? 0U : static_cast<std::uint32_t>(reading.enumerations()[list].kind); };
  add(11, kind(list_a), kind(list_b), near);
  if (list_a != none && list_b != list_a) {
    const Range whole = reading.range(reading.enumerations()[list_a].span);
    const std::uint32_t away = b.begin >= whole.end ? b.begin - whole.end : whole.begin >= b.end ? whole.begin - b.end : 0;
    add(12, distance_bucket(away), b.begin >= whole.end, kind(list_a));
  }
  add(13, near, same_list, far);
  batch.flush();
}

void pair_features(const Reading& reading, Range a, Range b, std::uint32_t between_mark, std::uint32_t base, Features& out) {
  between_features(reading, a, b, nearness(reading, a, b), between_mark, base, out);
  place_features(reading, a, base + first_place, out);
  place_features(reading, b, base + second_place, out);
}

} // namespace zonekg::kit
