// Which files plugins are loaded from: such that nobody else can have put there or changed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/model/diagnostic.hpp"

namespace zonekg {

// A plugin must not be loaded from where it stands. what() says why and what to do.
class UnsafePlugin : public InputError {
  using InputError::InputError;
};

// Plugin files of one folder: FOLDER/NAME.so and FOLDER/NAME/NAME.so, by path. Empty when there is no such folder.
std::vector<std::filesystem::path> find_plugin_files(const std::filesystem::path& folder);

// Throws UnsafePlugin when the file, its folder or a folder above can be changed by somebody other than this user, root
// and the owner of this program. A folder above may be open to all when it is sticky, as /tmp is. `file` is canonical.
void check_owners(const std::filesystem::path& file);

// Throws UnsafePlugin when it is the working directory: whatever was unpacked there would be run.
void check_folder(const std::filesystem::path& folder);

// Throws UnsafePlugin when LD_LIBRARY_PATH makes the loader look for the libraries of plugins in the working directory.
void check_library_path();

// SHA-256 sums of everything that a plugin consists of, as `sha256sum` writes and `sha256sum -c` checks them in the
// plugin folder: `SUM  NAME/NAME.so`, `SUM  NAME/lexicon.json`. Lines that begin with # are remarks.
class Pins {
 public:
  // Throws InputError that names file and line.
  explicit Pins(const std::filesystem::path& file);

  // Throws UnsafePlugin when the plugin file or a file of its own folder is not in the list, or has another sum.
  void check(const std::filesystem::path& folder, const std::filesystem::path& file) const;

 private:
  std::filesystem::path file_;
  std::multimap<std::string, std::string> sums_; // name -> sum; the same name may stand in several folders
};

// Lines of a list of pins for the plugin, by name.
std::string pin_lines(const std::filesystem::path& folder, const std::filesystem::path& file);

} // namespace zonekg
