#include "cli/conformance/child.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <poll.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include "core/model/diagnostic.hpp"

namespace zonekg {
namespace {

using Clock = std::chrono::steady_clock;

// Strings with their size before them: a plugin's words may hold anything.
void put(std::string& out, std::string_view text) { out += std::to_string(text.size()) + ' ' + std::string(text); }

// A plugin may write into the pipe as well: whatever comes, nothing throws and every word taken shortens `in`.
std::string take(std::string_view& in) {
  std::size_t size = 0, at = 0;
  while (at < in.size() && in[at] >= '0' && in[at] <= '9') size = std::min(size * 10 + static_cast<std::size_t>(in[at++] - '0'), in.size());
  const std::string text(in.substr(std::min(at + 1, in.size()), size));
  in.remove_prefix(std::min(at + 1 + size, in.size()));
  return text;
}

std::size_t take_number(std::string_view& in) {
  const std::string text = take(in);
  std::size_t number = std::numeric_limits<std::size_t>::max(); // what is no number
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string pack(const std::vector<CheckResult>& results) {
  std::string out;
  for (const CheckResult& result : results) {
    put(out, result.name);
    put(out, std::to_string(static_cast<int>(result.outcome)));
    put(out, result.detail);
    put(out, std::to_string(result.findings.size()));
    for (const std::string& finding : result.findings) put(out, finding);
  }
  return out + "end";
}

// Nothing when the child did not say everything.
std::vector<CheckResult> unpack(std::string_view in) {
  constexpr std::string_view end = "end";
  if (!in.ends_with(end)) return {};
  in.remove_suffix(end.size());
  std::vector<CheckResult> results;
  while (!in.empty()) {
    CheckResult& result = results.emplace_back();
    result.name = take(in);
    const std::size_t outcome = take_number(in);
    if (outcome > static_cast<std::size_t>(CheckOutcome::skipped)) return {};
    result.outcome = static_cast<CheckOutcome>(outcome);
    result.detail = take(in);
    for (std::size_t left = take_number(in); left > 0 && !in.empty(); --left) result.findings.push_back(take(in));
  }
  return results;
}

[[noreturn]] void be_child(int out, const std::string& name, const std::function<std::vector<CheckResult>()>& check) {
  if (const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0) ::dup2(nowhere, STDOUT_FILENO);
  std::vector<CheckResult> results;
  try {
    results = check();
  } catch (const std::exception& error) {
    results = {{name, CheckOutcome::failed, error.what(), {}}};
  }
  const std::string bytes = pack(results);
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t written = ::write(out, bytes.data() + at, bytes.size() - at);
    if (written <= 0) break;
    at += static_cast<std::size_t>(written);
  }
  ::_exit(0); // no exit handlers: those of the plugin were not asked for
}

// Everything the child writes until it ends, or nothing more after the deadline; `late` says which.
std::string read_until(int in, Clock::time_point deadline, bool& late) {
  std::string bytes;
  char block[4096];
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd ready{in, POLLIN, 0};
    const int found = left > 0 ? ::poll(&ready, 1, static_cast<int>(left)) : 0;
    if (found == 0) late = true;
    if (found < 0 && errno == EINTR) continue;
    if (found <= 0) return bytes;
    const ssize_t got = ::read(in, block, sizeof block);
    if (got <= 0) return bytes;
    bytes.append(block, static_cast<std::size_t>(got));
  }
}

std::string how_it_ended(int status, bool late, std::chrono::seconds time) {
  if (late) return "it was not done after " + std::to_string(time.count()) + " s";
  if (WIFSIGNALED(status))
    return "the plugin crashed: signal " + std::to_string(WTERMSIG(status)) + " (" + strsignal(WTERMSIG(status)) + ")";
  return "the plugin ended the process with exit code " + std::to_string(WEXITSTATUS(status));
}

} // namespace

std::vector<CheckResult> run_in_child(const std::string& name, std::chrono::seconds time,
                                      const std::function<std::vector<CheckResult>()>& check) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw InputError(std::string("cannot make a pipe: ") + std::strerror(errno));
  const pid_t child = ::fork();
  if (child < 0) throw InputError(std::string("cannot make a process: ") + std::strerror(errno));
  if (child == 0) be_child(ends[1], name, check);
  ::close(ends[1]);
  bool late = false;
  const std::string bytes = read_until(ends[0], Clock::now() + time, late);
  ::close(ends[0]);
  if (late) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  std::vector<CheckResult> results = late ? std::vector<CheckResult>() : unpack(bytes);
  if (results.empty()) results = {{name, CheckOutcome::failed, how_it_ended(status, late, time), {}}};
  return results;
}

} // namespace zonekg
