// The memory that a worker writes its answers to. The host believes nothing of it.
#pragma once

#include "core/host/isolated/orders.hpp"

namespace zonekg {

struct WorkerResults {
  volatile int denied = -1; // number of the system call that ended the worker
  alignas(64) char bytes[worker_results_size];
};

} // namespace zonekg
