// zonekg plugins pin: what `--pins` compares plugins with.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "core/host/plugin_files.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::vector<std::string> folders;
  std::string output = "-";
};

// Nothing is loaded, so that sums of plugins that are not known yet can be looked at.
void pin(const Options& options) {
  std::vector<std::filesystem::path> search(options.folders.begin(), options.folders.end());
  for (const std::filesystem::path& folder : search)
    if (!std::filesystem::is_directory(folder)) throw InputError("there is no plugin folder " + folder.string());
  search.push_back(installation().plugins());
  std::string lines;
  for (const std::filesystem::path& folder : search)
    for (const std::filesystem::path& file : find_plugin_files(folder)) {
      check_owners(std::filesystem::canonical(file));
      lines += pin_lines(folder, file);
    }
  write_output(options.output, [&](std::ostream& out) { out << lines; });
}

} // namespace

void add_plugins_pin(CLI::App& plugins) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = plugins.add_subcommand(
      "pin", "SHA-256 sums of all files of all plugins, as --pins and `sha256sum -c` (in the plugin folder) read them");
  command->add_option("--plugins", options->folders, "A folder with more plugins; several may be given")
      ->allow_extra_args(false);
  command->add_option("-o,--output", options->output, "File for the list; standard output when not given");
  command->callback([options] { pin(*options); });
}

} // namespace zonekg::cli
