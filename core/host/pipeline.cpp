#include "core/host/pipeline.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <limits>
#include <map>
#include <mutex>
#include <system_error>
#include <tuple>

#include "core/host/archives.hpp"
#include "core/host/assemble.hpp"
#include "core/host/crash_ledger.hpp"
#include "core/host/parallel.hpp"
#include "core/host/sha256.hpp"
#include "core/reader/reader.hpp"
#include "core/text/normalise.hpp"

namespace zonekg {
namespace {

// Spans are 32 bits wide; decoding makes at most three bytes of one.
constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max() / 3;

class TooLarge : public InputError {
  using InputError::InputError;
};

std::string shown(const Input& input) { return input.file.empty() ? "standard input" : input.file.string(); }

// Blockwise: an istreambuf_iterator throws where a stream only turns bad, as on a folder.
std::string read_stream(std::istream& stream, const Input& input) {
  std::string bytes;
  std::array<char, 65536> block;
  do {
    stream.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > largest) throw TooLarge(shown(input) + " is larger than 1.3 GiB: split it into its reports");
  } while (stream);
  if (stream.bad()) throw InputError("cannot read " + shown(input));
  return bytes;
}

// A document id is the start of the content's hash; copies of one content are numbered in the order of the documents.
void number_copies(std::vector<Extraction>& extractions) {
  std::map<std::string, std::uint32_t> copies;
  for (Extraction& extraction : extractions) {
    std::string& id = extraction.document.id;
    const std::uint32_t copy = ++copies[id];
    if (copy > 1) id.append(1, '-').append(std::to_string(copy));
  }
}

void set_document_indices(std::vector<Extraction>& extractions) {
  for (std::uint32_t i = 0; i < extractions.size(); ++i) {
    Extraction& extraction = extractions[i];
    for (Mention& mention : extraction.mentions) mention.evidence.document = i;
    for (Relation& relation : extraction.relations) relation.evidence.document = i;
    for (Fact& fact : extraction.facts) fact.evidence.document = i;
    for (Rejection& rejection : extraction.rejections) rejection.evidence.document = i;
  }
}

std::vector<std::string> paths_of(const std::vector<Input>& inputs) {
  std::vector<std::string> paths;
  for (const Input& input : inputs) paths.push_back(input.path);
  return paths;
}

// Instances of each worker, made by the worker itself when it gets its first document.
class Workers {
 public:
  Workers(const PluginSet& plugins, const PluginConfig& config, unsigned jobs)
      : plugins_(plugins), config_(config), instances_(std::max(jobs, 1u)) {}

  PluginInstances& operator[](unsigned worker) {
    std::unique_ptr<PluginInstances>& instances = instances_[worker];
    if (!instances) instances = std::make_unique<PluginInstances>(plugins_, config_);
    return *instances;
  }

 private:
  const PluginSet& plugins_;
  const PluginConfig& config_;
  std::vector<std::unique_ptr<PluginInstances>> instances_;
};

} // namespace

std::string read_bytes(const Input& input) {
  if (input.content) return *input.content;
  if (input.packed) return read_packed(*input.packed);
  if (input.file.empty()) return read_stream(std::cin, input);
  std::ifstream file(input.file, std::ios::binary);
  if (!file) throw InputError("cannot open " + shown(input) + ": " + std::generic_category().message(errno));
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(input.file, unknown);
  if (unknown || size == 0) return read_stream(file, input);
  if (size > largest) throw TooLarge(shown(input) + " is larger than 1.3 GiB: split it into its reports");
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(file.gcount())); // shorter when the file was cut meanwhile
  if (file.bad()) throw InputError("cannot read " + shown(input));
  return bytes;
}

Analysis analyse(const Input& input, const Dictionary& dictionary, bool as_printed) {
  std::string bytes;
  SourceText source;
  const auto refuse = [&](std::string message, std::string advice) {
    source.diagnostics.push_back({Severity::error, input.path, std::move(message), std::move(advice)});
  };
  try {
    bytes = read_bytes(input);
    source = read_source(bytes, input.path);
  } catch (const TooLarge&) {
    refuse("is larger than 1.3 GiB", "split it into its reports");
  } catch (const UnpackError& error) {
    refuse("cannot be read: " + error.message, "unpack the archive yourself");
  }
  Analysis analysis{std::make_unique<AnalysedDocument>(), {}};
  AnalysedDocument& document = *analysis.document;
  document.header.sha256 = sha256_hex(bytes);
  document.header.path = input.path;
  document.header.publisher = std::move(source.publisher);
  document.header.index_number = std::move(source.index_number);
  document.source = std::move(source.text);
  document.places = std::move(source.places);
  document.normalised = normalise(document.source, as_printed);
  document.layers = compute_layers(document.normalised.text, dictionary);
  document.header.title = document.layers.title.empty() ? source.title : document.layers.title;
  document.header.date = document.layers.date;
  if (document.header.date.published == 0) document.header.date.published = source.published;
  analysis.diagnostics = std::move(source.diagnostics);
  return analysis;
}

void extract_each(const std::vector<Input>& inputs, const Dictionary& dictionary, const PluginSet& plugins,
                  const PluginConfig& config, const PipelineOptions& options, const TakeExtraction& take) {
  Workers workers(plugins, config, options.jobs);
  const TriggerScanner triggers(workers[0]);
  CrashLedger crashes;
  const auto read = [&](std::size_t i, unsigned worker) {
    const CrashLedger::Plugins off = crashes.off_for(i);
    Analysis analysis = analyse(inputs[i], dictionary, options.as_printed);
    PluginRun run = run_plugins(*analysis.document, workers[worker], triggers, off);
    crashes.note(i, off, run.crashed);
    const bool complete = off.empty() && run.crashed.empty();
    Extraction extraction = assemble(*analysis.document, std::move(run), options.keep_rejections);
    extraction.document.id = "d" + extraction.document.sha256.substr(0, 12);
    extraction.complete = complete;
    extraction.diagnostics.insert(extraction.diagnostics.begin(), analysis.diagnostics.begin(),
                                  analysis.diagnostics.end());
    take(i, *analysis.document, std::move(extraction));
  };
  std::mutex mutex;
  std::size_t done = 0;
  for_each_parallel(inputs.size(), options.jobs, [&](std::size_t i, unsigned worker) {
    read(i, worker);
    if (!options.progress) return;
    const std::lock_guard lock(mutex);
    options.progress(++done, inputs.size());
  });
  for (auto again = crashes.unsettled(inputs.size()); !again.empty(); again = crashes.unsettled(inputs.size()))
    for_each_parallel(again.size(), options.jobs, [&](std::size_t k, unsigned worker) { read(again[k], worker); });
  if (options.report)
    for (Diagnostic& diagnostic : crashes.report(plugins, paths_of(inputs))) options.report(std::move(diagnostic));
}

namespace {

// Takes what the cache holds; returns the indices of the other inputs, which come with their bytes.
std::vector<std::size_t> recall(const ExtractionCache& cache, std::vector<Input>& inputs,
                                std::vector<Extraction>& extractions) {
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    try {
      inputs[i].content = read_bytes(inputs[i]);
    } catch (const TooLarge&) { // said again, and reported, where it is read
    } catch (const UnpackError&) {
    }
    std::optional<Extraction> known;
    if (inputs[i].content) known = cache.find(inputs[i].path, sha256_hex(*inputs[i].content));
    if (!known) {
      missing.push_back(i);
      continue;
    }
    extractions[i] = std::move(*known);
    inputs[i].content.reset();
  }
  return missing;
}

// Documents may be read again, standard input may not.
std::vector<Input> with_standard_input(std::vector<Input> inputs) {
  for (Input& input : inputs) {
    if (!input.file.empty() || input.content) continue;
    try {
      input.content = read_bytes(input);
    } catch (const TooLarge&) { // said where it is read
    }
  }
  return inputs;
}

} // namespace

std::vector<Extraction> extract(const std::vector<Input>& given, const Dictionary& dictionary,
                                const PluginSet& plugins, const PluginConfig& config, const PipelineOptions& options) {
  const std::vector<Input> repeatable = with_standard_input(given);
  std::vector<Input> inputs = expand_archives(repeatable);
  std::vector<Extraction> extractions(inputs.size());
  const ExtractionCache* cache = options.keep_rejections ? nullptr : options.cache;
  std::vector<std::size_t> wanted;
  if (cache != nullptr) wanted = recall(*cache, inputs, extractions);
  else
    for (std::size_t i = 0; i < inputs.size(); ++i) wanted.push_back(i);
  std::vector<Input> left;
  for (const std::size_t i : wanted) left.push_back(std::move(inputs[i]));
  std::vector<Diagnostic> of_run;
  PipelineOptions each = options;
  each.report = [&](Diagnostic diagnostic) { of_run.push_back(std::move(diagnostic)); };
  extract_each(left, dictionary, plugins, config, each,
               [&](std::size_t i, const AnalysedDocument&, Extraction extraction) {
                 if (cache != nullptr && extraction.complete) cache->store(extraction);
                 extractions[wanted[i]] = std::move(extraction);
               });
  if (!of_run.empty() && wanted.size() < extractions.size()) {
    // What the cache knew was read with a plugin that is off for it now.
    each = options;
    each.cache = nullptr;
    return extract(repeatable, dictionary, plugins, config, each);
  }
  if (options.report)
    for (Diagnostic& diagnostic : of_run) options.report(std::move(diagnostic));
  std::ranges::sort(extractions, {}, [](const Extraction& e) { return std::tie(e.document.path, e.document.sha256); });
  number_copies(extractions);
  set_document_indices(extractions);
  return extractions;
}

} // namespace zonekg
