// Short messages between host and worker over a socket; what they are about lies in shared memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace zonekg {

enum class Signal : std::uint32_t {
  // host → worker; the worker answers each with done or failed
  load = 1,
  create,
  triggers,
  extract,
  carry_on, // after part
  // worker → host
  done,
  failed, // the results are a message in words
  part    // the results are full: read them, then carry_on
};

struct WorkerMessage {
  Signal signal = Signal::done;
  std::uint32_t unused = 0;
  std::uint64_t size = 0; // bytes of the orders or results
};

// The worker's end, and what both do. Descriptors are borrowed.
bool send_message(int channel, const WorkerMessage& message);    // false: nobody is there
std::optional<WorkerMessage> receive_message(int channel);       // waits; nothing: nobody is there, or nonsense

// The host's end.
class Channel {
 public:
  Channel(); // throws std::system_error
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  [[nodiscard]] int far_end() const { return far_; }
  void close_far_end(); // once the worker has it

  bool send(const WorkerMessage& message) const;
  enum class Wait { message, gone, timed_out };
  [[nodiscard]] Wait receive(WorkerMessage& message, std::chrono::steady_clock::time_point until) const;

 private:
  int near_ = -1, far_ = -1;
};

} // namespace zonekg
