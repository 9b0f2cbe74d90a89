#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "cli/terminal_text.hpp"
#include "core/host/pipeline.hpp"
#include "core/reader/reader.hpp"

namespace zonekg::cli {
namespace {

void print_text(const std::string& argument) {
  const Input input = single_input(argument);
  const SourceText source = read_source(read_bytes(input), input.path);
  print_diagnostics(source.diagnostics, false);
  exact_output() << source.text;
  flush_stdout();
}

} // namespace

void add_text(CLI::App& app) {
  const auto file = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("text", "Print a file's text, which the offsets of all evidence count in");
  command->add_option("file", *file, "The file; - is standard input")->required();
  command->callback([file] { print_text(*file); });
}

} // namespace zonekg::cli
