// build --compare: the same reports read by another version of a plugin.
#pragma once

#include <string>
#include <vector>

#include "cli/extraction.hpp"

namespace zonekg::cli {

// Reads the inputs with the plugins of `folder` in the place of those with the same ids, and prints what the two readings do not
// share, each with its sentence. Throws InputError when the folder holds none of the plugins that run.
void print_comparison(const ExtractionOptions& options, const Extractor& extractor, const std::vector<Input>& inputs, const std::vector<Extraction>& now,
                      const std::string& folder);

} // namespace zonekg::cli
