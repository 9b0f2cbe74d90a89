#include "core/host/plugin_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace zonekg {
namespace {

namespace fs = std::filesystem;

struct stat status_of(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0)
    throw UnsafePlugin("plugin file or folder " + path.string() + " cannot be looked at; check that it is there");
  return status;
}

// Whoever owns the running program can do in its name what they like already.
uid_t program_owner() {
  struct stat status {};
  return ::stat("/proc/self/exe", &status) == 0 ? status.st_uid : 0;
}

void check_owner(const fs::path& file, const fs::path& place, const struct stat& status) {
  if (status.st_uid == 0 || status.st_uid == ::geteuid() || status.st_uid == program_owner()) return;
  throw UnsafePlugin("plugin " + file.string() + " is not loaded: " + place.string() + " belongs to user " +
                     std::to_string(status.st_uid) +
                     ", who could change it; copy the plugin to a folder of your own, or `chown` it");
}

void check_mode(const fs::path& file, const fs::path& place, const struct stat& status, bool sticky_will_do) {
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) == 0 || (sticky_will_do && (status.st_mode & S_ISVTX) != 0)) return;
  throw UnsafePlugin("plugin " + file.string() + " is not loaded: others may write to " + place.string() +
                     "; take that from them with `chmod go-w " + place.string() + "`");
}

} // namespace

std::vector<fs::path> find_plugin_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    const fs::path& path = entry.path();
    const fs::path inner = path / (path.filename().string() + ".so");
    if (path.extension() == ".so" && fs::is_regular_file(path, failed)) files.push_back(path);
    if (fs::is_regular_file(inner, failed)) files.push_back(inner);
  }
  std::ranges::sort(files);
  return files;
}

void check_owners(const fs::path& file) {
  for (fs::path place = file;; place = place.parent_path()) {
    const struct stat status = status_of(place);
    check_owner(file, place, status);
    check_mode(file, place, status, place != file && place != file.parent_path());
    if (place == place.parent_path()) return;
  }
}

void check_folder(const fs::path& folder) {
  std::error_code failed;
  if (fs::equivalent(folder, fs::current_path(failed), failed) && !failed)
    throw UnsafePlugin("the working directory " + folder.string() +
                       " is no plugin folder: what was unpacked there would be run; go to another folder and name this "
                       "one with --plugins");
}

void check_library_path() {
  const char* const given = std::getenv("LD_LIBRARY_PATH");
  if (given == nullptr || *given == '\0') return;
  std::string_view rest = given;
  for (;;) {
    const std::size_t end = std::min(rest.find_first_of(":;"), rest.size());
    if (!rest.starts_with('/'))
      throw UnsafePlugin("LD_LIBRARY_PATH=" + std::string(given) +
                         " holds a name that is not absolute, so that libraries of plugins would be looked for in the "
                         "working directory; take it out, or run the plugins isolated (without --trust)");
    if (end == rest.size()) return;
    rest.remove_prefix(end + 1);
  }
}

} // namespace zonekg
