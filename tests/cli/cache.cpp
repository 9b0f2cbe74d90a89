// A build with a cache is a build without one, to the byte, whatever happens to the documents; a change costs the
// documents that changed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

struct Change {
  std::string name, command; // in the folder of documents
  std::ptrdiff_t read;       // documents that have to be read anew
};

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
  return std::ranges::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

TEST(Cache, EqualsARebuildAfterEachChange) {
  const std::vector<Change> changes = {
      {"first build", "mkdir in && cp $REPORTS/lanxi-2023-annual.txt $REPORTS/canglan-2024-projects.txt in/", 2},
      {"nothing", "true", 0},
      {"added", "cp $REPORTS/lanxi-2024-annual.txt in/", 1},
      {"replaced", "sed -i s/186.4/188.6/ in/lanxi-2023-annual.txt", 1},
      {"replaced by what it was", "cp $REPORTS/lanxi-2023-annual.txt in/", 0},
      {"removed", "rm in/canglan-2024-projects.txt", 0},
      {"come back", "cp $REPORTS/canglan-2024-projects.txt in/", 0},
      {"swapped", "mv in/lanxi-2023-annual.txt in/x && mv in/lanxi-2024-annual.txt in/lanxi-2023-annual.txt && mv in/x in/lanxi-2024-annual.txt", 2}};
  const test::TemporaryFolder folder;
  std::ptrdiff_t known = 0;
  for (const Change& change : changes) {
    SCOPED_TRACE(change.name);
    const test::Outcome outcome = test::run_shell("( " + change.command + " ) && zonekg build in -q --cache c --output cached.json && "
                                                  "zonekg build in -q --output whole.json && cmp cached.json whole.json", folder.path());
    EXPECT_EQ(outcome.exit_code, 0) << outcome.output << outcome.errors;
    const std::ptrdiff_t files = files_in(folder.path() / "c");
    EXPECT_EQ(files - known, change.read);
    known = files;
  }
}

} // namespace
} // namespace zonekg
