// Where a command's result goes.
#pragma once

#include <functional>
#include <ostream>
#include <string>

namespace zonekg::cli {

// Calls `write` with a stream for the file `path`, which is there whole afterwards or as it was before; `-` is standard
// output. Throws OutputError.
void write_output(const std::string& path, const std::function<void(std::ostream&)>& write);

// Throws OutputError when standard output did not take everything.
void flush_stdout();

} // namespace zonekg::cli
