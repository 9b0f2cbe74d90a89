#include "cli/evaluation/signs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::size_t longest_name = 15; // code points; what is longer between quotation marks is a slogan

class SignFinder {
 public:
  SignFinder(const AnalysedDocument& document, const kit::NameLikeness& likeness)
      : layers_(document.layers), text_(document.normalised.text), likeness_(likeness),
        signs_(layers_.sentences.size()) {}

  std::vector<std::vector<Sign>> find() {
    for (const zkg_quantity& quantity : layers_.quantities)
      if (quantity.kind != ZKG_Q_NUMBER && quantity.kind != ZKG_Q_DURATION && !std::isnan(quantity.value))
        add("figure", quantity.span);
    for (const zkg_item& item : layers_.items) add_item(item);
    add_quoted();
    add_unknown();
    return std::move(signs_);
  }

 private:
  [[nodiscard]] std::string_view words(zkg_span span) const { return text_.substr(span.begin, span.end - span.begin); }

  void add(const char* kind, zkg_span span) {
    const auto next = std::upper_bound(layers_.sentences.begin(), layers_.sentences.end(), span.begin,
                                       [](std::uint32_t at, const zkg_sentence& s) { return at < s.span.begin; });
    if (next == layers_.sentences.begin()) return;
    const auto sentence = std::prev(next);
    if (span.begin >= sentence->span.end) return;
    const auto row = static_cast<std::size_t>(sentence - layers_.sentences.begin());
    if (known_.emplace(row, words(span)).second) signs_[row].push_back({kind, std::string(words(span))});
  }

  // Items under a head noun (A、B等23个项目): the list says what they are.
  void add_item(const zkg_item& item) {
    const zkg_enumeration& list = layers_.enumerations[item.enumeration];
    const std::size_t size = count_code_points(words(item.span));
    if (list.head.end > list.head.begin && size >= 2 && size <= longest_name) add("item", item.span);
  }

  void add_quoted() {
    for (const auto& [open, close] : quotes)
      for (std::size_t at = text_.find(open); at != std::string_view::npos; at = text_.find(open, at + open.size())) {
        const std::size_t begin = at + open.size();
        // Not to the end of the text: quotation marks may be far apart, or never close.
        const std::string_view next = text_.substr(begin, 4 * longest_name + close.size());
        const std::size_t size = next.find(close);
        if (size == std::string_view::npos || next.substr(0, size).find(open) != std::string_view::npos) continue;
        const zkg_span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
        if (is_short(span)) add("name", span);
      }
  }

  [[nodiscard]] bool is_short(zkg_span span) const {
    if (span.end - span.begin > 4 * longest_name) return false;
    const std::size_t size = count_code_points(words(span));
    return size >= 2 && size <= longest_name && words(span).find('\n') == std::string_view::npos;
  }

  // Runs of words that no dictionary knows, as names of firms are cut.
  void add_unknown() {
    for (std::size_t i = 0; i < layers_.words.size();) {
      if (!is_unknown(layers_.words[i])) {
        ++i;
        continue;
      }
      zkg_span run = layers_.words[i].span;
      for (++i; i < layers_.words.size() && is_unknown(layers_.words[i]) && layers_.words[i].span.begin == run.end; ++i)
        run.end = layers_.words[i].span.end;
      if (is_short(run) && likeness_.score(words(run)) > 0) add("name", run);
    }
  }

  static bool is_unknown(const zkg_word& word) { return word.tag == ZKG_TAG_UNKNOWN; }

  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> quotes = {
      {{"“", "”"}, {"「", "」"}, {"【", "】"}}};

  const Layers& layers_;
  std::string_view text_;
  const kit::NameLikeness& likeness_;
  std::vector<std::vector<Sign>> signs_;
  std::set<std::pair<std::size_t, std::string_view>> known_; // sentence and words: said once
};

} // namespace

std::vector<std::vector<Sign>> find_signs(const AnalysedDocument& document, const kit::NameLikeness& likeness) {
  return SignFinder(document, likeness).find();
}

} // namespace zonekg
