// The trigger scanner alone, by number of words: building it, and scanning.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bench/corpus.hpp"
#include "core/text/scanner.hpp"

namespace zonekg::bench {
namespace {

// Words of two to five characters, evenly taken from other reports: what trigger words look like, and about as often
// found.
std::vector<std::string> take_words(std::size_t count) {
  const std::string text = make_reports(1, count * 40).front();
  std::vector<std::string> words;
  for (std::size_t i = 0; words.size() < count; ++i) {
    std::size_t begin = i * 37 % (text.size() - 32);
    while ((text[begin] & 0xC0) == 0x80) ++begin;
    std::size_t end = begin + 6 + i % 4 * 3;
    while ((text[end] & 0xC0) == 0x80) ++end;
    words.push_back(text.substr(begin, end - begin));
  }
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
