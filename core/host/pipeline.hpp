// From input files to extractions: read, normalise, layers, plugins, decide. Documents run in parallel and
// independently; the result depends neither on the number of threads nor on the order of the inputs.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/host/cache.hpp"
#include "core/host/inputs.hpp"
#include "core/host/instances.hpp"
#include "core/model/extraction.hpp"
#include "core/text/dictionary.hpp"

namespace zonekg {

// The input's bytes. Throws InputError when they cannot be read.
std::string read_bytes(const Input& input);

// Of the document that the input becomes: of nothing when it is too large or cannot be unpacked.
std::string content_sha256(const Input& input);

// Bytes of text of a document, when nobody says otherwise. Layers, candidates and what linking needs of one document stand
// in memory at once, at a hundred times its text and more.
inline constexpr std::size_t usual_most_text = std::size_t{64} << 20;

struct Analysis {
  std::unique_ptr<AnalysedDocument> document; // header.id is empty: it depends on the other documents of the run
  std::vector<Diagnostic> diagnostics;        // of the reader
};

// Everything up to the plugins. Throws InputError when the file cannot be read at all.
Analysis analyse(const Input& input, const Dictionary& dictionary, bool as_printed = false, std::size_t most_text = usual_most_text);

struct PipelineOptions {
  unsigned jobs = 1;
  bool as_printed = false;
  std::size_t most_text = usual_most_text;
  bool keep_rejections = false; // leaves the cache alone: it holds none
  const ExtractionCache* cache = nullptr;
  // Called after each document, from one thread at a time.
  std::function<void(std::size_t done, std::size_t total)> progress;
  // No plugin is off for what it did on other documents, and nothing is read twice.
  bool each_alone = false;
  // Called at the end for what concerns the whole run: plugins that were switched off.
  std::function<void(Diagnostic diagnostic)> report;
};

// Every input as if it were the only one, but that an isolated plugin is off after crashes on three of them; `take` is
// called from up to `jobs` threads at once, in no particular order. `input` is the index in `inputs`. Of several calls
// for one input the last counts: it is read again when a plugin turns out to be off for it.
using TakeExtraction = std::function<void(std::size_t input, const AnalysedDocument& document, Extraction extraction)>;
void extract_each(const std::vector<Input>& inputs, const Dictionary& dictionary, const PluginSet& plugins,
                  const PluginConfig& config, const PipelineOptions& options, const TakeExtraction& take);

// The same, from the cache of the options where it holds them. No document comes along.
void recall_or_extract(const std::vector<Input>& inputs, const Dictionary& dictionary, const PluginSet& plugins,
                       const PluginConfig& config, const PipelineOptions& options,
                       const std::function<void(std::size_t input, Extraction extraction)>& take);

// Sorts extractions of one run by path, then content, and sets document ids and indices.
void settle_documents(std::vector<Extraction>& extractions);

// All inputs, archives among them expanded, settled.
std::vector<Extraction> extract(const std::vector<Input>& inputs, const Dictionary& dictionary,
                                const PluginSet& plugins, const PluginConfig& config, const PipelineOptions& options);

} // namespace zonekg
