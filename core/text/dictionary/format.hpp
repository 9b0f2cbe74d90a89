// The compiled dictionary: header, label of each code point below U+10000, cells of a double-array trie over labels.
// Little or big endian as the machine that made it; another one refuses it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace zonekg::dictionary_format {

constexpr char magic[8] = {'Z', 'K', 'G', 'D', 'I', 'C', 'T', '\n'};
constexpr std::uint32_t version = 1;
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::size_t label_table_size = 0x10000;
constexpr std::uint32_t longest_word = 32; // characters

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t file_size;
  std::uint32_t cell_count;
  std::uint32_t unknown_cost; // of a character that is no word
};

using Label = std::uint16_t; // 1 for the commonest character; 0: in no word

// As DoubleArray::Cell, with the word that ends here.
struct Cell {
  std::uint32_t base, check;
  std::uint32_t word; // tag << 24 | frequency; 0: no word
  std::uint32_t cost; // -1000 ln(relative frequency)
};

constexpr std::uint32_t frequency_bits = 24;
constexpr std::uint32_t frequency_mask = (1u << frequency_bits) - 1;

constexpr std::size_t cells_offset = sizeof(Header) + label_table_size * sizeof(Label);

} // namespace zonekg::dictionary_format
