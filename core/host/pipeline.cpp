#include "core/host/pipeline.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <limits>
#include <mutex>
#include <numeric>
#include <system_error>

#include "core/host/archives.hpp"
#include "core/host/assemble.hpp"
#include "core/host/crash_ledger.hpp"
#include "core/host/sha256.hpp"
#include "core/model/document_order.hpp"
#include "core/process/parallel.hpp"
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

// Among many inputs a diagnostic, which must not tell where the folder lies; the end of a run that is about one file.
class Unreadable : public InputError {
 public:
  Unreadable(const char* what, const Input& input, std::string reason)
      : InputError(std::string(what) + ' ' + shown(input) + (reason.empty() ? "" : ": " + reason)), why(std::move(reason)) {}
  std::string why;
};

// Blockwise: an istreambuf_iterator throws where a stream only turns bad, as on a folder.
std::string read_stream(std::istream& stream, const Input& input) {
  std::string bytes;
  std::array<char, 65536> block;
  do {
    stream.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > largest) throw TooLarge(shown(input) + " is larger than 1.3 GiB: split it into its reports");
  } while (stream);
  if (stream.bad()) throw Unreadable("cannot read", input, "");
  return bytes;
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
  if (!input.unreadable.empty()) throw Unreadable("cannot read", input, input.unreadable);
  if (input.content) return *input.content;
  if (input.packed) return read_packed(*input.packed);
  if (input.file.empty()) return read_stream(std::cin, input);
  std::ifstream file(input.file, std::ios::binary);
  if (!file) throw Unreadable("cannot open", input, std::generic_category().message(errno));
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(input.file, unknown);
  if (unknown || size == 0) return read_stream(file, input);
  if (size > largest) throw TooLarge(shown(input) + " is larger than 1.3 GiB: split it into its reports");
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(file.gcount())); // shorter when the file was cut meanwhile
  if (file.bad()) throw Unreadable("cannot read", input, "");
  return bytes;
}

namespace {

bool is_file(const Input& input) { return input.unreadable.empty() && !input.content && !input.packed && !input.file.empty(); }

// A file of plain text alone, so large that in no encoding (UTF-32 takes four bytes for one) it holds no more than `most`:
// it need not be read.
bool holds_more_text(const Input& input, std::size_t most) {
  std::error_code unknown;
  if (!is_file(input)) return false;
  const std::uintmax_t size = std::filesystem::file_size(input.file, unknown);
  if (unknown || size > largest || size / 4 <= most) return false;
  std::string begin(telling_bytes, '\0');
  std::ifstream file(input.file, std::ios::binary);
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return file.good() && is_plain_text(begin);
}

// Block by block. Throws as read_bytes.
std::string file_sha256(const Input& input) {
  if (!is_file(input)) return sha256_hex(read_bytes(input));
  std::ifstream file(input.file, std::ios::binary);
  if (!file) throw Unreadable("cannot open", input, std::generic_category().message(errno));
  Sha256 hash;
  std::array<char, 65536> block;
  std::size_t size = 0;
  do {
    file.read(block.data(), block.size());
    const auto count = static_cast<std::size_t>(file.gcount());
    hash.add({block.data(), count});
    size += count;
    if (size > largest) throw TooLarge(shown(input) + " is larger than 1.3 GiB");
  } while (file);
  if (file.bad()) throw Unreadable("cannot read", input, "");
  return hash.hex();
}

} // namespace

Analysis analyse(const Input& input, const Dictionary& dictionary, bool as_printed, std::size_t most_text) {
  std::string bytes, sha256;
  SourceText source;
  const auto refuse = [&](std::string message, std::string advice) {
    source.diagnostics.push_back({Severity::error, input.path, std::move(message), std::move(advice)});
  };
  try {
    const bool too_long = holds_more_text(input, most_text);
    sha256 = too_long ? file_sha256(input) : std::string();
    if (!too_long) source = read_source(bytes = read_bytes(input), input.path);
    if (too_long || source.text.size() > most_text) {
      source = {};
      refuse("holds more than " + std::to_string(most_text >> 20) + " MiB of text",
             "split it into its reports, or raise --largest-text");
    }
  } catch (const TooLarge&) {
    refuse("is larger than 1.3 GiB", "split it into its reports");
  } catch (const Unreadable& error) {
    refuse("cannot be read" + (error.why.empty() ? "" : ": " + error.why), "mend it, or leave it out");
  } catch (const UnpackError& error) {
    refuse("cannot be read: " + error.message, "unpack the archive yourself");
  }
  Analysis analysis{std::make_unique<AnalysedDocument>(), {}};
  AnalysedDocument& document = *analysis.document;
  document.header.sha256 = sha256.empty() ? sha256_hex(bytes) : std::move(sha256);
  document.header.path = input.path;
  document.header.publisher = std::move(source.publisher);
  document.header.index_number = std::move(source.index_number);
  document.source = std::move(source.text);
  document.places = std::move(source.places);
  document.normalised = normalise(document.source, as_printed);
  document.layers = compute_layers(document.normalised.text, dictionary, source.published);
  document.header.title = document.layers.title.empty() ? source.title : document.layers.title;
  document.header.date = document.layers.date;
  analysis.diagnostics = std::move(source.diagnostics);
  return analysis;
}

std::string content_sha256(const Input& input) {
  try {
    return file_sha256(input);
  } catch (const InputError&) { // the document stands for nothing, and its diagnostic says why
  } catch (const UnpackError&) {
  }
  return sha256_hex({});
}

namespace {

struct ReadDocument {
  std::unique_ptr<AnalysedDocument> document;
  Extraction extraction;
  CrashLedger::Plugins crashed;
};

ReadDocument read_document(const Input& input, const Dictionary& dictionary, PluginInstances& instances,
                           const TriggerScanner& triggers, const PipelineOptions& options,
                           const CrashLedger::Plugins& off) {
  Analysis analysis = analyse(input, dictionary, options.as_printed, options.most_text);
  PluginRun run = run_plugins(*analysis.document, instances, triggers, off);
  CrashLedger::Plugins crashed = std::move(run.crashed);
  Extraction extraction = assemble(*analysis.document, std::move(run), options.keep_rejections);
  extraction.document.id = "d" + extraction.document.sha256.substr(0, 12);
  extraction.diagnostics.insert(extraction.diagnostics.begin(), analysis.diagnostics.begin(),
                                analysis.diagnostics.end());
  return {std::move(analysis.document), std::move(extraction), std::move(crashed)};
}

// What the cache holds of the input; else `input` comes with its bytes.
std::optional<Extraction> recall(const ExtractionCache* cache, Input& input, std::size_t most_text) {
  if (cache == nullptr || holds_more_text(input, most_text)) return std::nullopt;
  try {
    input.content = read_bytes(input);
  } catch (const InputError&) { // said again, and reported, where it is read
    return std::nullopt;
  } catch (const UnpackError&) {
    return std::nullopt;
  }
  return cache->find(input.path, sha256_hex(*input.content));
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

// Reads document `i` without the plugins of `off`, and says which crashed.
using ReadOne =
    std::function<CrashLedger::Plugins(std::size_t i, unsigned worker, const CrashLedger::Plugins& off)>;

// As they come for one thread; for several the large ones first, since a large one at the end would keep the others waiting.
std::vector<std::size_t> order_of(const std::vector<Input>& inputs, unsigned jobs) {
  std::vector<std::size_t> order(inputs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (jobs < 2) return order;
  std::vector<std::uintmax_t> sizes;
  for (const Input& input : inputs) {
    std::error_code unknown;
    const std::uintmax_t size = is_file(input) ? std::filesystem::file_size(input.file, unknown) : input.content ? input.content->size() : 0;
    sizes.push_back(unknown ? 0 : size);
  }
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return sizes[i]; });
  return order;
}

// Every input, and again those for which a plugin turns out to be off; tells of the progress.
void for_each_input(const std::vector<Input>& inputs, const PluginSet& plugins, const PipelineOptions& options,
                    const ReadOne& read_one) {
  CrashLedger crashes;
  const auto read = [&](std::size_t i, unsigned worker) {
    const CrashLedger::Plugins off = crashes.off_for(i);
    const CrashLedger::Plugins crashed = read_one(i, worker, off);
    if (!options.each_alone) crashes.note(i, off, crashed);
  };
  std::mutex mutex;
  std::size_t done = 0;
  const std::vector<std::size_t> order = order_of(inputs, options.jobs);
  for_each_parallel(order.size(), options.jobs, [&](std::size_t k, unsigned worker) {
    read(order[k], worker);
    if (!options.progress) return;
    const std::lock_guard lock(mutex);
    options.progress(++done, inputs.size());
  });
  for (auto again = crashes.unsettled(inputs.size()); !again.empty(); again = crashes.unsettled(inputs.size()))
    for_each_parallel(again.size(), options.jobs, [&](std::size_t k, unsigned worker) { read(again[k], worker); });
  if (!options.report) return;
  std::vector<std::string> paths;
  for (const Input& input : inputs) paths.push_back(input.path);
  for (Diagnostic& diagnostic : crashes.report(plugins, paths)) options.report(std::move(diagnostic));
}

} // namespace

void extract_each(const std::vector<Input>& given, const Dictionary& dictionary, const PluginSet& plugins,
                  const PluginConfig& config, const PipelineOptions& options, const TakeExtraction& take) {
  const std::vector<Input> inputs = with_standard_input(given);
  Workers workers(plugins, config, options.jobs);
  const TriggerScanner triggers(workers[0]);
  for_each_input(inputs, plugins, options, [&](std::size_t i, unsigned worker, const CrashLedger::Plugins& off) {
    ReadDocument read = read_document(inputs[i], dictionary, workers[worker], triggers, options, off);
    take(i, *read.document, std::move(read.extraction));
    return std::move(read.crashed);
  });
}

void recall_or_extract(const std::vector<Input>& given, const Dictionary& dictionary, const PluginSet& plugins,
                       const PluginConfig& config, const PipelineOptions& options,
                       const std::function<void(std::size_t input, Extraction extraction)>& take) {
  const std::vector<Input> inputs = with_standard_input(given);
  const ExtractionCache* cache = options.keep_rejections ? nullptr : options.cache;
  Workers workers(plugins, config, options.jobs);
  const TriggerScanner triggers(workers[0]);
  for_each_input(inputs, plugins, options, [&](std::size_t i, unsigned worker, const CrashLedger::Plugins& off) {
    Input input = inputs[i];
    // The cache holds what was read with all plugins, and without a crash.
    const bool whole = off.empty();
    std::optional<Extraction> known = whole ? recall(cache, input, options.most_text) : std::nullopt;
    if (known) {
      take(i, std::move(*known));
      return CrashLedger::Plugins();
    }
    ReadDocument read = read_document(input, dictionary, workers[worker], triggers, options, off);
    if (cache != nullptr && whole && input.content && read.crashed.empty()) cache->store(read.extraction);
    take(i, std::move(read.extraction));
    return std::move(read.crashed);
  });
}

void settle_documents(std::vector<Extraction>& extractions) {
  settle_order(extractions, [](auto& extraction) -> auto& { return extraction.document; });
  set_document_indices(extractions);
}

std::vector<Extraction> extract(const std::vector<Input>& given, const Dictionary& dictionary,
                                const PluginSet& plugins, const PluginConfig& config, const PipelineOptions& options) {
  const std::vector<Input> inputs = expand_archives(given);
  std::vector<Extraction> extractions(inputs.size());
  recall_or_extract(inputs, dictionary, plugins, config, options,
                    [&](std::size_t i, Extraction extraction) { extractions[i] = std::move(extraction); });
  settle_documents(extractions);
  return extractions;
}

} // namespace zonekg
