#include "core/kit/reading.hpp"

#include <algorithm>

namespace zonekg::kit {

const std::vector<std::string_view>& mention_types() {
  static const std::vector<std::string_view> types = {"zone", "company", "project", "fund", "infrastructure", "industry", "investment"};
  return types;
}

std::uint32_t mention_mark(std::string_view type) {
  const auto& types = mention_types();
  const auto at = std::find(types.begin(), types.end(), type);
  return at == types.end() ? 0 : mark_first_mention << (at - types.begin());
}

Reading::Reading(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon), groundwork_(document), index_(groundwork_.get().index()), mentions_(document.mentions()),
      hits_(document.triggers()), begun_types_(size() + 1, 0), ended_types_(size() + 1, 0) {
  index_mentions();
  index_hits();
  index_lists();
}

void Reading::index_mentions() {
  for (const zkg_mention& mention : mentions_) {
    if (empty(mention.span)) continue;
    const auto type = static_cast<std::uint8_t>(mention_mark(view(mention.type)) / mark_first_mention);
    const Range at = range(mention.span);
    begun_types_[at.begin] |= type;
    ended_types_[at.end] |= type;
  }
}

void Reading::index_hits() {
  begin_classes_.assign(size() + 1, 0);
  end_classes_.assign(size() + 1, 0);
  for (const zkg_trigger_hit& hit : hits_) {
    const Range at = range(hit.span);
    const Classes own = Classes{1} << hit.id;
    begin_classes_[at.begin] |= own;
    end_classes_[at.end] |= own;
    classes_ |= own;
  }
}

std::pair<std::size_t, std::size_t> Reading::hits_in(Range range) const {
  const zkg_span bytes = span(range);
  return {first_row_from(hits_, bytes.begin), first_row_from(hits_, bytes.end)};
}

} // namespace zonekg::kit
