// What a person at the terminal sees while a command runs. All of it goes to standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "core/model/diagnostic.hpp"

namespace zonekg::cli {

// One line each. `quiet`: errors only.
void print_diagnostics(const std::vector<Diagnostic>& diagnostics, bool quiet);

bool has_problem(const std::vector<Diagnostic>& diagnostics); // a warning or an error

// A bar on a terminal, once the work has taken more than a second; nothing elsewhere.
class ProgressBar {
 public:
  explicit ProgressBar(bool quiet);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar(); // wipes the bar

  void show(std::size_t done, std::size_t total);

 private:
  bool wanted_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begin_, last_;
};

} // namespace zonekg::cli
