#include "cli/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include "core/model/diagnostic.hpp"

namespace zonekg::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw InputError("cannot write " + path + ": " + why);
}

// Removes the unfinished file unless it was renamed.
class Unfinished {
 public:
  explicit Unfinished(fs::path path) : path_(std::move(path)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  void rename_to(const fs::path& place) {
    fs::rename(path_, place);
    path_.clear();
  }

 private:
  fs::path path_;
};

} // namespace

void write_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  if (path == "-") {
    write(std::cout);
    return flush_stdout();
  }
  const fs::path place(path);
  if (fs::is_directory(place)) fail(path, "it is a folder");
  Unfinished unfinished(place.parent_path() / ("." + place.filename().string() + "." + std::to_string(getpid()) + ".part"));
  std::ofstream file(unfinished.path(), std::ios::binary);
  if (!file) fail(path, std::generic_category().message(errno));
  write(file);
  file.close();
  if (!file) fail(path, "the disk may be full");
  try {
    unfinished.rename_to(place);
  } catch (const fs::filesystem_error& error) {
    fail(path, error.code().message());
  }
}

void flush_stdout() {
  if (!std::cout.flush()) throw InputError("cannot write to standard output");
}

} // namespace zonekg::cli
