// What stands around lists and over sections.
#include <algorithm>

#include "core/kit/reading.hpp"

namespace zonekg::kit {
namespace {

constexpr std::uint32_t reach = 30; // characters looked at before and after a list

bool ends_clause_group(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }

} // namespace

void Reading::index_context() {
  for (const zkg_enumeration& list : enumerations_) {
    before_list_.push_back(words_and_classes(lead_of(range(list.span))));
    after_list_.push_back(words_and_classes(rest_of_sentence(range(list.span))));
  }
  for (const zkg_section& section : sections_) {
    Features words = empty(section.heading) ? Features{} : words_and_classes(range(section.heading));
    const auto row = static_cast<std::uint32_t>(heading_words_.size());
    if (row > 0 && section.parent < row) words.insert(words.end(), heading_words_[section.parent].begin(), heading_words_[section.parent].end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    constexpr std::size_t most = 24; // headings above headings without end
    if (words.size() > most) words.resize(most);
    heading_words_.push_back(std::move(words));
  }
}

Features Reading::words_and_classes(Range range) const {
  Features found;
  Classes classes = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (begins_word(i)) found.push_back(feature(0, word_hash(word_at(i))));
    classes |= class_ends(i + 1);
  }
  for (; classes; classes &= classes - 1)
    found.push_back(feature(1, lexicon_.hash(static_cast<std::size_t>(__builtin_ctzll(classes)))));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Back to the end of the sentence before; a colon or line end right before the list belongs to it.
Range Reading::lead_of(Range list) const {
  std::uint32_t end = list.begin;
  while (end > 0 && (at(end - 1) == U'：' || at(end - 1) == U':' || at(end - 1) == U'\n' || at(end - 1) == U' ')) --end;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < reach && !ends_clause_group(at(begin - 1))) --begin;
  return {begin, end};
}

Range Reading::rest_of_sentence(Range list) const {
  std::uint32_t end = list.end;
  while (end < size() && end - list.end < reach && !ends_clause_group(at(end))) ++end;
  return {list.end, end};
}

} // namespace zonekg::kit
