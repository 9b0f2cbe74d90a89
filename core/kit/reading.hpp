// A document as one plugin sees it, for features and rules: its index, with the plugin's own words and decided mentions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/abi/plugin.hpp"
#include "core/kit/groundwork.hpp"
#include "core/kit/index.hpp"
#include "core/kit/lexicon.hpp"

namespace zonekg::kit {

// Types of decided mentions that marks tell apart.
const std::vector<std::string_view>& mention_types();
std::uint32_t mention_mark(std::string_view type); // 0 for a type not told apart

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
  [[nodiscard]] Groundwork& groundwork() const { return groundwork_.get(); }
  [[nodiscard]] const Index& index() const { return index_; }

  // As the index has it.
  [[nodiscard]] std::uint32_t size() const { return index_.size(); }
  [[nodiscard]] char32_t folded(std::int64_t position) const { return index_.folded(position); }
  [[nodiscard]] char32_t at(std::int64_t position) const { return index_.at(position); }
  [[nodiscard]] bool begins_word(std::uint32_t position) const { return index_.begins_word(position); }
  [[nodiscard]] std::uint32_t word_at(std::int64_t position) const { return index_.word_at(position); }
  [[nodiscard]] std::uint32_t sentence_at(std::int64_t position) const { return index_.sentence_at(position); }
  [[nodiscard]] std::uint32_t item_at(std::int64_t position) const { return index_.item_at(position); }
  [[nodiscard]] std::uint32_t table_row_at(std::int64_t position) const { return index_.table_row_at(position); }
  [[nodiscard]] std::uint64_t word_hash(std::uint32_t word) const { return index_.word_hash(word); }
  [[nodiscard]] std::uint32_t word_tag(std::uint32_t word) const { return index_.word_tag(word); }
  [[nodiscard]] std::int32_t role_at(std::uint32_t position) const { return index_.role_at(position); }
  [[nodiscard]] Range range(zkg_span span) const { return index_.range(span); }
  [[nodiscard]] zkg_span span(Range range) const { return index_.span(range); }
  [[nodiscard]] std::uint64_t text_hash(Range range) const { return index_.text_hash(range); }
  [[nodiscard]] std::uint64_t head_hash(std::uint32_t enumeration) const { return index_.head_hash(enumeration); }
  [[nodiscard]] std::uint64_t header_hash(std::uint32_t item) const { return index_.header_hash(item); }
  [[nodiscard]] std::string_view text(Range range) const { return index_.text(span(range)); }
  [[nodiscard]] Range word_range(std::uint32_t word) const { return range(words()[word].span); }
  [[nodiscard]] Range sentence_range(std::uint32_t sentence) const { return range(sentences()[sentence].span); }
  [[nodiscard]] const Rows<zkg_word>& words() const { return index_.words(); }
  [[nodiscard]] const Rows<zkg_sentence>& sentences() const { return index_.sentences(); }
  [[nodiscard]] const Rows<zkg_section>& sections() const { return index_.sections(); }
  [[nodiscard]] const Rows<zkg_enumeration>& enumerations() const { return index_.enumerations(); }
  [[nodiscard]] const Rows<zkg_item>& items() const { return index_.items(); }
  [[nodiscard]] const Rows<zkg_quantity>& quantities() const { return index_.quantities(); }
  [[nodiscard]] const Rows<zkg_period>& periods() const { return index_.periods(); }

  // What begins or ends at a position, the plugin's own words and the mentions that it sees among it.
  [[nodiscard]] std::uint32_t begins(std::uint32_t position) const { return index_.begins()[position] | begun_types_[position] * mark_first_mention; }
  [[nodiscard]] std::uint32_t ends(std::uint32_t position) const { return index_.ends()[position] | ended_types_[position] * mark_first_mention; }
  [[nodiscard]] EdgeMarks marks(std::uint32_t position) const { return {begins(position), ends(position)}; }
  [[nodiscard]] Classes class_begins(std::uint32_t position) const { return begin_classes_[position]; }
  [[nodiscard]] Classes class_ends(std::uint32_t position) const { return end_classes_[position]; }

  // Visits the section of the sentence there and those above it, innermost first, until `visit` returns false.
  template <class Visit>
  void each_section_over(std::uint32_t position, Visit&& visit) const {
    const std::uint32_t sentence = sentence_at(position);
    std::uint32_t section = sentence == none ? 0 : sentences()[sentence].section;
    while (section < sections().size()) {
      const zkg_section& s = sections()[section];
      if (!visit(s) || section == 0 || s.parent >= section) return;
      section = s.parent;
    }
  }

  // Trigger hits that begin in [begin, end), as rows of the triggers layer: first and one past the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> hits_in(Range range) const;
  [[nodiscard]] const zkg_trigger_hit& hit(std::size_t row) const { return hits_[row]; }
  [[nodiscard]] const std::string& class_name(const zkg_trigger_hit& hit) const { return lexicon_.names()[hit.id]; }
  // Visits a hash of the name of each class.
  template <class Visit>
  void each_class(Classes classes, Visit&& visit) const {
    each_bit(classes, [&](std::size_t bit) { visit(lexicon_.hash(bit)); });
  }

  // Classes of the words in the document, and in a range.
  [[nodiscard]] Classes classes() const { return classes_; }
  [[nodiscard]] Classes classes_in(Range range) const;
  // Classes of the words that announce a list, and of those that follow it in its sentence. (The words themselves made
  // unseen passages worse.)
  [[nodiscard]] Classes classes_before_list(std::uint32_t enumeration) const { return before_list_[enumeration]; }
  [[nodiscard]] Classes classes_after_list(std::uint32_t enumeration) const { return after_list_[enumeration]; }

  [[nodiscard]] const Rows<zkg_mention>& mentions() const { return mentions_; }

 private:
  void index_mentions();
  void index_hits();
  void index_lists();
  [[nodiscard]] Range lead_of(Range list) const;
  [[nodiscard]] Range rest_of_sentence(Range list) const;

  const Document& document_;
  const Lexicon& lexicon_;
  SharedGroundwork groundwork_;
  const Index& index_;
  Rows<zkg_mention> mentions_;
  Rows<zkg_trigger_hit> hits_;
  std::vector<std::uint8_t> begun_types_, ended_types_; // of the mentions that begin and end at each position, one bit each
  Classes classes_ = 0;
  std::vector<Classes> begin_classes_, end_classes_;
  std::vector<Classes> before_list_, after_list_; // by enumeration
};

} // namespace zonekg::kit
