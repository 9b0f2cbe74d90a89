#include "tests/cli/shell.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <fstream>
#include <iterator>

namespace zonekg::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "zonekg_cli_XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write_file(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

Outcome run_shell(const std::string& command, const fs::path& folder) {
  const TemporaryFolder streams;
  const fs::path script = streams.path() / "script", out = streams.path() / "out", err = streams.path() / "err";
  write_file(script, "export PATH='" ZONEKG_BUILD_DIR "':\"$PATH\" LC_ALL=C.UTF-8\n"
                     "PLUGINS='" ZONEKG_BUILD_DIR "/test_plugins' REPORTS='" ZONEKG_SOURCE_DIR "/examples/reports'\n"
                     "cd '" +
                         folder.string() + "'\n" + command + "\n");
  const int status =
      std::system(("sh '" + script.string() + "' >'" + out.string() + "' 2>'" + err.string() + "' </dev/null").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out), read_file(err)};
}

} // namespace zonekg::test
