#include "core/host/installation.hpp"

#include <boost/dll/runtime_symbol_info.hpp>

#include "core/model/diagnostic.hpp"

namespace zonekg {

Installation find_installation(const std::filesystem::path& installed) {
  const std::filesystem::path folder = boost::dll::program_location().parent_path();
  const Installation beside{folder};
  const Installation in_prefix{(folder / installed).lexically_normal()};
  for (const Installation& place : {beside, in_prefix}) {
    std::error_code missing;
    if (std::filesystem::is_regular_file(place.dictionary(), missing)) return place;
  }
  throw InputError("the word dictionary is missing: looked for " + beside.dictionary().string() + " and " +
                   in_prefix.dictionary().string() + "; build all targets, or install again");
}

} // namespace zonekg
