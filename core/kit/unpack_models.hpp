// Files of weights are packed where they are kept, and unpacked beside the program: those are mapped, not read.
#pragma once

#include <filesystem>

namespace zonekg::kit {

// The same models in a file that read_models maps. Throws as it does, and when `to` cannot be written.
void unpack_models(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace zonekg::kit
