#include "cli/comparison.hpp"

#include <algorithm>
#include <array>
#include <iostream>

#include "cli/columns.hpp"
#include "cli/evaluation/versions.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "core/host/archives.hpp"
#include "core/text/utf8.hpp"

namespace zonekg::cli {
namespace {

using Kind = VersionChange::Kind;

const char* word(Kind kind) { return kind == Kind::added ? "added" : kind == Kind::lost ? "lost" : "changed"; }

// The sentence that holds the place, or the words themselves; on one line.
class Sentences {
 public:
  Sentences(const Input& input, const Extractor& extractor, bool as_printed) : document_(analyse(input, extractor.dictionary, as_printed).document) {}

  [[nodiscard]] std::string at(std::uint32_t begin, std::uint32_t end) const {
    for (const zkg_sentence& sentence : document_->layers.sentences) {
      const zkg_span points = document_->normalised.map.to_source(sentence.span);
      if (points.begin <= begin && begin < points.end) return words(points.begin, std::max(points.end, end));
    }
    return words(begin, end);
  }

 private:
  [[nodiscard]] std::string words(std::uint32_t begin, std::uint32_t end) const {
    const std::string& text = document_->source;
    std::string found;
    std::uint32_t point = 0;
    for (std::size_t at = 0; at < text.size() && point < end; ++point) {
      const std::size_t size = code_point_at(text, at).size;
      if (point >= begin) found += text[at] == '\n' ? " " : text.substr(at, size);
      at += size;
    }
    return found;
  }

  std::unique_ptr<AnalysedDocument> document_;
};

void check_shared(const PluginSet& now, const PluginSet& before, const std::string& folder) {
  const std::string place = std::filesystem::weakly_canonical(folder).string() + '/';
  for (const Plugin& plugin : before.plugins)
    if (plugin.file.string().starts_with(place) && std::ranges::find(now.plugins, plugin.id, &Plugin::id) != now.plugins.end()) return;
  throw InputError(folder + " holds none of the plugins that run; it needs one with the same id to compare with");
}

} // namespace

void print_comparison(const ExtractionOptions& options, const Extractor& extractor, const std::vector<Input>& inputs, const std::vector<Extraction>& now,
                      const std::string& folder) {
  ExtractionOptions other = options;
  other.plugins.instead = folder;
  Extractor earlier(other);
  check_shared(extractor.plugins, earlier.plugins, folder);
  const std::vector<VersionChange> changes = compare_versions(extract_all(other, earlier, inputs, false), now);
  const std::vector<Input> files = expand_archives(inputs);
  std::array<std::size_t, 3> counts{};
  std::unique_ptr<Sentences> sentences;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const VersionChange& change = changes[i];
    const std::string& path = now[change.document].document.path;
    if (i == 0 || changes[i - 1].document != change.document) {
      const auto file = std::ranges::find(files, path, &Input::path);
      sentences = file == files.end() ? nullptr : std::make_unique<Sentences>(*file, extractor, options.as_printed);
    }
    ++counts[static_cast<std::size_t>(change.kind)];
    std::cout << left_aligned(word(change.kind), 8) << change.what << (change.now.empty() ? "" : "  ⇒  " + change.now) << "\n        " << path << ' '
              << change.begin << '-' << change.end << (sentences ? " | " + sentences->at(change.begin, change.end) : "") << "\n";
  }
  std::cout << counts[0] << " added, " << counts[1] << " lost, " << counts[2] << " changed\n";
  flush_stdout();
}

} // namespace zonekg::cli
