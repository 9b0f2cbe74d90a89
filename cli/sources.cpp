#include "cli/sources.hpp"

#include <algorithm>

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

SourceTexts::SourceTexts(const std::vector<std::string>& arguments, const GraphHeader& header) {
  std::vector<std::string> named = arguments;
  std::erase(named, "-"); // standard input has gone by
  std::map<std::string, std::vector<Input>> by_path;
  for (Input& input : expand_archives(list_inputs(named, has_report_ending))) by_path[input.path].push_back(std::move(input));
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

} // namespace zonekg::cli
