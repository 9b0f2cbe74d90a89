#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <memory>
#include <spawn.h>
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/server/server.hpp"
#include "cli/sources.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string graph;
  std::vector<std::string> sources;
  std::uint16_t port = 0;
  bool no_open = false;
};

bool has_screen() { return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr; }

// The person's browser, when there is one; the address stands on the terminal anyway.
void open_in_browser(const std::string& address) {
  std::string program = "xdg-open", argument = address;
  char* const command[] = {program.data(), argument.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  posix_spawnp(&child, program.c_str(), &actions, nullptr, command, environ);
  posix_spawn_file_actions_destroy(&actions);
}

void view(const Options& options) {
  const Graph graph = load_graph(options.graph);
  const SourceTexts sources = find_sources(options.sources, graph.header(), false);
  Site site(graph, sources);
  Server server(options.port);
  const Gate gate{random_token(), server.port()};
  const std::string address = "http://127.0.0.1:" + std::to_string(gate.port) + '/' + gate.token + '/';
  std::cout << address << "\n";
  flush_stdout();
  std::cerr << "zonekg: open this address in a browser on this computer; Ctrl-C ends\n";
  if (!options.no_open && has_screen()) open_in_browser(address);
  const std::uint64_t answers = server.run([&](const Request& request) { return site.answer(gate, request); });
  std::cerr << "zonekg: stopped after " << answers << " answers\n";
}

} // namespace

void add_view(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("view", "Explore a graph in a browser, served to this computer only");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("--sources", options->sources, sources_help)->allow_extra_args(false);
  command->add_option("--port", options->port, "Port at 127.0.0.1; a free one when not given")->check(CLI::Range(0, 65535));
  command->add_flag("--no-open", options->no_open, "Only print the address");
  command->callback([options] { view(*options); });
}

} // namespace zonekg::cli
