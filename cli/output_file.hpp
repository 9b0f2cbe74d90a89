// Files that are whole or not there: written beside their place and renamed.
#pragma once

#include <functional>
#include <ostream>
#include <string>

namespace zonekg::cli {

// Calls `write` with a stream for a new file beside `path`, and renames it to `path`. `-` is standard output.
// Throws InputError, and leaves what was at `path`, when anything fails.
void write_file(const std::string& path, const std::function<void(std::ostream&)>& write);

// Throws InputError when the stream, standard output, took not everything.
void flush_stdout();

} // namespace zonekg::cli
