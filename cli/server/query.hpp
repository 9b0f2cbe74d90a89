// The target of a request, taken apart.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace zonekg {

struct RequestTarget {
  std::string_view path;                    // as sent: nothing is decoded, so nothing can climb
  std::map<std::string, std::string> query; // decoded; the first of equal names
};

// Nothing when an escape in the query is broken.
std::optional<RequestTarget> parse_target(std::string_view target);

} // namespace zonekg
