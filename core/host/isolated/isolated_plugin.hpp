// The host's end of a plugin in a process of its own: what zkg_plugin offers, over a worker that is started again after
// it went.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/host/isolated/orders.hpp"
#include "core/host/isolation.hpp"
#include "core/host/plugin.hpp"

namespace zonekg {

class SharedArea;
class WorkerProcess;

class IsolatedPlugin {
 public:
  // `orders`: one for all plugins of a thread. Throws InputError when the plugin says that it cannot start. A worker that
  // goes while it starts is a crash of the first document. All borrowed for life.
  IsolatedPlugin(const Plugin& plugin, CreateOrder settings, SharedArea& orders);
  ~IsolatedPlugin();
  IsolatedPlugin(const IsolatedPlugin&) = delete;
  IsolatedPlugin& operator=(const IsolatedPlugin&) = delete;

  // Views into this. Throws InputError when there are none to be had.
  [[nodiscard]] std::vector<zkg_trigger> triggers();

  // Candidates go to the sink as they come. `first_mention`: the id that the sink will give the plugin's first mention.
  PluginOutcome extract(const zkg_document& document, const zkg_sink& sink, std::uint32_t first_mention);

 private:
  void start();
  void run(const zkg_document& document, const zkg_sink& sink, std::uint32_t first_mention, PluginOutcome& outcome);

  const Plugin& plugin_;
  CreateOrder settings_;
  SharedArea& orders_;
  std::unique_ptr<WorkerProcess> worker_; // null: gone, to be started again
  std::vector<TriggerWord> triggers_;
};

// Loads the library in a worker and asks for its entry, as load_plugin() does in process. Throws InputError like it.
Plugin describe_isolated_plugin(const std::filesystem::path& file, std::shared_ptr<const Isolation> isolation);

} // namespace zonekg
