// A loop over indices on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace zonekg {

// Calls body(index, worker) for every index below count, indices in order of start, worker in 0..jobs-1 and never two
// calls of one worker at once. After an exception no new index is started; of several the one of the lowest index is
// rethrown. Own threads and not oneTBB's: ThreadSanitizer cannot see into the packaged library, and the loop needs no
// more.
void for_each_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t, unsigned)>& body);

} // namespace zonekg
