// Ctrl-C, a termination request and a closed terminal end a run at once, with one line that says how far it came.
#pragma once

#include <cstddef>

namespace zonekg::cli {

// From here on such a signal removes what was not written whole, says so on standard error, and ends the program as that
// signal does. A signal that is ignored (nohup) stays so. A write beyond the limit of a file's size (ulimit -f) becomes an
// error with a message instead of the program's death. May be called again.
void watch_for_interrupts();

// What the line tells of.
void note_progress(std::size_t done, std::size_t total);

} // namespace zonekg::cli
