// Writes the nasty graph in every format: write_nasty_graph FOLDER makes FOLDER/g.graphml, g.dot, g.json.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "export/formats.hpp"
#include "tests/export/nasty_graph.hpp"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  try {
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    for (const zonekg::Format& format : zonekg::formats())
      zonekg::write_graph(format, zonekg::test::nasty_graph(), (folder / "g").concat(format.extensions.front()));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
