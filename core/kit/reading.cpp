#include "core/kit/reading.hpp"

#include <algorithm>

#include "core/kit/features.hpp"

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

constexpr std::uint64_t hash_base = 0x9ddfea08eb382d69ULL;

} // namespace

const std::vector<std::string_view>& mention_types() {
  static const std::vector<std::string_view> types = {"zone", "company", "project", "fund", "infrastructure", "industry", "investment"};
  return types;
}

std::uint32_t mention_mark(std::string_view type) {
  const auto& types = mention_types();
  const auto at = std::find(types.begin(), types.end(), type);
  return at == types.end() ? 0 : mark_first_mention << (at - types.begin());
}

Reading::Reading(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon), words_(document.words()), sentences_(document.sentences()),
      sections_(document.sections()), enumerations_(document.enumerations()), items_(document.items()),
      quantities_(document.quantities()), periods_(document.periods()), mentions_(document.mentions()), hits_(document.triggers()) {
  index_characters();
  index_layers();
  index_lists();
  index_tables();
}

void Reading::index_characters() {
  const std::string_view text = document_.text();
  char_numbers_.assign(text.size() + 1, 0);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(text, at);
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
  char_numbers_[text.size()] = static_cast<std::uint32_t>(chars_.size());
  offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

void Reading::mark(zkg_span span, std::uint32_t bit) {
  if (span.end <= span.begin) return;
  begin_marks_[char_numbers_[span.begin]] |= bit;
  end_marks_[char_numbers_[span.end]] |= bit;
}

void Reading::cover(std::vector<std::uint32_t>& rows, zkg_span span, std::uint32_t value) {
  const Range r = range(span);
  std::fill(rows.begin() + r.begin, rows.begin() + r.end, value);
}

void Reading::index_layers() {
  const std::size_t n = chars_.size();
  begin_marks_.assign(n + 1, 0);
  end_marks_.assign(n + 1, 0);
  begin_classes_.assign(n + 1, 0);
  end_classes_.assign(n + 1, 0);
  word_rows_.assign(n, none);
  sentence_rows_.assign(n, none);
  item_rows_.assign(n, none);
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    mark(words_[i].span, mark_word);
    cover(word_rows_, words_[i].span, i);
    word_hashes_.push_back(hash_text(document_.text(words_[i].span)));
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
  for (const auto& s : sections_) mark(s.heading, mark_heading);
  for (const auto& m : mentions_) mark(m.span, mention_mark(view(m.type)));
  for (const auto& hit : hits_) {
    begin_classes_[char_numbers_[hit.span.begin]] |= Classes{1} << hit.id;
    end_classes_[char_numbers_[hit.span.end]] |= Classes{1} << hit.id;
  }
  for (std::size_t i = 0; i <= n; ++i) {
    if (i == 0 || chars_[i - 1] == U'\n') begin_marks_[i] |= mark_line;
    if (i == n || chars_[i] == U'\n') end_marks_[i] |= mark_line;
  }
}

void Reading::index_tables() {
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

std::int32_t Reading::role_at(std::uint32_t position) const {
  const std::uint32_t sentence = sentence_at(position);
  if (sentence == none) return ZKG_ROLE_NONE;
  const std::uint32_t section = sentences_[sentence].section;
  return section < sections_.size() ? sections_[section].role : ZKG_ROLE_NONE;
}

std::pair<std::size_t, std::size_t> Reading::hits_in(Range range) const {
  const zkg_span bytes = span(range);
  return {first_row_from(hits_, bytes.begin), first_row_from(hits_, bytes.end)};
}

} // namespace zonekg::kit
