#include "core/host/isolated/channel.hpp"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace zonekg {

// Plain read and write: the worker's filter of system calls knows no others.
bool send_message(int channel, const WorkerMessage& message) {
  ssize_t sent = 0;
  do sent = ::write(channel, &message, sizeof message);
  while (sent < 0 && errno == EINTR);
  return sent == sizeof message;
}

std::optional<WorkerMessage> receive_message(int channel) {
  WorkerMessage message;
  ssize_t got = 0;
  do got = ::read(channel, &message, sizeof message);
  while (got < 0 && errno == EINTR);
  if (got != sizeof message) return std::nullopt;
  return message;
}

Channel::Channel() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    throw std::system_error(errno, std::generic_category(), "no channel to a worker");
  near_ = ends[0];
  far_ = ends[1];
}

Channel::~Channel() {
  close_far_end();
  ::close(near_);
}

void Channel::close_far_end() {
  if (far_ >= 0) ::close(far_);
  far_ = -1;
}

bool Channel::send(const WorkerMessage& message) const {
  ssize_t sent = 0;
  // The worker may have died, or fill the channel instead of reading it: neither may stop or end this process.
  do sent = ::send(near_, &message, sizeof message, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (sent < 0 && errno == EINTR);
  return sent == sizeof message;
}

Channel::Wait Channel::receive(WorkerMessage& message, std::chrono::steady_clock::time_point until) const {
  using namespace std::chrono;
  for (;;) {
    const auto left = ceil<milliseconds>(until - steady_clock::now()).count();
    pollfd end{near_, POLLIN, 0};
    const int ready = ::poll(&end, 1, static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000)));
    if (ready > 0) break;
    if (ready < 0 && errno != EINTR) return Wait::gone;
    if (left <= 0) return Wait::timed_out;
  }
  const std::optional<WorkerMessage> received = receive_message(near_);
  if (!received) return Wait::gone;
  message = *received;
  return Wait::message;
}

} // namespace zonekg
