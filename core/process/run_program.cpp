#include "core/process/run_program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/process/memory_file.hpp"

namespace zonekg {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_errors = 4096;

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) == 0) {
      read = ends[0];
      write = ends[1];
    }
  }
  ~Pipe() {
    close_end(read);
    close_end(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

// Looked up before the fork: afterwards little is allowed.
std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : std::string();
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    const std::string file = std::string(rest.substr(0, colon)) + '/' + name;
    std::error_code ignored;
    if (::access(file.c_str(), X_OK) == 0 && std::filesystem::is_regular_file(file, ignored)) return file;
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return {};
}

void limit(__rlimit_resource what, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(what, &both);
}

// Between fork and exec only async-signal-safe calls.
[[noreturn]] void become(const char* file, char* const* arguments, char* const* environment, int input, int output,
                         int errors, const ProgramLimits& limits) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL); // Ctrl-C reaches only our own group
  ::dup2(input, 0);
  ::dup2(output, 1);
  ::dup2(errors, 2);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count() / 1000 + 1));
  limit(RLIMIT_CORE, 0);
  if (limits.memory > 0) limit(RLIMIT_AS, limits.memory);
  ::execve(file, arguments, environment);
  ::_exit(127);
}

// Reads what there is; false at the end.
bool drain(int descriptor, std::string& into, std::size_t most, bool& overflow) {
  std::array<char, 65536> block;
  const ssize_t count = ::read(descriptor, block.data(), block.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  if (count == 0) return false;
  const std::size_t room = most - std::min(most, into.size());
  overflow = overflow || static_cast<std::size_t>(count) > room;
  into.append(block.data(), std::min(static_cast<std::size_t>(count), room));
  return true;
}

// Until both pipes close, the time is over or the output too long.
ProgramRun::End collect(Pipe& output, Pipe& errors, const ProgramLimits& limits, ProgramRun& run) {
  const auto until = Clock::now() + limits.time;
  while (output.read >= 0 || errors.read >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return ProgramRun::End::timed_out;
    std::array<pollfd, 2> ends = {pollfd{output.read, POLLIN, 0}, pollfd{errors.read, POLLIN, 0}};
    if (::poll(ends.data(), ends.size(), static_cast<int>(std::min<std::int64_t>(left, 1000))) < 0 && errno != EINTR)
      return ProgramRun::End::failed_to_start;
    bool overflow = false, ignored = false;
    if (ends[0].revents && !drain(output.read, run.output, limits.output, overflow)) Pipe::close_end(output.read);
    if (ends[1].revents && !drain(errors.read, run.errors, most_errors, ignored)) Pipe::close_end(errors.read);
    if (overflow) return ProgramRun::End::too_much_output;
  }
  return ProgramRun::End::exited;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

} // namespace

ProgramRun run_program(const std::vector<std::string>& command, std::string_view input, const ProgramLimits& limits) {
  ProgramRun run;
  const std::string file = find_program(command.front());
  if (file.empty()) {
    run.end = ProgramRun::End::missing;
    return run;
  }
  const MemoryFile in(input);
  Pipe output, errors;
  if (output.read < 0 || errors.read < 0) return run;
  std::vector<std::string> words = command;
  const char* home = std::getenv("HOME");
  std::vector<std::string> settings = {"LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin",
                                       std::string("HOME=") + (home ? home : "/")};
  const std::vector<char*> arguments = pointers(words), environment = pointers(settings);
  const pid_t child = ::fork();
  if (child < 0) return run;
  if (child == 0)
    become(file.c_str(), arguments.data(), environment.data(), in.descriptor(), output.write, errors.write, limits);
  Pipe::close_end(output.write);
  Pipe::close_end(errors.write);
  run.end = collect(output, errors, limits, run);
  if (run.end != ProgramRun::End::exited) ::kill(-child, SIGKILL), ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (run.end != ProgramRun::End::exited) return run;
  if (WIFEXITED(status)) run.exit_code = WEXITSTATUS(status);
  else run.end = WTERMSIG(status) == SIGXCPU ? ProgramRun::End::timed_out : ProgramRun::End::killed;
  return run;
}

std::string how_it_ended(const ProgramRun& run, const ProgramLimits& limits) {
  switch (run.end) {
  case ProgramRun::End::missing:
    return "is not installed";
  case ProgramRun::End::timed_out:
    return "was stopped after " + std::to_string(limits.time.count() / 1000) + " s";
  case ProgramRun::End::too_much_output:
    return "was stopped after " + std::to_string(limits.output >> 20) + " MiB of output";
  case ProgramRun::End::killed:
    return "ended by a signal; it may need more memory than the limit of " + std::to_string(limits.memory >> 20) + " MiB";
  case ProgramRun::End::failed_to_start:
    return "could not be started";
  case ProgramRun::End::exited:
    break;
  }
  std::string first = run.errors.substr(0, run.errors.find('\n'));
  return "ended with code " + std::to_string(run.exit_code) + (first.empty() ? "" : ": " + first);
}

} // namespace zonekg
