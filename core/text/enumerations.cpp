#include <algorithm>

#include "core/text/enumeration_parts.hpp"

namespace zonekg {

Enumerations find_enumerations(std::string_view text, const std::vector<zkg_sentence>& sentences) {
  std::vector<EnumerationDraft> drafts;
  find_inline_lists(text, sentences, drafts);
  find_numbered_lists(text, sentences, drafts);
  find_tables(text, drafts);
  std::stable_sort(drafts.begin(), drafts.end(), [](const EnumerationDraft& a, const EnumerationDraft& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  Enumerations result;
  result.enumerations.reserve(drafts.size());
  for (const EnumerationDraft& draft : drafts) {
    const auto row = static_cast<std::uint32_t>(result.enumerations.size());
    result.enumerations.push_back({draft.span, draft.kind, draft.claimed, draft.head,
                                   static_cast<std::uint32_t>(result.items.size()),
                                   static_cast<std::uint32_t>(draft.items.size())});
    for (zkg_item item : draft.items) {
      item.enumeration = row;
      result.items.push_back(item);
    }
  }
  return result;
}

} // namespace zonekg
