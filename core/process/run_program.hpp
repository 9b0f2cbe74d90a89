// Other people's programs, run with limits: they read documents and draw pictures that we do not trust them with in our
// own process.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

struct ProgramLimits {
  std::chrono::milliseconds time{30'000}; // by the clock; processor time is limited to the same
  std::size_t output = 256U << 20;        // bytes of standard output
  std::size_t memory = std::size_t{2} << 30; // bytes of address space; 0: none
};

struct ProgramRun {
  enum class End { exited, missing, timed_out, too_much_output, killed, failed_to_start };
  End end = End::failed_to_start;
  int exit_code = -1;  // when exited
  std::string output;  // standard output, cut at the limit
  std::string errors;  // the first 4 KiB of standard error

  [[nodiscard]] bool ok() const { return end == End::exited && exit_code == 0; }
};

// Runs `command` (found by PATH) with `input` as a seekable standard input, in the C.UTF-8 locale. Never throws for
// what the program does. May be called from several threads.
ProgramRun run_program(const std::vector<std::string>& command, std::string_view input, const ProgramLimits& limits);

// What ended the program, in words: "was stopped after 30 s".
std::string how_it_ended(const ProgramRun& run, const ProgramLimits& limits);

} // namespace zonekg
