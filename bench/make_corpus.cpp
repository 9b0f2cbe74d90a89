// zonekg_corpus FOLDER SIZE [SEED]: writes invented reports of SIZE bytes together, a file each, in a folder a zone.

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "bench/corpus.hpp"

namespace {

// 10M, 1G, 500000: decimal. 0 when it is none.
std::uint64_t parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc()) return 0;
  if (unit.empty()) return size;
  return unit == "k" ? size * 1000 : unit == "M" ? size * 1000000 : unit == "G" ? size * 1000000000 : 0;
}

void write_corpus(const std::filesystem::path& folder, std::uint64_t size, std::uint64_t seed) {
  std::uint64_t written = 0;
  for (std::size_t index = 0; written < size; ++index) {
    // Reports of 6 to 26 KB, one in 50 of 200 KB.
    const std::size_t bytes = index % 50 == 49 ? 200000 : 6000 + index * 7919 % 20000;
    const auto report = zonekg::bench::make_report(seed, index, bytes);
    const std::filesystem::path file = folder / report.path;
    if (index % zonekg::bench::reports_of_zone == 0) std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    if (!(out << report.text).flush()) throw std::runtime_error("cannot write " + file.string());
    written += report.text.size();
  }
}

} // namespace

int main(int count, char** arguments) {
  const std::uint64_t size = count >= 3 ? parse_size(arguments[2]) : 0;
  const std::uint64_t seed = count == 4 ? parse_size(arguments[3]) : 1;
  if (size == 0 || count > 4) {
    std::cerr << "usage: zonekg_corpus FOLDER SIZE [SEED]     SIZE as 500k, 10M or 1G\n";
    return 2;
  }
  try {
    write_corpus(arguments[1], size, seed);
  } catch (const std::exception& error) {
    std::cerr << "zonekg_corpus: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
