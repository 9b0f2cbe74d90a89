// Build-time tool: words.tsv (word, part of speech, frequency) → words.dict, as format.hpp says.
// usage: compile_dictionary words.tsv words.dict

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"
#include "core/text/dictionary/format.hpp"
#include "core/text/double_array.hpp"
#include "core/text/utf8.hpp"

namespace {

using namespace zonekg;
using namespace zonekg::dictionary_format;

// Packs the trie closely: 11 MB, where 1,000 tries give 75 MB.
constexpr std::uint32_t placement_tries = 1'000'000;

struct Entry {
  std::u32string word;
  std::uint32_t tag;
  std::uint32_t frequency;
};

// Part-of-speech tags of jieba (those of ICTCLAS); the first letter says the class unless the whole tag stands here.
std::uint32_t coarse_tag(std::string_view tag) {
  static const std::map<std::string_view, zkg_tag> tags = {
      {"nr", ZKG_TAG_PERSON},       {"nrt", ZKG_TAG_PERSON}, {"nrfg", ZKG_TAG_PERSON}, {"ns", ZKG_TAG_PLACE},
      {"nt", ZKG_TAG_ORGANISATION}, {"n", ZKG_TAG_NOUN},     {"g", ZKG_TAG_NOUN},      {"j", ZKG_TAG_NOUN},
      {"s", ZKG_TAG_NOUN},          {"v", ZKG_TAG_VERB},     {"a", ZKG_TAG_ADJECTIVE}, {"b", ZKG_TAG_ADJECTIVE},
      {"z", ZKG_TAG_ADJECTIVE},     {"zg", ZKG_TAG_OTHER},   {"d", ZKG_TAG_ADVERB},    {"df", ZKG_TAG_ADVERB},
      {"p", ZKG_TAG_FUNCTION},      {"c", ZKG_TAG_FUNCTION}, {"u", ZKG_TAG_FUNCTION},  {"r", ZKG_TAG_FUNCTION},
      {"y", ZKG_TAG_FUNCTION},      {"e", ZKG_TAG_FUNCTION}, {"f", ZKG_TAG_FUNCTION},  {"k", ZKG_TAG_FUNCTION},
      {"h", ZKG_TAG_FUNCTION},      {"m", ZKG_TAG_NUMBER},   {"q", ZKG_TAG_MEASURE},   {"t", ZKG_TAG_TIME}};
  auto found = tags.find(tag);
  if (found == tags.end()) found = tags.find(tag.substr(0, 1));
  return found == tags.end() ? ZKG_TAG_OTHER : found->second;
}

std::u32string decode(std::string_view text) {
  if (find_invalid_utf8(text)) throw std::runtime_error("a word is not UTF-8");
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    out += c.value;
    at += c.size;
  }
  return out;
}

Entry parse(const std::string& line) {
  const std::size_t tag = line.find('\t');
  const std::size_t number = line.find('\t', tag + 1);
  if (tag == std::string::npos || number == std::string::npos)
    throw std::runtime_error("three columns expected: " + line);
  Entry entry{decode(line.substr(0, tag)), coarse_tag(std::string_view(line).substr(tag + 1, number - tag - 1)), 0};
  const auto parsed = std::from_chars(line.data() + number + 1, line.data() + line.size(), entry.frequency);
  if (parsed.ec != std::errc() || entry.frequency == 0 || entry.frequency > frequency_mask)
    throw std::runtime_error("frequency out of range: " + line);
  if (entry.word.empty() || entry.word.size() > longest_word ||
      *std::max_element(entry.word.begin(), entry.word.end()) >= label_table_size)
    throw std::runtime_error("word out of range: " + line);
  return entry;
}

std::vector<Entry> read_words(const char* file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(std::string(file) + ": cannot read");
  std::vector<Entry> words;
  for (std::string line; std::getline(in, line);) words.push_back(parse(line));
  if (words.empty()) throw std::runtime_error(std::string(file) + ": no words");
  return words;
}

// Common characters get low labels: their children then lie close together.
std::vector<Label> number_characters(const std::vector<Entry>& words) {
  std::vector<std::uint64_t> count(label_table_size, 0);
  for (const Entry& entry : words)
    for (const char32_t c : entry.word) count[c] += entry.frequency;
  std::vector<std::uint32_t> order;
  for (std::uint32_t c = 0; c < label_table_size; ++c)
    if (count[c] > 0) order.push_back(c);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return count[a] > count[b]; });
  std::vector<Label> labels(label_table_size, 0);
  for (std::size_t i = 0; i < order.size(); ++i) labels[order[i]] = static_cast<Label>(i + 1);
  return labels;
}

struct Key {
  std::u16string labels;
  const Entry* entry;
};

std::vector<Key> make_keys(const std::vector<Entry>& words, const std::vector<Label>& labels) {
  std::vector<Key> keys;
  for (const Entry& entry : words) {
    keys.push_back({{}, &entry});
    for (const char32_t c : entry.word) keys.back().labels += static_cast<char16_t>(labels[c]);
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.labels < b.labels; });
  const auto same = [](const Key& a, const Key& b) { return a.labels == b.labels; };
  if (std::adjacent_find(keys.begin(), keys.end(), same) != keys.end())
    throw std::runtime_error("a word stands there twice");
  return keys;
}

std::vector<Cell> make_cells(const std::vector<Key>& keys, std::uint32_t label_count, double total) {
  std::vector<std::vector<std::uint16_t>> sequences;
  for (const Key& key : keys) sequences.emplace_back(key.labels.begin(), key.labels.end());
  const std::vector<std::span<const std::uint16_t>> spans(sequences.begin(), sequences.end());
  const DoubleArray trie = build_double_array(spans, label_count, placement_tries);
  std::vector<Cell> cells;
  for (const auto& cell : trie.cells) cells.push_back({cell.base, cell.check, 0, 0});
  for (std::size_t k = 0; k < keys.size(); ++k) {
    const Entry& entry = *keys[k].entry;
    Cell& cell = cells[trie.key_states[k]];
    cell.word = entry.tag << frequency_bits | entry.frequency;
    cell.cost = static_cast<std::uint32_t>(std::lround(1000 * std::log(total / entry.frequency)));
  }
  const auto used = [](const Cell& cell) { return cell.check != DoubleArray::none; };
  cells.erase(std::find_if(cells.rbegin(), cells.rend(), used).base(), cells.end());
  return cells;
}

void write(const char* file, const std::vector<Label>& labels, const std::vector<Cell>& cells, double total) {
  Header header{};
  std::memcpy(header.magic, magic, sizeof magic);
  header.version = version;
  header.byte_order = byte_order;
  header.file_size = cells_offset + cells.size() * sizeof(Cell);
  header.cell_count = static_cast<std::uint32_t>(cells.size());
  header.unknown_cost = static_cast<std::uint32_t>(std::lround(1000 * std::log(total)));
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(reinterpret_cast<const char*>(labels.data()), static_cast<std::streamsize>(labels.size() * sizeof(Label)));
  out.write(reinterpret_cast<const char*>(cells.data()), static_cast<std::streamsize>(cells.size() * sizeof(Cell)));
  out.close();
  if (!out) throw std::runtime_error(std::string(file) + ": cannot write");
}

void compile(const char* source, const char* target) {
  const auto words = read_words(source);
  double total = 0;
  for (const Entry& entry : words) total += entry.frequency;
  const auto labels = number_characters(words);
  const std::uint32_t label_count = *std::max_element(labels.begin(), labels.end()) + 1u;
  write(target, labels, make_cells(make_keys(words, labels), label_count, total), total);
}

} // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: compile_dictionary words.tsv words.dict\n";
    return 2;
  }
  try {
    compile(arguments[1], arguments[2]);
  } catch (const std::exception& error) {
    std::cerr << "compile_dictionary: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
