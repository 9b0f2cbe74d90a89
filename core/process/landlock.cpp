#include "core/process/landlock.hpp"

#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace zonekg {
namespace {

// As the kernel has it today: Debian's header knows the first field only. Older kernels take the front of it.
struct RulesetAttributes {
  std::uint64_t files, network, scopes;
};

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// Every right over files that the version knows: 13 bits at first, then REFER, TRUNCATE, IOCTL_DEV.
std::uint64_t file_rights(int version) {
  const int bits = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
  return (std::uint64_t{1} << bits) - 1;
}

RulesetAttributes everything(int version) {
  return {file_rights(version), version >= 4 ? 3u : 0u /* bind, connect */, version >= 6 ? 3u : 0u /* sockets, signals */};
}

std::size_t known_size(int version) { return version >= 6 ? 24 : version >= 4 ? 16 : 8; }

void allow_reading(int rules, const std::string& path) {
  const int file = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (file < 0) return;
  struct stat status {};
  const bool folder = ::fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
  const landlock_path_beneath_attr rule{folder ? reading : std::uint64_t{LANDLOCK_ACCESS_FS_READ_FILE}, file};
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(file);
}

} // namespace

int landlock_version() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version > 0 ? static_cast<int>(version) : 0;
}

FileRules::FileRules(const std::vector<std::string>& readable) {
  const int version = landlock_version();
  if (version == 0) return;
  const RulesetAttributes attributes = everything(version);
  rules_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, known_size(version), 0));
  if (rules_ < 0) return;
  for (const std::string& path : readable)
    if (!path.empty()) allow_reading(rules_, path);
}

FileRules::~FileRules() {
  if (rules_ >= 0) ::close(rules_);
}

bool FileRules::apply() const { return rules_ >= 0 && ::syscall(SYS_landlock_restrict_self, rules_, 0) == 0; }

} // namespace zonekg
