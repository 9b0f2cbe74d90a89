// A filter of the system calls that a process may make from then on (seccomp).
#pragma once

#include <string>

namespace zonekg {

// Whether this kernel filters system calls.
bool can_filter_system_calls();

// Leaves memory, time, own threads, reading files and writing to what is open. Some other calls fail, as if the file
// were not to be had; all the rest (network, other processes, programs) ends the process, `denied` then holding the
// call's number. For the calling thread and those it will start. False when the kernel cannot.
[[nodiscard]] bool filter_system_calls(volatile int* denied);

// `socket`; `system call 1234` when it has no name.
std::string system_call_name(int number);

} // namespace zonekg
