#include "core/host/inputs.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <tuple>

#include "core/model/diagnostic.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;
using Wanted = std::function<bool(const fs::path&)>;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Empty for a file. Opening a pipe could wait for ever, and a device has no end.
std::string why_unreadable(const fs::directory_entry& entry) {
  std::error_code error;
  const fs::file_status status = entry.status(error);
  switch (status.type()) {
  case fs::file_type::regular:
    return "";
  case fs::file_type::not_found:
    return entry.is_symlink(error) ? "the link leads to nothing" : "No such file or directory"; // gone since the folder was listed
  case fs::file_type::fifo:
    return "it is a pipe";
  case fs::file_type::socket:
    return "it is a socket";
  case fs::file_type::block:
  case fs::file_type::character:
    return "it is a device";
  default:
    return error ? error.message() : "it is no file";
  }
}

// One folder at a time: the recursive iterator of the library ends at the first folder that is closed. Links to folders
// are not followed, so that no loop is possible.
void list_folder(const fs::path& root, const Wanted& wanted, std::vector<Input>& inputs) {
  std::vector<fs::path> folders = {root};
  while (!folders.empty()) {
    const fs::path folder = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator walk(folder, error);
    for (; !error && walk != fs::directory_iterator(); walk.increment(error)) {
      const fs::path& path = walk->path();
      std::error_code ignored;
      if (is_hidden(path)) continue;
      if (walk->is_directory(ignored)) {
        if (!walk->is_symlink(ignored)) folders.push_back(path);
      } else if (wanted(path)) {
        inputs.push_back({path, path.lexically_relative(root).generic_string()});
        inputs.back().unreadable = why_unreadable(*walk);
      }
    }
    if (!error) continue;
    if (folder == root) throw InputError("cannot list the folder " + root.string() + ": " + error.message());
    inputs.push_back({folder, folder.lexically_relative(root).generic_string()});
    inputs.back().unreadable = "the folder cannot be listed: " + error.message();
  }
}

// A file that was named must open: leaving it out would be a surprise.
void check_readable(const std::string& argument) {
  if (::access(argument.c_str(), R_OK) != 0)
    throw InputError("cannot open " + argument + ": " + std::generic_category().message(errno));
}

// Keeps one way to each file, the one with the smallest shown path.
void drop_repeated(std::vector<Input>& inputs) {
  std::vector<std::pair<fs::path, Input>> files;
  for (Input& input : inputs) {
    std::error_code failed;
    const fs::path canonical = input.file.empty() ? fs::path() : fs::weakly_canonical(input.file, failed);
    files.emplace_back(failed ? input.file : canonical, std::move(input));
  }
  const auto key = [](const auto& file) { return std::tie(file.first, file.second.path); };
  std::ranges::sort(files, {}, key);
  const auto same_file = [](const auto& a, const auto& b) { return a.first == b.first; };
  files.erase(std::unique(files.begin(), files.end(), same_file), files.end());
  inputs.clear();
  for (auto& [canonical, input] : files) inputs.push_back(std::move(input));
}

} // namespace

bool has_report_ending(const fs::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  constexpr std::string_view known[] = {".txt", ".text", ".html", ".htm", ".shtml", ".xhtml", ".docx", ".docm", ".doc", ".wps", ".rtf",
                                        ".odt", ".ods",  ".xlsx", ".xlsm", ".csv",   ".tsv",   ".pdf",  ".zip",  ".gz"};
  return std::ranges::find(known, ending) != std::end(known);
}

std::vector<Input> list_inputs(const std::vector<std::string>& arguments, const Wanted& wanted) {
  std::vector<Input> inputs;
  for (const std::string& argument : arguments) {
    const fs::path path(argument);
    std::error_code missing;
    const fs::file_status status = fs::status(path, missing);
    if (argument == "-") {
      if (std::ranges::any_of(inputs, [](const Input& input) { return input.file.empty(); }))
        throw UsageError("standard input ('-') can be read only once");
      inputs.push_back({{}, "stdin"});
    } else if (fs::is_directory(status)) {
      list_folder(path, wanted, inputs);
    } else if (fs::exists(status)) {
      check_readable(argument);
      inputs.push_back({path, path.filename().generic_string()});
    } else if (status.type() == fs::file_type::not_found) {
      throw InputError("there is no file or folder " + argument);
    } else {
      throw InputError("cannot reach " + argument + ": " + missing.message());
    }
  }
  drop_repeated(inputs);
  std::ranges::stable_sort(inputs, {}, &Input::path);
  return inputs;
}

} // namespace zonekg
