#include <CLI/CLI.hpp>
#include <iostream>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/memory.hpp"
#include "cli/terminal_text.hpp"
#include "core/abi/plugin.h"
#include "core/host/isolated/plugin_worker.hpp"
#include "core/host/isolation.hpp"
#include "core/model/diagnostic.hpp"

namespace {

enum ExitCode { done = 0, failed = 1, wrong_usage = 2 };

int run(int argc, char** argv) {
  CLI::App app{"Reports of development zones -> one knowledge graph", "zonekg"};
  app.set_version_flag("--version", "zonekg " ZONEKG_VERSION " (plugin ABI " + std::to_string(ZKG_ABI_MAJOR) + "." +
                                        std::to_string(ZKG_ABI_MINOR) + ")");
  app.require_subcommand(1);
  zonekg::cli::add_build(app);
  zonekg::cli::add_map(app);
  zonekg::cli::add_reduce(app);
  zonekg::cli::add_merge(app);
  zonekg::cli::add_export(app);
  zonekg::cli::add_text(app);
  zonekg::cli::add_layers(app);
  zonekg::cli::add_stats(app);
  zonekg::cli::add_list(app);
  zonekg::cli::add_show(app);
  zonekg::cli::add_path(app);
  zonekg::cli::add_neighbors(app);
  zonekg::cli::add_rank(app);
  zonekg::cli::add_components(app);
  zonekg::cli::add_communities(app);
  zonekg::cli::add_dossier(app);
  zonekg::cli::add_audit(app);
  zonekg::cli::add_diff(app);
  zonekg::cli::add_view(app);
  zonekg::cli::add_decide(app);
  zonekg::cli::add_why(app);
  zonekg::cli::add_unsure(app);
  zonekg::cli::add_plugins(app);
  zonekg::cli::add_train(app);
  zonekg::cli::add_eval(app);
  zonekg::cli::add_missed(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? done : wrong_usage;
  }
  return done;
}

// Started by this program itself; no command for people.
int run_worker() {
  const int code = zonekg::run_plugin_worker();
  if (code != done) std::cerr << "zonekg: " << zonekg::plugin_worker_command << " is for zonekg itself to use\n";
  return code;
}

} // namespace

int main(int argc, char** argv) {
  zonekg::cli::keep_freed_memory();
  const zonekg::cli::GuardedOutput guarded;
  try {
    if (argc == 2 && std::string_view(argv[1]) == zonekg::plugin_worker_command) return run_worker();
    return run(argc, argv);
  } catch (const zonekg::UsageError& error) {
    std::cerr << "zonekg: " << zonekg::cli::terminal_text(error.what()) << "\n";
    return wrong_usage;
  } catch (const std::bad_alloc&) {
    std::cerr << "zonekg: out of memory; try fewer --jobs or smaller inputs\n";
  } catch (const std::exception& error) {
    std::cerr << "zonekg: " << zonekg::cli::terminal_text(error.what()) << "\n";
  }
  return failed;
}
