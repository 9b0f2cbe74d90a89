// Another program that runs beside this one.
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace zonekg {

class Child {
 public:
  // `file` is not looked up. `descriptors`: those of ours, and the numbers it finds them under; it gets no others that
  // are closed on exec. Throws std::system_error.
  Child(const std::string& file, std::vector<std::string> command, std::vector<std::string> environment,
        const std::vector<std::pair<int, int>>& descriptors);
  ~Child(); // ends it
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Ends it, and what it may have started, unless it has ended; returns its wait status.
  int end() noexcept;
  // Waits for a program that is about to end by itself; after a second it is ended.
  int wait() noexcept;

 private:
  pid_t pid_ = -1;
  std::optional<int> status_;
};

} // namespace zonekg
