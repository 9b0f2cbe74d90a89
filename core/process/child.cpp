#include "core/process/child.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace zonekg {
namespace {

// Numbers that no descriptor of the new program has, so that giving one never overwrites the next.
constexpr int first_free = 64;

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

// Own group, so that the keyboard's interrupt reaches it through us only; no signal blocked or ignored.
class Attributes {
 public:
  Attributes() {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    ::posix_spawnattr_init(&value_);
    ::posix_spawnattr_setsigmask(&value_, &none);
    ::posix_spawnattr_setsigdefault(&value_, &all);
    ::posix_spawnattr_setpgroup(&value_, 0);
    ::posix_spawnattr_setflags(&value_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Attributes() { ::posix_spawnattr_destroy(&value_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  [[nodiscard]] const posix_spawnattr_t* get() const { return &value_; }

 private:
  posix_spawnattr_t value_;
};

class Descriptors {
 public:
  explicit Descriptors(const std::vector<std::pair<int, int>>& wanted) {
    ::posix_spawn_file_actions_init(&value_);
    for (const auto& [ours, theirs] : wanted) {
      const int copy = ::fcntl(ours, F_DUPFD_CLOEXEC, first_free);
      if (copy < 0) throw std::system_error(errno, std::generic_category(), "too many open files");
      copies_.push_back(copy);
      ::posix_spawn_file_actions_adddup2(&value_, copy, theirs);
    }
  }
  ~Descriptors() {
    for (const int copy : copies_) ::close(copy);
    ::posix_spawn_file_actions_destroy(&value_);
  }
  Descriptors(const Descriptors&) = delete;
  Descriptors& operator=(const Descriptors&) = delete;
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &value_; }

 private:
  posix_spawn_file_actions_t value_;
  std::vector<int> copies_;
};

} // namespace

Child::Child(const std::string& file, std::vector<std::string> command, std::vector<std::string> environment,
             const std::vector<std::pair<int, int>>& descriptors) {
  const Attributes attributes;
  const Descriptors given(descriptors);
  const std::vector<char*> arguments = pointers(command), settings = pointers(environment);
  const int error =
      ::posix_spawn(&pid_, file.c_str(), given.get(), attributes.get(), arguments.data(), settings.data());
  if (error != 0) throw std::system_error(error, std::generic_category(), "cannot start " + file);
}

Child::~Child() { end(); }

int Child::end() noexcept {
  if (status_) return *status_;
  ::kill(-pid_, SIGKILL);
  ::kill(pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
  status_ = status;
  return status;
}

int Child::wait() noexcept {
  for (int i = 0; i < 1000 && !status_; ++i) {
    siginfo_t ended{};
    // Not reaped yet: its number must stay its own until end() has ended what it left behind.
    if (::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == pid_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return end();
}

} // namespace zonekg
