// Where the files that belong to the program lie: beside the executable in a build tree, in lib/zonekg when installed.
#pragma once

#include <filesystem>

namespace zonekg {

struct Installation {
  std::filesystem::path root;

  [[nodiscard]] std::filesystem::path plugins() const { return root / "plugins"; } // bundled: NAME/NAME.so and data
  [[nodiscard]] std::filesystem::path shared() const { return root / "shared"; }   // the kit's data files
  [[nodiscard]] std::filesystem::path templates() const { return root / "templates"; } // of new plugins
  [[nodiscard]] std::filesystem::path dictionary() const { return root / "words.dict"; }
};

// `installed`: the library folder relative to the executable's, as `../lib/zonekg`.
// Throws InputError naming both places when neither holds the word dictionary.
Installation find_installation(const std::filesystem::path& installed);

} // namespace zonekg
