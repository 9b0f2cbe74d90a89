// What went wrong or is worth knowing about one input, plugin or output. Never printed by a library.
#pragma once

#include <stdexcept>
#include <string>

namespace zonekg {

enum class Severity { note = 1, warning = 2, error = 3 };

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string where;   // file, plugin or option
  std::string message; // what happened
  std::string advice;  // what to try; may be empty

  bool operator==(const Diagnostic&) const = default;
};

// The run cannot go on. Caught in main only; what() says what, where, and what to try.
class Error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};
class UsageError : public Error { // exit code 2
  using Error::Error;
};
class InputError : public Error { // exit code 1
  using Error::Error;
};

} // namespace zonekg
