#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/enumeration_parts.hpp"
#include "core/text/markers.hpp"

namespace zonekg {

namespace {

// A marker in the text and the words behind it.
struct Entry {
  Marker marker;
  std::size_t begin = 0;   // of the marker
  std::size_t words = 0;   // behind it
  std::size_t end = 0;     // of the words
  std::uint32_t paragraph = 0;
};

bool same_kind(const Marker& a, const Marker& b) { return a.style == b.style && a.sign == b.sign; }

// Items of one list follow each other; lists inside an item are closed when the item ends.
class NumberedLists {
 public:
  NumberedLists(std::string_view text, std::vector<EnumerationDraft>& drafts) : text_(text), drafts_(drafts) {}

  void run(const std::vector<zkg_sentence>& sentences) {
    std::size_t paragraph_begin = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool first = i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph;
      if (first) paragraph_begin = sentences[i].span.begin;
      sentence(sentences[i], first || sentences[i].span.begin == paragraph_begin);
      extend_to(sentences[i]);
    }
    close_from(0);
  }

 private:
  using List = std::vector<Entry>;

  void sentence(const zkg_sentence& sentence, bool line_start) {
    const zkg_span span = sentence.span;
    const Marker marker = read_marker(text_, span.begin);
    if (marker.style == MarkerStyle::chinese || marker.style == MarkerStyle::part) close_from(0);
    else if (marker && marker.style != MarkerStyle::clause && (line_start || marker.style != MarkerStyle::bullet))
      add({marker, span.begin, span.begin + marker.size, span.end, sentence.paragraph});
    circled(sentence);
  }

  // ①…②… inside one sentence.
  void circled(const zkg_sentence& sentence) {
    const zkg_span span = sentence.span;
    const std::string_view words = text_.substr(span.begin, span.end - span.begin);
    for (std::size_t at = words.find("\xE2\x91"); at != std::string_view::npos; at = words.find("\xE2\x91", at + 3)) {
      const Marker marker = read_marker(text_, span.begin + at);
      if (at == 0 || marker.style != MarkerStyle::circled) continue;
      cut_circled(span.begin + at);
      add({marker, span.begin + at, span.begin + at + 3, span.end, sentence.paragraph});
    }
  }

  void cut_circled(std::size_t at) {
    for (List& list : open_)
      if (list.back().marker.style == MarkerStyle::circled) list.back().end = std::min(list.back().end, at);
  }

  void add(const Entry& entry) {
    std::size_t level = 0;
    while (level < open_.size() && !same_kind(open_[level].back().marker, entry.marker)) ++level;
    close_from(level + 1);
    if (level == open_.size()) {
      open_.push_back({entry});
    } else if (follows(open_[level].back(), entry)) {
      open_[level].push_back(entry);
    } else {
      close_from(level);
      open_.push_back({entry});
    }
  }

  // Numbers count up; bullets stand in neighbouring paragraphs, a few lines of an item between them allowed.
  static bool follows(const Entry& last, const Entry& next) {
    if (next.marker.style == MarkerStyle::bullet) return next.paragraph <= last.paragraph + 4;
    return next.marker.ordinal == last.marker.ordinal + 1;
  }

  // The sentence belongs to the last item of every open list, as long as the item's paragraph lasts.
  void extend_to(const zkg_sentence& sentence) {
    for (List& list : open_)
      if (list.back().paragraph == sentence.paragraph && list.back().begin < sentence.span.end)
        list.back().end = std::max<std::size_t>(list.back().end, sentence.span.end);
  }

  void close_from(std::size_t level) {
    while (open_.size() > level) {
      emit(open_.back());
      open_.pop_back();
    }
  }

  void emit(const List& list) {
    if (list.size() < 2) return;
    EnumerationDraft draft;
    draft.kind = ZKG_ENUM_NUMBERED;
    for (const Entry& entry : list) {
      std::size_t begin = entry.words, end = entry.end;
      while (begin < end && is_space(text_[begin])) ++begin;
      while (end > begin && (is_space(text_[end - 1]) || text_[end - 1] == ';' || text_[end - 1] == ',')) --end;
      if (begin == end) continue;
      zkg_item item{};
      item.span = make_span(begin, end);
      item.marker = make_span(entry.begin, entry.words);
      item.row = static_cast<std::uint32_t>(draft.items.size());
      draft.items.push_back(item);
    }
    if (draft.items.size() < 2) return;
    draft.span = make_span(draft.items.front().marker.begin, draft.items.back().span.end);
    drafts_.push_back(std::move(draft));
  }

  std::string_view text_;
  std::vector<EnumerationDraft>& drafts_;
  std::vector<List> open_; // outermost first, no two of one kind
};

// 包括:A;B;C: short pieces between semicolons behind a colon, without numbers.
class ColonLists {
 public:
  ColonLists(std::string_view text, std::vector<EnumerationDraft>& drafts) : text_(text), drafts_(drafts) {}

  void run(const std::vector<zkg_sentence>& sentences) {
    for (std::size_t i = 0; i < sentences.size();) i = list_from(sentences, i);
  }

 private:
  [[nodiscard]] std::string_view words(zkg_span span) const { return text_.substr(span.begin, span.end - span.begin); }

  std::size_t list_from(const std::vector<zkg_sentence>& sentences, std::size_t first) {
    if (!words(sentences[first].span).ends_with(';')) return first + 1;
    std::size_t last = first;
    while (last + 1 < sentences.size() && words(sentences[last].span).ends_with(';') &&
           sentences[last + 1].paragraph == sentences[first].paragraph)
      ++last;
    const std::size_t colon = words(sentences[first].span).rfind(':');
    if (last > first && colon != std::string_view::npos) emit(sentences, first, last, sentences[first].span.begin + colon + 1);
    return last + 1;
  }

  void emit(const std::vector<zkg_sentence>& sentences, std::size_t first, std::size_t last, std::size_t begin) {
    EnumerationDraft draft;
    for (std::size_t i = first; i <= last; ++i) {
      std::size_t from = i == first ? begin : sentences[i].span.begin, to = sentences[i].span.end;
      while (from < to && is_space(text_[from])) ++from;
      while (to > from && (text_[to - 1] == ';' || is_space(text_[to - 1]))) --to;
      if (to - from >= 3 && text_.substr(to - 3, 3) == "。") to -= 3;
      const std::string_view piece = text_.substr(from, to - from);
      const bool plain = piece.find(',') == std::string_view::npos && piece.find(':') == std::string_view::npos;
      if (piece.empty() || piece.size() > 120 || !plain || read_marker(text_, from)) return;
      zkg_item item{};
      item.span = make_span(from, to);
      item.row = static_cast<std::uint32_t>(draft.items.size());
      draft.items.push_back(item);
    }
    draft.span = make_span(draft.items.front().span.begin, draft.items.back().span.end);
    drafts_.push_back(std::move(draft));
  }

  std::string_view text_;
  std::vector<EnumerationDraft>& drafts_;
};

} // namespace

void find_numbered_lists(std::string_view text, const std::vector<zkg_sentence>& sentences,
                         std::vector<EnumerationDraft>& drafts) {
  NumberedLists(text, drafts).run(sentences);
  ColonLists(text, drafts).run(sentences);
}

} // namespace zonekg
