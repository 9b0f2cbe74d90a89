// What people read on a terminal must not command it: a name may hold escape sequences.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace zonekg::cli {

// Control characters but tab and line feed, characters that turn the direction of writing, and what is no UTF-8 become
// U+FFFD.
std::string terminal_text(std::string_view text);

// While it lives, standard output passes terminal_text().
class GuardedOutput {
 public:
  GuardedOutput();
  ~GuardedOutput();
  GuardedOutput(const GuardedOutput&) = delete;
  GuardedOutput& operator=(const GuardedOutput&) = delete;

 private:
  std::unique_ptr<std::streambuf> guard_;
  std::streambuf* below_;
};

// Standard output for results that programs read: every byte as it is from here on, unless it goes to a terminal.
std::ostream& exact_output();

} // namespace zonekg::cli
