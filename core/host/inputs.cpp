#include "core/host/inputs.hpp"

#include <algorithm>
#include <tuple>

#include "core/model/diagnostic.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;
using Wanted = std::function<bool(const fs::path&)>;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void list_folder(const fs::path& folder, const Wanted& wanted, std::vector<Input>& inputs) {
  try {
    fs::recursive_directory_iterator walk(folder);
    for (; walk != fs::recursive_directory_iterator(); ++walk) {
      const fs::path& path = walk->path();
      if (is_hidden(path)) {
        walk.disable_recursion_pending();
        continue;
      }
      if (walk->is_regular_file() && wanted(path))
        inputs.push_back({path, path.lexically_relative(folder).generic_string()});
    }
  } catch (const fs::filesystem_error& error) {
    throw InputError("cannot list the folder " + folder.string() + ": " + error.code().message());
  }
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
