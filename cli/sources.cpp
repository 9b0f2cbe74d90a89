#include "cli/sources.hpp"

#include <algorithm>
#include <map>

#include "cli/report.hpp"
#include "core/host/archives.hpp"
#include "core/host/pipeline.hpp"
#include "core/host/sha256.hpp"
#include "core/reader/archive.hpp"
#include "core/reader/reader.hpp"

namespace zonekg::cli {
namespace {

std::optional<std::string> bytes_of(const Input& input) {
  try {
    return read_bytes(input);
  } catch (const InputError&) { // gone meanwhile
  } catch (const UnpackError&) {
  }
  return std::nullopt;
}

} // namespace

SourceTexts::SourceTexts(const std::vector<Input>& inputs, const GraphHeader& header) {
  std::vector<Input> files = inputs;
  std::erase_if(files, [](const Input& input) { return input.file.empty(); }); // standard input has gone by
  std::map<std::string, std::vector<Input>> by_path;
  for (Input& input : expand_archives(std::move(files))) by_path[input.path].push_back(std::move(input));
  for (const DocumentHeader& document : header.documents) {
    const auto found = by_path.find(document.path);
    files_.push_back(found == by_path.end() ? std::vector<Input>() : found->second);
    hashes_.push_back(document.sha256);
  }
}

std::optional<std::string> SourceTexts::operator()(std::uint32_t document) const {
  if (document >= files_.size()) return std::nullopt;
  for (const Input& input : files_[document]) {
    const auto bytes = bytes_of(input);
    if (bytes && sha256_hex(*bytes) == hashes_[document]) return read_source(*bytes, input.path).text;
  }
  return std::nullopt;
}

std::size_t SourceTexts::missing() const {
  return static_cast<std::size_t>(std::count_if(files_.begin(), files_.end(), [](const auto& files) { return files.empty(); }));
}

SourceTexts find_sources(const std::vector<std::string>& arguments, const GraphHeader& header, bool quiet) {
  if (arguments.empty()) return {};
  SourceTexts texts(list_inputs(arguments, has_report_ending), header);
  if (texts.missing() > 0)
    print_diagnostics({{Severity::warning, "--sources",
                        std::to_string(texts.missing()) + " of " + std::to_string(header.documents.size()) +
                            " documents of the graph are not there",
                        "name the files and folders as they were given to build"}},
                      quiet);
  return texts;
}

} // namespace zonekg::cli
