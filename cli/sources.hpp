// The source texts behind a saved graph, for pages that show the words in their place.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/host/inputs.hpp"
#include "graph/graph.hpp"

namespace zonekg::cli {

class SourceTexts {
 public:
  SourceTexts() = default; // none at hand
  // `arguments`: files, folders and archives, as build takes them. Throws InputError for one that is not there.
  SourceTexts(const std::vector<std::string>& arguments, const GraphHeader& header);

  // Of the document with that index, read now; nothing when its file is not at hand or is not the one that was read then.
  [[nodiscard]] std::optional<std::string> operator()(std::uint32_t document) const;

  [[nodiscard]] std::size_t missing() const; // documents without a file of their path

 private:
  std::vector<std::vector<Input>> files_; // of each document: those of its path
  std::vector<std::string> hashes_;
};

} // namespace zonekg::cli
