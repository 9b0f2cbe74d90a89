#include "core/text/scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <tuple>

namespace zonekg {
namespace {

constexpr std::uint32_t byte_values = 256;
constexpr std::uint32_t pair_bits = 18; // 32 KiB: fits the first-level cache
constexpr std::uint32_t single_bits = 12;
static_assert(std::endian::native == std::endian::little, "characters are compared as numbers read from memory");

// Up to four bytes from the start of a character, in a register; what else stands there is cut off.
struct Unit {
  std::uint32_t bytes;
  std::uint32_t size;
};

std::uint32_t size_by_lead(unsigned char lead) {
  if (lead < 0xC0) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// At least four bytes readable at `at`.
Unit read_unit(const char* at) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  const std::uint32_t size = size_by_lead(static_cast<unsigned char>(*at));
  return {bytes & (0xFFFFFFFFu >> (32 - 8 * size)), size};
}

Unit read_last_unit(std::string_view rest) {
  char padded[4] = {0, 0, 0, 0};
  std::memcpy(padded, rest.data(), std::min<std::size_t>(rest.size(), sizeof padded));
  Unit unit = read_unit(padded);
  unit.size = std::min(unit.size, static_cast<std::uint32_t>(rest.size()));
  return unit;
}

std::uint32_t hash(std::uint32_t unit) { return unit * 0x9E3779B1u; }
// Bit numbers in the filters.
std::uint32_t pair_bit(std::uint32_t first, std::uint32_t second) { return (first >> 3 ^ second) >> (32 - pair_bits); }
std::uint32_t single_bit(std::uint32_t hashed) { return hashed >> (32 - single_bits); }

void set(std::vector<std::uint64_t>& bits, std::uint32_t bit) { bits[bit / 64] |= std::uint64_t{1} << bit % 64; }
// The bit wanted stands lowest, others above it.
std::uint64_t get(const std::vector<std::uint64_t>& bits, std::uint32_t bit) { return bits[bit / 64] >> bit % 64; }

std::vector<Scanner::Word> sorted(std::vector<Scanner::Word> words) {
  std::erase_if(words, [](const Scanner::Word& w) { return w.text.empty(); });
  const auto key = [](const Scanner::Word& w) { return std::tie(w.text, w.id); };
  std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  words.erase(std::unique(words.begin(), words.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
              words.end());
  return words;
}

} // namespace

Scanner::Scanner(const std::vector<Word>& words) {
  std::vector<std::string_view> texts;
  std::size_t bytes = 0;
  for (const Word& word : sorted(words)) {
    if (texts.empty() || texts.back() != word.text) {
      texts.push_back(word.text);
      bytes += word.text.size();
      id_begin_.push_back(static_cast<std::uint32_t>(ids_.size()));
    }
    ids_.push_back(word.id);
  }
  if (texts.empty()) return;
  id_begin_.push_back(static_cast<std::uint32_t>(ids_.size()));

  std::vector<std::uint16_t> labels;
  labels.reserve(bytes);
  std::vector<std::span<const std::uint16_t>> keys;
  keys.reserve(texts.size());
  pairs_.assign((std::size_t{1} << pair_bits) / 64, 0);
  singles_.assign((std::size_t{1} << single_bits) / 64, 0);
  for (const std::string_view text : texts) {
    const auto begin = labels.size();
    for (const char c : text) labels.push_back(static_cast<unsigned char>(c));
    keys.emplace_back(labels.data() + begin, text.size());
    add_to_filter(text);
  }
  DoubleArray trie = build_double_array(keys, byte_values);
  cells_ = std::move(trie.cells);
  add_entries(texts);
  word_at_.assign(cells_.size(), DoubleArray::none);
  for (std::uint32_t w = 0; w < texts.size(); ++w) word_at_[trie.key_states[w]] = w;
}

void Scanner::add_to_filter(std::string_view word) {
  const Unit first = read_last_unit(word);
  if (first.size == word.size())
    set(singles_, single_bit(hash(first.bytes)));
  else
    set(pairs_, pair_bit(hash(first.bytes), hash(read_last_unit(word.substr(first.size)).bytes)));
}

// Every first character's state, so that a walk starts behind it.
void Scanner::add_entries(const std::vector<std::string_view>& words) {
  entries_.assign(std::bit_ceil(words.size() * 2), {0, 0});
  for (const std::string_view word : words) {
    const Unit first = read_last_unit(word);
    Entry& entry = entries_[find_entry(first.bytes)];
    entry = {first.bytes, 0};
    for (const char c : word.substr(0, first.size))
      entry.state = cells_[entry.state].base + static_cast<unsigned char>(c);
  }
}

// The place of the character's entry, or of the empty one where it would stand.
std::size_t Scanner::find_entry(std::uint32_t unit) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t i = hash(unit) >> 8 & mask;
  while (entries_[i].state != 0 && entries_[i].unit != unit) i = (i + 1) & mask;
  return i;
}

void Scanner::walk(std::string_view text, std::uint32_t begin, std::vector<Hit>& hits) const {
  const std::string_view rest = text.substr(begin);
  const Unit first = rest.size() < sizeof(Unit::bytes) ? read_last_unit(rest) : read_unit(rest.data());
  std::uint32_t state = entries_[find_entry(first.bytes)].state;
  if (state == 0) return;
  const std::size_t first_hit = hits.size();
  for (std::uint32_t size = first.size;; ++size) {
    if (const std::uint32_t word = word_at_[state]; word != DoubleArray::none)
      for (auto id = id_begin_[word + 1]; id-- > id_begin_[word];) hits.push_back({{begin, begin + size}, ids_[id]});
    if (size == rest.size()) break;
    const std::uint32_t next = cells_[state].base + static_cast<unsigned char>(rest[size]);
    if (cells_[next].check != state) break;
    state = next;
  }
  std::reverse(hits.begin() + static_cast<std::ptrdiff_t>(first_hit), hits.end());
}

void Scanner::scan(std::string_view text, std::vector<Hit>& hits) const {
  if (cells_.empty() || text.empty()) return;
  // Candidates are collected without a branch, then walked: a mispredicted branch costs more than ten characters.
  std::array<std::uint32_t, 256> starts;
  std::size_t count = 0;
  const auto walk_all = [&] {
    for (std::size_t i = 0; i < count; ++i) walk(text, starts[i], hits);
    count = 0;
  };

  const Unit first = read_last_unit(text);
  std::uint32_t previous = 0, previous_hash = hash(first.bytes);
  const auto step = [&](std::uint32_t at, Unit unit) {
    const std::uint32_t hashed = hash(unit.bytes);
    starts[count] = previous;
    count += (get(pairs_, pair_bit(previous_hash, hashed)) | get(singles_, single_bit(previous_hash))) & 1u;
    previous = at;
    previous_hash = hashed;
    return at + unit.size;
  };

  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t at = first.size;
  while (size - at >= sizeof(Unit::bytes)) {
    at = step(at, read_unit(text.data() + at));
    if (count == starts.size()) walk_all();
  }
  walk_all();
  while (at < size) at = step(at, read_last_unit(text.substr(at)));
  starts[count++] = previous;
  walk_all();
}

std::vector<Scanner::Hit> Scanner::scan(std::string_view text) const {
  std::vector<Hit> hits;
  scan(text, hits);
  return hits;
}

} // namespace zonekg
