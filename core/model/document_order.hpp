// The order of a run's documents, and ids for copies of one content.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/model/document.hpp"

namespace zonekg {

// By path and content. A document's id is the start of its content's hash; copies of one content are numbered in this order.
// `header_of(document)`: its DocumentHeader&.
template <typename Document, typename HeaderOf> void settle_order(std::vector<Document>& documents, const HeaderOf& header_of) {
  std::ranges::sort(documents, {}, [&](const Document& document) {
    const DocumentHeader& header = header_of(document);
    return std::tie(header.path, header.sha256);
  });
  std::map<std::string, std::uint32_t> copies;
  for (Document& document : documents) {
    std::string& id = header_of(document).id;
    const std::uint32_t copy = ++copies[id];
    if (copy > 1) id.append(1, '-').append(std::to_string(copy));
  }
}

} // namespace zonekg
