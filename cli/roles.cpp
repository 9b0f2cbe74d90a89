#include "cli/roles.hpp"

#include "core/abi/plugin.h"

namespace zonekg::cli {

const char* name_of_role(std::int32_t role) {
  switch (role) {
  case ZKG_ROLE_TITLE:
    return "title";
  case ZKG_ROLE_BACKGROUND:
    return "background";
  case ZKG_ROLE_RESULTS:
    return "results";
  case ZKG_ROLE_PROBLEMS:
    return "problems";
  case ZKG_ROLE_PLAN:
    return "plan";
  default:
    return "none";
  }
}

} // namespace zonekg::cli
