// A document indexed by character, for features and rules: every layer can be asked about one position.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/abi/plugin.hpp"
#include "core/kit/features.hpp"
#include "core/kit/lexicon.hpp"

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
  mark_first_mention = 1U << 8, // bits 8..: decided mentions, by type: mention_types()
};

// Types of decided mentions that marks tell apart.
const std::vector<std::string_view>& mention_types();
std::uint32_t mention_mark(std::string_view type); // 0 for a type not told apart

// A half-open range of character positions.
struct Range {
  std::uint32_t begin, end;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

inline bool overlaps(Range a, Range b) { return a.begin < b.end && b.begin < a.end; }

// The first row of a layer in text order that does not begin before a byte offset.
template <class Row>
std::size_t first_row_from(const Rows<Row>& rows, std::uint32_t offset) {
  std::size_t low = 0, high = rows.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (rows[middle].span.begin < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Valid while the document is. Positions are character numbers 0..size().
class Reading {
 public:
  Reading(const Document& document, const Lexicon& lexicon);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(chars_.size()); }

  // The character at a position; 0 before the first and after the last. Digits read as '0', letters as lower case.
  [[nodiscard]] char32_t folded(std::int64_t position) const {
    return position < 0 || position >= static_cast<std::int64_t>(chars_.size()) ? U'\0' : folded_[static_cast<std::size_t>(position)];
  }
  [[nodiscard]] char32_t at(std::int64_t position) const {
    return position < 0 || position >= static_cast<std::int64_t>(chars_.size()) ? U'\0' : chars_[static_cast<std::size_t>(position)];
  }
  [[nodiscard]] std::uint32_t begins(std::uint32_t position) const { return begin_marks_[position]; }
  [[nodiscard]] std::uint32_t ends(std::uint32_t position) const { return end_marks_[position]; }
  [[nodiscard]] Classes class_begins(std::uint32_t position) const { return begin_classes_[position]; }
  [[nodiscard]] Classes class_ends(std::uint32_t position) const { return end_classes_[position]; }

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
  [[nodiscard]] Range word_range(std::uint32_t word) const { return range(words_[word].span); }
  [[nodiscard]] std::int32_t role_at(std::uint32_t position) const; // section role of the sentence there

  [[nodiscard]] Range range(zkg_span span) const { return {char_numbers_[span.begin], char_numbers_[span.end]}; }
  [[nodiscard]] zkg_span span(Range range) const { return {offsets_[range.begin], offsets_[range.end]}; }
  // A hash of the characters of a range, in constant time; equal for equal words in every document.
  [[nodiscard]] std::uint64_t text_hash(Range range) const {
    return hashes_[range.end] - hashes_[range.begin] * powers_[range.size()];
  }
  // Hashes of an enumeration's head noun and of an item's column header, 1 where there is none.
  [[nodiscard]] std::uint64_t head_hash(std::uint32_t enumeration) const { return head_hashes_[enumeration]; }
  [[nodiscard]] std::uint64_t header_hash(std::uint32_t item) const { return header_hashes_[item]; }
  [[nodiscard]] std::string_view text(Range range) const { return document_.text(span(range)); }
  [[nodiscard]] Range sentence_range(std::uint32_t sentence) const { return range(sentences_[sentence].span); }

  // Visits the section of the sentence there and those above it, innermost first, until `visit` returns false.
  template <class Visit>
  void each_section_over(std::uint32_t position, Visit&& visit) const {
    const std::uint32_t sentence = sentence_at(position);
    std::uint32_t section = sentence == none ? 0 : sentences_[sentence].section;
    while (section < sections_.size()) {
      const zkg_section& s = sections_[section];
      if (!visit(s) || section == 0 || s.parent >= section) return;
      section = s.parent;
    }
  }

  // Trigger hits that begin in [begin, end), as rows of the triggers layer: first and one past the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> hits_in(Range range) const;
  [[nodiscard]] const zkg_trigger_hit& hit(std::size_t row) const { return hits_[row]; }
  [[nodiscard]] const std::string& class_name(const zkg_trigger_hit& hit) const { return lexicon_.names()[hit.id]; }

  // Classes of the words in a range.
  [[nodiscard]] Classes classes_in(Range range) const;
  // Classes of the words that announce a list, and of those that follow it in its sentence. (The words themselves made
  // unseen passages worse.)
  [[nodiscard]] Classes classes_before_list(std::uint32_t enumeration) const { return before_list_[enumeration]; }
  [[nodiscard]] Classes classes_after_list(std::uint32_t enumeration) const { return after_list_[enumeration]; }

  // The layers, fetched once.
  [[nodiscard]] const Rows<zkg_word>& words() const { return words_; }
  [[nodiscard]] const Rows<zkg_sentence>& sentences() const { return sentences_; }
  [[nodiscard]] const Rows<zkg_section>& sections() const { return sections_; }
  [[nodiscard]] const Rows<zkg_enumeration>& enumerations() const { return enumerations_; }
  [[nodiscard]] const Rows<zkg_item>& items() const { return items_; }
  [[nodiscard]] const Rows<zkg_quantity>& quantities() const { return quantities_; }
  [[nodiscard]] const Rows<zkg_period>& periods() const { return periods_; }
  [[nodiscard]] const Rows<zkg_mention>& mentions() const { return mentions_; }

 private:
  static std::uint32_t row(const std::vector<std::uint32_t>& rows, std::int64_t position) {
    return position < 0 || position >= static_cast<std::int64_t>(rows.size()) ? none : rows[static_cast<std::size_t>(position)];
  }
  void index_characters();
  void index_layers();
  void index_lists();
  void index_tables();
  [[nodiscard]] Range lead_of(Range list) const;
  [[nodiscard]] Range rest_of_sentence(Range list) const;
  void mark(zkg_span span, std::uint32_t bit);
  void cover(std::vector<std::uint32_t>& rows, zkg_span span, std::uint32_t value);

  const Document& document_;
  const Lexicon& lexicon_;
  Rows<zkg_word> words_;
  Rows<zkg_sentence> sentences_;
  Rows<zkg_section> sections_;
  Rows<zkg_enumeration> enumerations_;
  Rows<zkg_item> items_;
  Rows<zkg_quantity> quantities_;
  Rows<zkg_period> periods_;
  Rows<zkg_mention> mentions_;
  Rows<zkg_trigger_hit> hits_;
  std::vector<char32_t> chars_, folded_;
  std::vector<std::uint64_t> hashes_, powers_; // of the first n characters; of the hash's base
  std::vector<std::uint32_t> offsets_;      // byte offset of each character, and of the end
  std::vector<std::uint32_t> char_numbers_; // character number by byte offset
  std::vector<std::uint32_t> begin_marks_, end_marks_;
  std::vector<Classes> begin_classes_, end_classes_;
  std::vector<std::uint32_t> word_rows_, sentence_rows_, item_rows_;
  std::vector<std::uint32_t> table_rows_; // by character; empty without tables
  std::vector<std::uint64_t> word_hashes_, head_hashes_, header_hashes_;
  std::vector<Classes> before_list_, after_list_; // by enumeration
};

// Characters that no name crosses: 。；！？，： line ends and the like.
constexpr bool breaks_name(char32_t c) {
  switch (c) {
  case U'。': case U'；': case U';': case U'！': case U'!': case U'？': case U'?': case U'，': case U',': case U'：': case U':':
  case U'\n': case U'\t': case U'|': case U'｜': case U'【': case U'】': case U'…': return true;
  default: return false;
  }
}
constexpr bool is_closing(char32_t c) {
  switch (c) {
  case U')': case U'）': case U']': case U'】': case U'」': case U'』': case U'”': case U'’': case U'》': case U'〉': case U'"': return true;
  default: return false;
  }
}
constexpr bool is_opening(char32_t c) {
  switch (c) {
  case U'(': case U'（': case U'[': case U'【': case U'「': case U'『': case U'“': case U'‘': case U'《': case U'〈': case U'"': return true;
  default: return false;
  }
}
constexpr bool is_cjk(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000; }
// X x ＊ * × □ ○ 某 as they stand in blacked-out names.
constexpr bool is_redaction(char32_t c) {
  switch (c) {
  case U'X': case U'x': case U'Ｘ': case U'ｘ': case U'*': case U'＊': case U'×': case U'□': case U'○': case U'某': return true;
  default: return false;
  }
}

} // namespace zonekg::kit
