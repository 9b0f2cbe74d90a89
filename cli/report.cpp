#include "cli/report.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

#include "cli/terminal_text.hpp"

namespace zonekg::cli {
namespace {

const char* word(Severity severity) {
  switch (severity) {
  case Severity::note:
    return "note";
  case Severity::warning:
    return "warning";
  case Severity::error:
    return "error";
  }
  return "";
}

} // namespace

void print_diagnostics(const std::vector<Diagnostic>& diagnostics, bool quiet) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (quiet && diagnostic.severity != Severity::error) continue;
    std::string line = word(diagnostic.severity) + (": " + diagnostic.where) + ": " + diagnostic.message;
    if (!diagnostic.advice.empty()) line += "; " + diagnostic.advice;
    std::cerr << terminal_text(line) << "\n";
  }
}

bool has_problem(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity != Severity::note; });
}

ProgressBar::ProgressBar(bool quiet)
    : wanted_(!quiet && isatty(STDERR_FILENO)), begin_(std::chrono::steady_clock::now()), last_(begin_) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
}

void ProgressBar::show(std::size_t done, std::size_t total) {
  if (!wanted_ || total == 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - begin_ < std::chrono::seconds(1) || (now - last_ < std::chrono::milliseconds(100) && done < total)) return;
  last_ = now;
  drawn_ = true;
  constexpr std::size_t width = 40;
  const std::size_t filled = done * width / total;
  std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, '.') << "] " << done << "/" << total
            << std::flush;
}

} // namespace zonekg::cli
