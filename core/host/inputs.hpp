// The files a run reads, from what stands on the command line.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

struct PackedFile;

struct Input {
  std::filesystem::path file; // empty: standard input
  std::string path;           // as outputs show it: relative to the folder given, or the file's name; `stdin`
  std::shared_ptr<const PackedFile> packed = nullptr; // the file is an archive, and this in it is meant
  std::optional<std::string> content = std::nullopt; // read instead of the file
  std::string unreadable = {}; // why the file is not to be opened; reading it throws InputError
};

// In a folder only files with an ending of a format that the reader knows are reports.
bool has_report_ending(const std::filesystem::path& file);

// Files stand for themselves, `-` for standard input, folders for the files below them whose name `wanted` accepts
// (hidden files and folders left out). By path; the order of the arguments does not matter, and a file reached twice
// is read once. What a folder holds and cannot be read (a pipe, a device, a link that leads nowhere, a folder that is closed) is
// in the list, `unreadable`. Throws InputError for an argument that is not there or closed, UsageError for a second `-`.
std::vector<Input> list_inputs(const std::vector<std::string>& arguments,
                               const std::function<bool(const std::filesystem::path&)>& wanted);

} // namespace zonekg
