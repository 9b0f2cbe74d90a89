// The source texts behind a saved graph, for pages that show the words in their place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/host/inputs.hpp"
#include "graph/graph.hpp"

namespace zonekg::cli {

constexpr const char* sources_help = "The reports it was made of, as given to build: the explorer shows the words in their text";

class SourceTexts {
 public:
  SourceTexts() = default; // none at hand
  SourceTexts(const std::vector<Input>& inputs, const GraphHeader& header); // as the build got them

  // Of the document with that index, read now; nothing when its file is not at hand or is not the one that was read then.
  [[nodiscard]] std::optional<std::string> operator()(std::uint32_t document) const;
  [[nodiscard]] std::size_t missing() const; // documents without a file of their path

 private:
  std::vector<std::vector<Input>> files_; // of each document: those of its path
  std::vector<std::string> hashes_;
};

// Of the files, folders and archives that were given to build; a warning for those where none is of the graph. Throws
// InputError for one that is not there.
SourceTexts find_sources(const std::vector<std::string>& arguments, const GraphHeader& header, bool quiet);

} // namespace zonekg::cli
