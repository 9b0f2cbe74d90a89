#include "core/text/segmenter.hpp"

#include <algorithm>
#include <limits>

#include "core/text/characters.hpp"

namespace zonekg {
namespace {

namespace format = dictionary_format;

// A run is cut after so many characters: the room of the search stays small on text without punctuation.
constexpr std::size_t longest_run = 4096;

bool is_alphanumeric(char c) { return is_latin(c) || is_digit(c); }
bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (digit_at(text, at)) ++at;
  return at;
}

// Groups of exactly three digits behind one to three: 1,234,567, but not 2021,100.
std::size_t end_of_groups(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin > 3) return end;
  while (end < text.size() && text[end] == ',' && end_of_digits(text, end + 1) == end + 4) end += 4;
  return end;
}

std::size_t end_of_number(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_groups(text, begin, end_of_digits(text, begin));
  if (end < text.size() && text[end] == '.' && digit_at(text, end + 1)) end = end_of_digits(text, end + 1);
  for (const std::string_view sign : {"%", "‰"})
    if (starts_at(text, end, sign)) return end + sign.size();
  return end;
}

// Letters and digits, with - . & + _ ' between two of them.
std::size_t end_of_latin(std::string_view text, std::size_t at) {
  constexpr std::string_view joints = "-.&+_'";
  for (++at; at < text.size(); ++at) {
    if (is_alphanumeric(text[at])) continue;
    if (joints.find(text[at]) == std::string_view::npos) break;
    if (at + 1 == text.size() || !is_alphanumeric(text[at + 1])) break;
  }
  return at;
}

struct Range {
  char32_t first, last;
  std::uint32_t tag;
};
constexpr std::uint32_t no_word = 0xFFFFFFFFu; // spaces and control characters

// Blocks of Unicode 15 that occur in reports and are not words' characters; sorted.
constexpr Range ranges[] = {{0x80, 0xA0, no_word},
                            {0xA1, 0xBF, ZKG_TAG_PUNCTUATION},
                            {0xC0, 0xD6, ZKG_TAG_LATIN},
                            {0xD7, 0xD7, ZKG_TAG_PUNCTUATION},
                            {0xD8, 0xF6, ZKG_TAG_LATIN},
                            {0xF7, 0xF7, ZKG_TAG_PUNCTUATION},
                            {0xF8, 0x24F, ZKG_TAG_LATIN},
                            {0x370, 0x3FF, ZKG_TAG_LATIN},
                            {0x2000, 0x200F, no_word},
                            {0x2010, 0x2027, ZKG_TAG_PUNCTUATION},
                            {0x2028, 0x202F, no_word},
                            {0x2030, 0x205E, ZKG_TAG_PUNCTUATION},
                            {0x205F, 0x206F, no_word},
                            {0x2100, 0x214F, ZKG_TAG_MEASURE},
                            {0x2160, 0x217F, ZKG_TAG_NUMBER},
                            {0x2190, 0x245F, ZKG_TAG_PUNCTUATION},
                            {0x2460, 0x249B, ZKG_TAG_NUMBER},
                            {0x2500, 0x27BF, ZKG_TAG_PUNCTUATION},
                            {0x3000, 0x3000, no_word},
                            {0x3001, 0x3004, ZKG_TAG_PUNCTUATION},
                            {0x3008, 0x3020, ZKG_TAG_PUNCTUATION},
                            {0x3220, 0x3229, ZKG_TAG_NUMBER},
                            {0x3380, 0x33DF, ZKG_TAG_MEASURE},
                            {0xFE30, 0xFE6B, ZKG_TAG_PUNCTUATION},
                            {0xFEFF, 0xFEFF, no_word},
                            {0xFF01, 0xFF0F, ZKG_TAG_PUNCTUATION},
                            {0xFF10, 0xFF19, ZKG_TAG_NUMBER},
                            {0xFF1A, 0xFF20, ZKG_TAG_PUNCTUATION},
                            {0xFF21, 0xFF3A, ZKG_TAG_LATIN},
                            {0xFF3B, 0xFF40, ZKG_TAG_PUNCTUATION},
                            {0xFF41, 0xFF5A, ZKG_TAG_LATIN},
                            {0xFF5B, 0xFF65, ZKG_TAG_PUNCTUATION},
                            {0xFFE0, 0xFFE6, ZKG_TAG_PUNCTUATION}};

// Of a character that is neither ASCII nor in the dictionary.
std::uint32_t tag_of(char32_t c) {
  const auto found =
      std::upper_bound(std::begin(ranges), std::end(ranges), c, [](char32_t a, const Range& b) { return a < b.first; });
  if (found == std::begin(ranges) || c > std::prev(found)->last) return ZKG_TAG_UNKNOWN;
  return std::prev(found)->tag;
}

struct Token {
  std::size_t end;
  std::uint32_t tag;
};

Token ascii_token(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c)) return {end_of_number(text, at), ZKG_TAG_NUMBER};
  if (is_latin(c)) return {end_of_latin(text, at), ZKG_TAG_LATIN};
  return {at + 1, c <= ' ' || c == '\x7F' ? no_word : std::uint32_t{ZKG_TAG_PUNCTUATION}};
}

} // namespace

std::vector<zkg_word> Segmenter::segment(std::string_view text) {
  words_.reserve(text.size() / 5);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const auto begin = static_cast<std::uint32_t>(at);
    const std::uint16_t label = c.size == 3 ? graph_.labels[c.value] : std::uint16_t{0};
    const Token token = c.size == 1 ? ascii_token(text, at)
                                    : Token{at + c.size, label != 0 ? std::uint32_t{ZKG_TAG_UNKNOWN} : tag_of(c.value)};
    at = token.end;
    if (token.tag == ZKG_TAG_UNKNOWN) {
      add_to_run(begin, c.size, label);
      continue;
    }
    end_run();
    if (token.tag != no_word) words_.push_back({{begin, static_cast<std::uint32_t>(at)}, token.tag, 0});
  }
  end_run();
  return std::move(words_);
}

void Segmenter::add_to_run(std::uint32_t offset, std::uint32_t size, std::uint16_t label) {
  if (labels_.size() == longest_run) end_run();
  if (labels_.empty()) offsets_.push_back(offset);
  labels_.push_back(label);
  offsets_.push_back(offset + size);
}

void Segmenter::relax(std::uint32_t from, std::uint32_t to, std::uint32_t cost, std::uint32_t word) {
  const std::uint32_t total = steps_[from].cost + cost;
  if (total < steps_[to].cost) steps_[to] = {total, from, word};
}

// The first of equally cheap ways stays: the one whose last word is longest.
void Segmenter::find_words_from(std::uint32_t from) {
  relax(from, from + 1, graph_.unknown_cost, 0);
  const auto end = std::min<std::size_t>(labels_.size(), std::size_t{from} + format::longest_word);
  std::uint32_t state = 0;
  for (std::uint32_t i = from; i < end && labels_[i] != 0; ++i) {
    const std::size_t next = std::size_t{graph_.cells[state].base} + labels_[i];
    if (next >= graph_.cells.size() || graph_.cells[next].check != state) return;
    state = static_cast<std::uint32_t>(next);
    const format::Cell& cell = graph_.cells[next];
    if (cell.word != 0) relax(from, i + 1, std::min(cell.cost, graph_.unknown_cost), cell.word);
  }
}

void Segmenter::end_run() {
  if (labels_.empty()) return;
  const auto size = static_cast<std::uint32_t>(labels_.size());
  steps_.assign(size + 1, {std::numeric_limits<std::uint32_t>::max(), 0, 0});
  steps_[0].cost = 0;
  for (std::uint32_t from = 0; from < size; ++from) find_words_from(from);
  const auto first = static_cast<std::ptrdiff_t>(words_.size());
  for (std::uint32_t to = size; to > 0; to = steps_[to].from) {
    const std::uint32_t word = steps_[to].word;
    const std::uint32_t tag = std::min<std::uint32_t>(word >> format::frequency_bits, ZKG_TAG_OTHER);
    words_.push_back({{offsets_[steps_[to].from], offsets_[to]}, tag, word & format::frequency_mask});
  }
  std::reverse(words_.begin() + first, words_.end());
  labels_.clear();
  offsets_.clear();
}

} // namespace zonekg
