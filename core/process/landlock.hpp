// Linux' Landlock: a process takes away from itself, for good, what it may do with files and the network.
#pragma once

#include <string>
#include <vector>

namespace zonekg {

// Of the kernel's Landlock; 0 when it has none, or it is switched off.
int landlock_version();

// Made while the files can still be opened, applied later; several may be applied, each takes away more.
class FileRules {
 public:
  // Allows reading what lies under these files and folders, and nothing else: no writing, no running, no TCP, no signals
  // to others. What is not there is left out.
  explicit FileRules(const std::vector<std::string>& readable);
  ~FileRules();
  FileRules(const FileRules&) = delete;
  FileRules& operator=(const FileRules&) = delete;

  // For the calling thread and those it will start. Needs no_new_privs. False when the kernel cannot.
  [[nodiscard]] bool apply() const;

 private:
  int rules_ = -1;
};

} // namespace zonekg
