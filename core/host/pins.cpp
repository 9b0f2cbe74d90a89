#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/host/plugin_files.hpp"
#include "core/host/sha256.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sum_size = 64;

bool is_sum(std::string_view text) {
  return text.size() == sum_size && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sum_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw UnsafePlugin("plugin file " + file.string() + " cannot be read");
  return sha256_hex(bytes);
}

// The library, and when it has a folder of its own, all files in it: words and weights are half of a plugin.
std::vector<fs::path> parts_of(const fs::path& file) {
  if (file.parent_path().filename() != file.stem()) return {file};
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(file.parent_path()))
    if (!entry.is_directory()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

} // namespace

Pins::Pins(const fs::path& file) : file_(file) {
  std::ifstream in(file);
  if (!in) throw InputError("cannot open the list of pins " + file.string() + "; `zonekg plugins pin` writes one");
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const bool two_parts = line.size() > sum_size + 2 && line[sum_size] == ' ' &&
                           (line[sum_size + 1] == ' ' || line[sum_size + 1] == '*');
    if (!two_parts || !is_sum(std::string_view(line).substr(0, sum_size)))
      throw InputError(file.string() + ":" + std::to_string(number) +
                       ": not a SHA-256 sum of 64 digits, two spaces and a file name; `zonekg plugins pin` writes such lines");
    sums_.emplace(line.substr(sum_size + 2), line.substr(0, sum_size));
  }
}

void Pins::check(const fs::path& folder, const fs::path& file) const {
  for (const fs::path& part : parts_of(file)) {
    const std::string name = part.lexically_relative(folder).string();
    const auto [begin, end] = sums_.equal_range(name);
    if (begin == end)
      throw UnsafePlugin("plugin " + file.string() + " is not loaded: " + name + " is not in the list of pins " +
                         file_.string() + "; when you know where it comes from, write a new list with `zonekg plugins pin`");
    const std::string sum = sum_of(part);
    if (std::none_of(begin, end, [&](const auto& pin) { return pin.second == sum; }))
      throw UnsafePlugin("plugin " + file.string() + " is not loaded: " + name + " has been changed since " +
                         file_.string() + " was written (its sum is " + sum +
                         "); put the old file back, or, when you know the change, write a new list with `zonekg plugins pin`");
  }
}

std::string pin_lines(const fs::path& folder, const fs::path& file) {
  std::string lines;
  for (const fs::path& part : parts_of(file))
    lines += sum_of(part) + "  " + part.lexically_relative(folder).string() + "\n";
  return lines;
}

} // namespace zonekg
