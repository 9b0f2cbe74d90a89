// The worker: a process that loads one plugin, shuts itself in, and answers the host.
#pragma once

namespace zonekg {

// Runs until the host closes the channel. Returns the process's exit code: 0, or 2 when this process was not started as
// a worker (see WorkerProcess).
int run_plugin_worker();

} // namespace zonekg
