#include "plugins/rules/rule_reading.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace zonekg::rules {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Bytes of the stop at `at`, 0 when there is none: what no name of a rule pack crosses, as it stands in repaired text.
std::uint32_t stop_at(std::string_view text, std::size_t at) {
  if (std::string_view(",.;:!?()\n\t|").find(text[at]) != std::string_view::npos) {
    // 1.5 and 3,000 are no ends.
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const bool in_number = (text[at] == '.' || text[at] == ',') && at > 0 && digit(at - 1) && digit(at + 1);
    return in_number ? 0 : 1;
  }
  for (const std::string_view stop : {"。", "、", "《", "》", "“", "”", "…"})
    if (text.compare(at, stop.size(), stop) == 0) return static_cast<std::uint32_t>(stop.size());
  return 0;
}

} // namespace

RuleReading::RuleReading(const RulePack& pack, const Document& document, Sink& sink)
    : pack_(pack), document_(document), sink_(sink), hits_(document.triggers()) {}

RuleReading::Hits RuleReading::hits_in(zkg_span span) const {
  const auto first_from = [&](std::uint32_t position) {
    std::size_t low = 0, high = hits_.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      hits_[middle].span.begin < position ? low = middle + 1 : high = middle;
    }
    return low;
  };
  return {first_from(span.begin), first_from(span.end)};
}

std::size_t RuleReading::characters(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view text = document_.text().substr(begin, end - begin);
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

zkg_span RuleReading::trimmed(zkg_span span) const {
  const std::string_view text = document_.text();
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  while (span.begin < span.end && blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && blank(text[span.end - 1])) --span.end;
  return span;
}

std::uint32_t RuleReading::stop_after(std::uint32_t at, std::uint32_t end) const {
  while (at < end && stop_at(document_.text(), at) == 0) ++at;
  return std::min(at, end);
}

std::uint32_t RuleReading::stop_before(std::uint32_t at, std::uint32_t begin) const {
  for (std::uint32_t i = at; i > begin; --i)
    if (const std::uint32_t size = stop_at(document_.text(), i - 1)) return std::min(i - 1 + size, at);
  return begin;
}

void RuleReading::add(const EntityRule& rule, zkg_span span) {
  span = trimmed(span);
  if (!empty(span) && size(span) <= 4 * rule.longest && characters(span.begin, span.end) <= rule.longest) found_.push_back({span, &rule});
}

void RuleReading::find_words(const EntityRule& rule) {
  for (const zkg_trigger_hit& hit : hits_)
    if (hit.id == rule.words) add(rule, hit.span);
}

void RuleReading::find_from_beginning(const EntityRule& rule, zkg_span sentence, const zkg_trigger_hit& first) {
  // Bounded by the rule's length, so that a text of beginnings costs no more than its length.
  const std::uint32_t reach = std::min<std::uint32_t>(sentence.end, first.span.begin + 4 * rule.longest);
  const std::uint32_t stop = stop_after(first.span.end, std::max(reach, first.span.end));
  const auto [begin, end] = hits_in({first.span.begin, stop});
  zkg_span span{first.span.begin, rule.ends == no_class ? stop : 0};
  for (std::size_t i = begin; i < end; ++i) {
    const zkg_trigger_hit& hit = hits_[i];
    if (hit.span.begin < first.span.end || hit.span.end > stop) continue;
    if (rule.ends == no_class && hit.id == rule.before) {
      span.end = hit.span.begin;
      break;
    }
    if (rule.ends == no_class || hit.id != rule.ends || characters(first.span.begin, hit.span.end) > rule.longest) continue;
    span.end = std::max(span.end, hit.span.end);
    if (!rule.widest) break;
  }
  if (span.end > first.span.begin) add(rule, span);
}

void RuleReading::find_to_end(const EntityRule& rule, zkg_span sentence, const zkg_trigger_hit& last) {
  const std::uint32_t reach = last.span.begin > 4 * rule.longest ? last.span.begin - 4 * rule.longest : 0;
  std::uint32_t begin = std::max(sentence.begin, reach);
  while (begin < last.span.begin && is_continuation(document_.text()[begin])) ++begin;
  begin = stop_before(last.span.begin, begin);
  const auto [first, end] = hits_in({begin, last.span.begin});
  for (std::size_t i = first; i < end; ++i)
    if (hits_[i].id == rule.after && hits_[i].span.end <= last.span.begin) begin = std::max(begin, hits_[i].span.end);
  if (begin < last.span.begin) add(rule, {begin, last.span.end}); // an end alone is a generic word
}

void RuleReading::find_bounded(const EntityRule& rule, zkg_span sentence) {
  const auto [first, end] = hits_in(sentence);
  for (std::size_t i = first; i < end; ++i) {
    const zkg_trigger_hit& hit = hits_[i];
    if (hit.span.end > sentence.end) continue;
    if (rule.begins != no_class && hit.id == rule.begins) find_from_beginning(rule, sentence, hit);
    if (rule.begins == no_class && hit.id == rule.ends) find_to_end(rule, sentence, hit);
  }
}

bool RuleReading::has_words_of(Class wanted, zkg_span span) const {
  if (empty(span)) return false;
  const auto [first, end] = hits_in(span);
  for (std::size_t i = first; i < end; ++i)
    if (hits_[i].id == wanted && hits_[i].span.end == span.end) return true;
  return false;
}

void RuleReading::find_items(const EntityRule& rule) {
  const auto lists = document_.enumerations();
  const auto items = document_.items();
  if (rule.list_head != no_class)
    for (const zkg_enumeration& list : lists)
      if (has_words_of(rule.list_head, list.head))
        for (std::size_t i = list.first_item; i < items.size() && i < std::size_t{list.first_item} + list.item_count; ++i) add(rule, items[i].span);
  if (rule.column != no_class)
    for (const zkg_item& item : items)
      if (item.row > 0 && has_words_of(rule.column, item.header)) add(rule, item.span);
}

// Of own candidates of one type that overlap, the most confident, then the longest may be an end; all go to the host.
void RuleReading::emit() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    if (a.rule->confidence != b.rule->confidence) return a.rule->confidence > b.rule->confidence;
    return size(a.span) > size(b.span);
  });
  std::vector<std::map<std::uint32_t, std::uint32_t>> taken(pack_.entities.size()); // by the first rule of the type: begin → end
  for (const Found& one : found_) {
    const auto type = std::find_if(pack_.entities.begin(), pack_.entities.end(), [&](const EntityRule& r) { return r.type == one.rule->type; });
    auto& spans = taken[static_cast<std::size_t>(type - pack_.entities.begin())];
    const auto next = spans.lower_bound(one.span.begin);
    if (next != spans.end() && next->first == one.span.begin && next->second == one.span.end) continue;
    MentionCandidate candidate{one.rule->type, one.span, one.rule->confidence, one.rule->name};
    const std::uint32_t id = sink_.add(candidate);
    const bool crossed = (next != spans.end() && next->first < one.span.end) || (next != spans.begin() && std::prev(next)->second > one.span.begin);
    if (id == ZKG_NO_MENTION || crossed) continue;
    spans.emplace(one.span.begin, one.span.end);
    named_.push_back({one.span, id, one.rule->type});
  }
}

void RuleReading::propose_entities() {
  for (const EntityRule& rule : pack_.entities) {
    if (rule.words != no_class) find_words(rule);
    if (rule.list_head != no_class || rule.column != no_class) find_items(rule);
    if (rule.begins == no_class && rule.ends == no_class) continue;
    for (const zkg_sentence& sentence : document_.sentences()) find_bounded(rule, sentence.span);
  }
  emit();
}

} // namespace zonekg::rules
