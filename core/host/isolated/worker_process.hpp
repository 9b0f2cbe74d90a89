// A running worker as the host sees it: one request at a time, and words for how it ended when it did.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "core/host/isolated/channel.hpp"
#include "core/host/isolation.hpp"
#include "core/process/child.hpp"
#include "core/process/memory_file.hpp"
#include "core/process/shared_area.hpp"

namespace zonekg {

// The worker is gone. what() says why, as the end of a sentence about the plugin: `crashed: segmentation fault`.
class WorkerGone : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class WorkerProcess {
 public:
  // `orders` is what all requests of this worker are written to; it must outlive the worker. Throws InputError when no
  // process can be started.
  WorkerProcess(const Isolation& isolation, SharedArea& orders);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // Sends what the first `size` bytes of the orders say. Time runs until the request is answered by anything but a part.
  void send(Signal request, std::size_t size, std::chrono::milliseconds time);
  // The orders' bytes are these.
  void send(Signal request, const std::string& order, std::chrono::milliseconds time);

  struct Answer {
    Signal signal = Signal::failed;
    std::string bytes; // a copy: the worker can write to its own at any time
  };
  // Throws WorkerGone when it ended, is too late, or speaks nonsense.
  Answer receive();
  Answer receive_whole(); // parts put together, of which there may be as many as trigger words take
  void carry_on();

  // Ends the worker and throws WorkerGone.
  [[noreturn]] void give_up(const std::string& why);

 private:
  [[noreturn]] void report_end();
  [[nodiscard]] std::string last_words() const;

  SharedArea& orders_;
  SharedArea results_;
  MemoryFile output_; // what the plugin writes to its standard output and error
  Channel channel_;
  std::unique_ptr<Child> child_;
  std::chrono::milliseconds time_{0};
  std::chrono::steady_clock::time_point until_;
};

// In words: `60 s`, `1.5 s`.
std::string in_seconds(std::chrono::milliseconds time);

} // namespace zonekg
