#include "core/reader/reader.hpp"

#include "core/reader/txt.hpp"

namespace zonekg {

SourceText read_source(std::string_view bytes, std::string_view name) { return read_txt(bytes, name); }

} // namespace zonekg
