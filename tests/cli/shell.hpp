// Runs the built program in an empty folder.
#pragma once

#include <filesystem>
#include <string>

namespace zonekg::test {

struct Outcome {
  int exit_code = 0;
  std::string output, errors; // standard output and standard error, whole
};

// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A shell command with `zonekg` in the path, PLUGINS the folder of test plugins, REPORTS the sample reports, and no
// language or terminal.
Outcome run_shell(const std::string& command, const std::filesystem::path& folder);

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& bytes);

} // namespace zonekg::test
