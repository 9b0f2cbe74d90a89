// A document indexed by character: every layer that all plugins see alike can be asked about one position.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/abi/plugin.hpp"
#include "core/kit/characters.hpp"
#include "core/kit/features.hpp"

namespace zonekg::kit {

constexpr std::uint32_t none = 0xFFFFFFFF;

// What begins or ends at a position, one bit each.
enum Mark : std::uint32_t {
  mark_sentence = 1U << 0,
  mark_line = 1U << 1,
  mark_word = 1U << 2,
  mark_item = 1U << 3,
  mark_quantity = 1U << 4,
  mark_period = 1U << 5,
  mark_heading = 1U << 6,
  mark_enumeration = 1U << 7,
  mark_first_mention = 1U << 8, // bits 8..: decided mentions, by type: mention_types() of reading.hpp
};

// A half-open range of character positions.
struct Range {
  std::uint32_t begin, end;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

inline bool overlaps(Range a, Range b) { return a.begin < b.end && b.begin < a.end; }

// Valid while the text and the layers of the document are; it may outlive the call that they were given to.
// Positions are character numbers 0..size().
class Index {
 public:
  explicit Index(const Document& document);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(chars_.size()); }
  // The character at a position; 0 before the first and after the last. Digits read as '0', letters as lower case.
  [[nodiscard]] char32_t folded(std::int64_t position) const {
    return position < 0 || position >= static_cast<std::int64_t>(chars_.size()) ? U'\0' : folded_[static_cast<std::size_t>(position)];
  }
  [[nodiscard]] char32_t at(std::int64_t position) const {
    return position < 0 || position >= static_cast<std::int64_t>(chars_.size()) ? U'\0' : chars_[static_cast<std::size_t>(position)];
  }
  // Marks of all but mentions.
  [[nodiscard]] const std::vector<std::uint32_t>& begins() const { return begin_marks_; }
  [[nodiscard]] const std::vector<std::uint32_t>& ends() const { return end_marks_; }
  [[nodiscard]] bool begins_word(std::uint32_t position) const { return (begin_marks_[position] & mark_word) != 0; }

  // Row of the word, sentence, innermost item that covers the character; `none` otherwise.
  [[nodiscard]] std::uint32_t word_at(std::int64_t position) const { return row(word_rows_, position); }
  [[nodiscard]] std::uint32_t sentence_at(std::int64_t position) const { return row(sentence_rows_, position); }
  [[nodiscard]] std::uint32_t item_at(std::int64_t position) const { return row(item_rows_, position); }
  // A number of its own for each row of each table but that of titles; `none` elsewhere and in tables of two columns, which
  // may be a card of one thing: 项目名称 | 智谷产业园.
  [[nodiscard]] std::uint32_t table_row_at(std::int64_t position) const { return row(table_rows_, position); }
  [[nodiscard]] std::uint64_t word_hash(std::uint32_t word) const { return word == none ? 0 : word_hashes_[word]; }
  [[nodiscard]] std::uint32_t word_tag(std::uint32_t word) const { return word == none ? 99 : words_[word].tag; }
  [[nodiscard]] std::int32_t role_at(std::uint32_t position) const; // section role of the sentence there

  [[nodiscard]] Range range(zkg_span span) const { return {char_numbers_[span.begin], char_numbers_[span.end]}; }
  [[nodiscard]] zkg_span span(Range range) const { return {offsets_[range.begin], offsets_[range.end]}; }
  [[nodiscard]] std::string_view text(zkg_span span) const { return text_.substr(span.begin, span.end - span.begin); }
  // A hash of the characters of a range, in constant time; equal for equal words in every document.
  [[nodiscard]] std::uint64_t text_hash(Range range) const {
    return hashes_[range.end] - hashes_[range.begin] * powers_[range.size()];
  }
  // Hashes of an enumeration's head noun and of an item's column header, 1 where there is none.
  [[nodiscard]] std::uint64_t head_hash(std::uint32_t enumeration) const { return head_hashes_[enumeration]; }
  [[nodiscard]] std::uint64_t header_hash(std::uint32_t item) const { return header_hashes_[item]; }

  // Counts over the characters before a position: digits, letters, blacked-out and unknown ones, words begun.
  struct Counts {
    std::uint32_t digits = 0, latin = 0, redacted = 0, unknown = 0, words = 0;
  };
  [[nodiscard]] const Counts& counts(std::uint32_t position) const { return counts_[position]; }
  // In a range: what parts clauses and lists, figures begun.
  struct Marks {
    std::uint32_t commas = 0, list_marks = 0, stops = 0, quantities = 0;
  };
  [[nodiscard]] Marks marks_in(Range range) const {
    const Marks &from = marks_[range.begin], &to = marks_[range.end];
    return {to.commas - from.commas, to.list_marks - from.list_marks, to.stops - from.stops, to.quantities - from.quantities};
  }
  [[nodiscard]] bool in_heading(std::uint32_t position) const { return position < headings_.size() && headings_[position]; }
  // Nearest verb of the clause, as a word row.
  [[nodiscard]] std::uint32_t verb_before(std::uint32_t position) const { return verb_before_[position]; }
  [[nodiscard]] std::uint32_t verb_after(std::uint32_t position) const { return verb_after_[position]; }

  // The layers.
  [[nodiscard]] const Rows<zkg_word>& words() const { return words_; }
  [[nodiscard]] const Rows<zkg_sentence>& sentences() const { return sentences_; }
  [[nodiscard]] const Rows<zkg_section>& sections() const { return sections_; }
  [[nodiscard]] const Rows<zkg_enumeration>& enumerations() const { return enumerations_; }
  [[nodiscard]] const Rows<zkg_item>& items() const { return items_; }
  [[nodiscard]] const Rows<zkg_quantity>& quantities() const { return quantities_; }
  [[nodiscard]] const Rows<zkg_period>& periods() const { return periods_; }

 private:
  static std::uint32_t row(const std::vector<std::uint32_t>& rows, std::int64_t position) {
    return position < 0 || position >= static_cast<std::int64_t>(rows.size()) ? none : rows[static_cast<std::size_t>(position)];
  }
  void index_characters();
  void index_layers();
  void index_lists();
  void index_tables();
  void count();
  void count_marks();
  void find_verbs();
  void mark(zkg_span span, std::uint32_t bit);
  void cover(std::vector<std::uint32_t>& rows, zkg_span span, std::uint32_t value);

  std::string_view text_;
  Rows<zkg_word> words_;
  Rows<zkg_sentence> sentences_;
  Rows<zkg_section> sections_;
  Rows<zkg_enumeration> enumerations_;
  Rows<zkg_item> items_;
  Rows<zkg_quantity> quantities_;
  Rows<zkg_period> periods_;
  std::vector<char32_t> chars_, folded_;
  std::vector<std::uint64_t> hashes_, powers_; // of the first n characters; of the hash's base
  std::vector<std::uint32_t> offsets_;         // byte offset of each character, and of the end
  std::vector<std::uint32_t> char_numbers_;    // character number by byte offset
  std::vector<std::uint32_t> begin_marks_, end_marks_;
  std::vector<std::uint32_t> word_rows_, sentence_rows_, item_rows_;
  std::vector<std::uint32_t> table_rows_; // empty without tables
  std::vector<bool> headings_;
  std::vector<std::uint64_t> word_hashes_, head_hashes_, header_hashes_;
  std::vector<Counts> counts_;
  std::vector<Marks> marks_;
  std::vector<std::uint32_t> verb_before_, verb_after_;
};

} // namespace zonekg::kit
