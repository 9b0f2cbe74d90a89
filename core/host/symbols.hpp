// What a library exports, read from the file: nothing of it runs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace zonekg {

// Sorted. Throws InputError when the file is not a shared library.
std::vector<std::string> exported_symbols(const std::filesystem::path& file);

} // namespace zonekg
