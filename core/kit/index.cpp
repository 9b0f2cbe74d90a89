#include "core/kit/index.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace zonekg::kit {
namespace {

char32_t decode(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + size > text.size()) {
    at = text.size();
    return 0xFFFD;
  }
  char32_t value = size == 1 ? lead : lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(at + i) & 0x3FU);
  at += size;
  return value;
}

char32_t fold(char32_t c) {
  if (c >= U'0' && c <= U'9') return U'0';
  if (c >= U'A' && c <= U'Z') return c + 32;
  return c;
}

constexpr bool is_comma(char32_t c) { return c == U',' || c == U'，' || c == U':' || c == U'：'; }
constexpr bool is_stop(char32_t c) { return c == U'。' || c == U';' || c == U'；' || c == U'\n'; }

constexpr std::uint64_t hash_base = 0x9ddfea08eb382d69ULL;

} // namespace

Index::Index(const Document& document)
    : text_(document.text()), words_(document.words()), sentences_(document.sentences()), sections_(document.sections()),
      enumerations_(document.enumerations()), items_(document.items()), quantities_(document.quantities()), periods_(document.periods()) {
  index_characters();
  index_layers();
  index_lists();
  index_tables();
  count();
  count_marks();
  find_verbs();
}

void Index::index_characters() {
  char_numbers_.assign(text_.size() + 1, 0);
  for (std::vector<char32_t>* characters : {&chars_, &folded_}) characters->reserve(text_.size() / 3);
  offsets_.reserve(text_.size() / 3);
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(text_, at);
    for (std::size_t b = begin; b < at; ++b) char_numbers_[b] = static_cast<std::uint32_t>(chars_.size());
    offsets_.push_back(static_cast<std::uint32_t>(begin));
    chars_.push_back(c);
    folded_.push_back(fold(c));
  }
  hashes_.resize(chars_.size() + 1, 0);
  powers_.resize(chars_.size() + 1, 1);
  for (std::size_t i = 0; i < chars_.size(); ++i) {
    hashes_[i + 1] = hashes_[i] * hash_base + chars_[i] + 1;
    powers_[i + 1] = powers_[i] * hash_base;
  }
  char_numbers_[text_.size()] = static_cast<std::uint32_t>(chars_.size());
  offsets_.push_back(static_cast<std::uint32_t>(text_.size()));
}

void Index::mark(zkg_span span, std::uint32_t bit) {
  if (span.end <= span.begin) return;
  begin_marks_[char_numbers_[span.begin]] |= bit;
  end_marks_[char_numbers_[span.end]] |= bit;
}

void Index::cover(std::vector<std::uint32_t>& rows, zkg_span span, std::uint32_t value) {
  const Range r = range(span);
  std::fill(rows.begin() + r.begin, rows.begin() + r.end, value);
}

void Index::index_layers() {
  const std::size_t n = chars_.size();
  begin_marks_.assign(n + 1, 0);
  end_marks_.assign(n + 1, 0);
  word_rows_.assign(n, none);
  sentence_rows_.assign(n, none);
  item_rows_.assign(n, none);
  word_hashes_.reserve(words_.size());
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    mark(words_[i].span, mark_word);
    cover(word_rows_, words_[i].span, i);
    word_hashes_.push_back(hash_text(text(words_[i].span)));
  }
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    mark(sentences_[i].span, mark_sentence);
    cover(sentence_rows_, sentences_[i].span, i);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_size; // larger items first: the innermost one stays
  for (std::uint32_t i = 0; i < items_.size(); ++i) by_size.emplace_back(~(items_[i].span.end - items_[i].span.begin), i);
  std::sort(by_size.begin(), by_size.end());
  for (const auto& [size, i] : by_size) {
    mark(items_[i].span, mark_item);
    cover(item_rows_, items_[i].span, i);
  }
  for (const auto& e : enumerations_) mark(e.span, mark_enumeration);
  for (const auto& q : quantities_) mark(q.span, mark_quantity);
  for (const auto& p : periods_) mark(p.span, mark_period);
  headings_.assign(n, false);
  for (const auto& s : sections_) {
    mark(s.heading, mark_heading);
    const Range heading = range(s.heading);
    std::fill(headings_.begin() + heading.begin, headings_.begin() + std::max(heading.begin, heading.end), true);
  }
  for (std::size_t i = 0; i <= n; ++i) {
    if (i == 0 || chars_[i - 1] == U'\n') begin_marks_[i] |= mark_line;
    if (i == n || chars_[i] == U'\n') end_marks_[i] |= mark_line;
  }
}

void Index::index_lists() {
  for (const zkg_enumeration& list : enumerations_) head_hashes_.push_back(empty(list.head) ? 1 : hash_text(text(list.head)));
  std::unordered_map<std::uint32_t, std::uint64_t> known; // by the header's begin: the cells of a column share one
  for (const zkg_item& item : items_) {
    std::uint64_t& hash = header_hashes_.emplace_back(1);
    if (empty(item.header)) continue;
    const auto [header, is_new] = known.try_emplace(item.header.begin);
    if (is_new) header->second = hash_text(text(item.header));
    hash = header->second;
  }
}

void Index::index_tables() {
  std::uint32_t number = 0;
  for (const zkg_enumeration& e : enumerations_) {
    if (e.kind != ZKG_ENUM_TABLE || e.item_count == 0) continue;
    const std::size_t last = std::size_t{e.first_item} + e.item_count;
    const std::uint32_t rows = items_[last - 1].row - items_[e.first_item].row + 1;
    if (e.item_count * 2 < rows * 5) continue;
    if (table_rows_.empty()) table_rows_.assign(chars_.size(), none);
    for (std::size_t i = e.first_item; i < last; ++i)
      if (items_[i].row > 0) cover(table_rows_, items_[i].span, number + items_[i].row);
    number += items_[last - 1].row + 1;
  }
}

void Index::count() {
  counts_.resize(chars_.size() + 1);
  Counts counts;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const char32_t c = folded_[i];
    const bool begins = begins_word(i);
    counts.digits += c == U'0';
    counts.latin += c >= U'a' && c <= U'z';
    counts.redacted += is_redaction(chars_[i]);
    counts.unknown += begins && word_tag(word_rows_[i]) == ZKG_TAG_UNKNOWN;
    counts.words += begins;
    counts_[i + 1] = counts;
  }
}

void Index::count_marks() {
  marks_.resize(chars_.size() + 1);
  Marks marks;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const char32_t c = chars_[i];
    marks.commas += is_comma(c);
    marks.list_marks += c == U'、';
    marks.stops += is_stop(c);
    marks.quantities += (begin_marks_[i] & mark_quantity) != 0;
    marks_[i + 1] = marks;
  }
}

void Index::find_verbs() {
  verb_before_.assign(chars_.size() + 1, none);
  verb_after_.assign(chars_.size() + 1, none);
  std::uint32_t verb = none;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (breaks_name(folded_[i])) verb = none;
    else if (word_tag(word_rows_[i]) == ZKG_TAG_VERB) verb = word_rows_[i];
    verb_before_[i + 1] = verb;
  }
  verb = none;
  for (std::uint32_t i = size(); i-- > 0;) {
    if (breaks_name(chars_[i])) verb = none;
    else if (word_tag(word_rows_[i]) == ZKG_TAG_VERB) verb = word_rows_[i];
    verb_after_[i] = verb;
  }
}

std::int32_t Index::role_at(std::uint32_t position) const {
  const std::uint32_t sentence = sentence_at(position);
  if (sentence == none) return ZKG_ROLE_NONE;
  const std::uint32_t section = sentences_[sentence].section;
  return section < sections_.size() ? sections_[section].role : ZKG_ROLE_NONE;
}

} // namespace zonekg::kit
