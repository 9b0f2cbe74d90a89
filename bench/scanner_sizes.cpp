// The trigger scanner alone, by number of words: building it, and scanning.

#include <benchmark/benchmark.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/corpus.hpp"
#include "core/text/scanner.hpp"

namespace zonekg::bench {
namespace {

// Every so many of the dictionary's words of two to five characters that are not rare: what trigger words look like.
std::vector<std::string> take_words(std::size_t count) {
  std::ifstream in(ZONEKG_SOURCE_DIR "/core/text/dictionary/words.tsv");
  std::vector<std::string> words;
  for (std::string line; std::getline(in, line);) {
    const std::size_t end = line.find('\t');
    const unsigned long frequency = std::stoul(line.substr(line.rfind('\t') + 1));
    if (end >= 6 && end <= 15 && frequency >= 50) words.push_back(line.substr(0, end));
  }
  if (words.size() < count) throw std::runtime_error("the word list is missing or short");
  for (std::size_t i = 0; i < count; ++i) words[i] = words[i * words.size() / count];
  words.resize(count);
  return words;
}

std::vector<Scanner::Word> number(const std::vector<std::string>& words) {
  std::vector<Scanner::Word> numbered;
  for (std::uint32_t i = 0; i < words.size(); ++i) numbered.push_back({words[i], i});
  return numbered;
}

void build_scanner(benchmark::State& state) {
  const auto texts = take_words(static_cast<std::size_t>(state.range(0)));
  const auto words = number(texts);
  for (auto round : state) {
    (void)round;
    benchmark::DoNotOptimize(Scanner(words));
  }
}

void scan_text(benchmark::State& state) {
  const auto texts = take_words(static_cast<std::size_t>(state.range(0)));
  const Scanner scanner(number(texts));
  const std::string text = make_reports(1, 4'000'000).front();
  std::vector<Scanner::Hit> hits;
  for (auto round : state) {
    (void)round;
    hits.clear();
    scanner.scan(text, hits);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["hits_per_KB"] = static_cast<double>(hits.size()) * 1000 / static_cast<double>(text.size());
}

BENCHMARK(build_scanner)->Name("scanner/build")->Arg(200)->Arg(1000)->Arg(5000);
BENCHMARK(scan_text)->Name("scanner/scan")->Arg(200)->Arg(1000)->Arg(5000);

} // namespace
} // namespace zonekg::bench
