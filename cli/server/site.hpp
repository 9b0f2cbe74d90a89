// What the explorer's server answers, without the network: a function of the request. The paths are in docs/explorer.md.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "export/explorer.hpp"
#include "graph/graph.hpp"

namespace zonekg {

struct Request {
  std::string method, target;
  std::string host, origin; // headers; empty: not there
};

struct Answer {
  int status = 200;
  std::string type = "application/json";
  std::shared_ptr<const std::string> body; // whole, for HEAD too
  std::string policy;                      // Content-Security-Policy of a page; empty: that of what is no page
};

// Who may ask: 128 bits in the address that no other program or page knows, and requests that a browser sent to that
// address, not to a name that somebody made point here (DNS rebinding), and not from another site's page.
struct Gate {
  std::string token;      // hex digits
  std::uint16_t port = 0; // that the server listens at
};
std::string random_token();

// Not safe with threads. The graph must outlive it.
class Site {
 public:
  Site(const Graph& graph, DocumentText text); // takes its time: all that a page starts with is made here
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  Answer answer(const Gate& gate, const Request& request);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace zonekg
