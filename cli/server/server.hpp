// A small HTTP server for one person's browser: this computer only, bounded in all that a stranger could make grow.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "cli/server/site.hpp"
#include "core/model/diagnostic.hpp"

namespace zonekg {

struct ServerLimits {
  std::size_t connections = 400;                  // at once; more wait in the kernel's queue
  std::chrono::milliseconds request{10'000};      // from connecting, or the last answer, to the end of a request
  std::chrono::milliseconds piece{10'000};        // for each quarter of a megabyte of an answer
  std::chrono::milliseconds patience{1'000};      // when all connections are taken, longer idle ones are closed
};

class ServerError : public Error { // exit code 1
  using Error::Error;
};

class Server {
 public:
  // Listens at 127.0.0.1 only. `port` 0: one that the kernel chooses. From here on an interrupt or termination signal ends
  // run(), also one that has not begun. Throws ServerError.
  explicit Server(std::uint16_t port, const ServerLimits& limits = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;

  // Answers on the calling thread until a signal comes or stop() is called. Returns the number of answers.
  std::uint64_t run(const std::function<Answer(const Request&)>& answer);
  void stop(); // from any thread

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace zonekg
