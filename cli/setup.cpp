#include "cli/setup.hpp"

namespace zonekg::cli {

Installation installation() { return find_installation(ZONEKG_LIBRARY_FOLDER); }

Input single_input(const std::string& argument) {
  if (argument != "-" && std::filesystem::is_directory(argument))
    throw InputError(argument + " is a folder; name a file");
  return list_inputs({argument}, [](const std::filesystem::path&) { return true; }).front();
}

FoundPlugins find_plugins(const std::vector<std::string>& folders, const Installation& place) {
  std::vector<std::filesystem::path> search;
  for (const std::string& folder : folders) {
    if (!std::filesystem::is_directory(folder)) throw InputError("there is no plugin folder " + folder);
    search.emplace_back(folder);
  }
  search.push_back(place.plugins());
  return load_plugins(search);
}

} // namespace zonekg::cli
