// From the command line to extractions: what the commands that read reports share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/plugin_options.hpp"
#include "core/host/cache.hpp"
#include "core/host/inputs.hpp"
#include "core/host/installation.hpp"
#include "core/host/instances.hpp"
#include "core/host/pipeline.hpp"
#include "core/host/plugin_set.hpp"
#include "core/text/dictionary.hpp"
#include "graph/extraction_store.hpp"
#include "graph/graph.hpp"

namespace CLI {
class App;
}

namespace zonekg::cli {

struct ExtractionOptions {
  std::vector<std::string> inputs, only;
  PluginOptions plugins;
  std::string list, weights, cache;
  unsigned jobs = 0; // 0: one per core
  std::size_t largest_text = usual_most_text >> 20; // MiB
  bool strict = false, as_printed = false, quiet = false;
  bool each_alone = false; // what is read of a document must not depend on which others are there
};

// `options` must outlive the command.
void add_extraction_options(CLI::App& command, ExtractionOptions& options);

// The files that the options name. Throws UsageError when they name nothing, InputError when that holds no report.
std::vector<Input> find_reports(const ExtractionOptions& options);

// Plugins, dictionary and settings for reading reports. Not movable: the recipe and its users point into it.
struct Extractor {
  explicit Extractor(const ExtractionOptions& options);
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  std::vector<Diagnostic> diagnostics; // about plugins
  Installation place;
  PluginConfig config;
  PluginSet plugins;
  Dictionary dictionary;

  [[nodiscard]] std::string recipe(const ExtractionOptions& options) const;
  [[nodiscard]] std::vector<PluginVersion> versions() const; // sorted
  [[nodiscard]] std::vector<TypeLabel> types() const;        // what the plugins call their types
};

// With a progress bar, and the cache where the options name one; `take` is called from several threads at once.
// Several calls for one input, unless each is read alone: the last counts. What the run says about its plugins joins the extractor's diagnostics.
void extract_each_input(const ExtractionOptions& options, Extractor& extractor, const std::vector<Input>& inputs,
                        bool keep_rejections, const std::function<void(std::size_t input, Extraction extraction)>& take);

// All of them, archives expanded, settled. Each waits outside of memory as soon as it is read.
ExtractionStore extract_to_store(const ExtractionOptions& options, Extractor& extractor, const std::vector<Input>& inputs, bool keep_rejections);

// The same in memory.
std::vector<Extraction> extract_all(const ExtractionOptions& options, Extractor& extractor,
                                    const std::vector<Input>& inputs, bool keep_rejections);

// Prints what was wrong. Throws InputError when something was and the options are strict.
void report_problems(const ExtractionOptions& options, const std::vector<Diagnostic>& diagnostics);

} // namespace zonekg::cli
