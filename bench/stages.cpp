// The stages of the main job, each on its own input made beforehand: bytes per second are bytes of report text.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "bench/corpus.hpp"
#include "core/host/installation.hpp"
#include "core/host/pipeline.hpp"
#include "core/host/run.hpp"
#include "core/reader/reader.hpp"
#include "export/formats.hpp"
#include "graph/link.hpp"

namespace zonekg::bench {
namespace {

constexpr std::size_t report_count = 100;
constexpr std::size_t report_bytes = 12'000;

// A folder of its own that goes with the object.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "zonekg_bench_XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for temporary files");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Everything the stages need, made once.
struct Bench {
  Bench() {
    for (const std::string& report : reports) bytes += report.size();
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const std::string name = "report" + std::to_string(1000 + i) + ".txt";
      std::ofstream(folder.path() / name, std::ios::binary) << reports[i];
      inputs.push_back({folder.path() / name, name});
      documents.push_back(analyse(inputs.back(), dictionary).document);
    }
    config.shared = place.shared();
  }
  static const Bench& get() {
    static const Bench bench;
    return bench;
  }

  std::vector<std::string> reports = make_reports(report_count, report_bytes);
  std::size_t bytes = 0;
  Folder folder;
  Installation place = find_installation("../lib/zonekg");
  Dictionary dictionary{place.dictionary()};
  PluginSet plugins = order_plugins(load_plugins({place.plugins()}, trust_all()).plugins);
  PluginConfig config;
  std::vector<Input> inputs;
  std::vector<std::unique_ptr<AnalysedDocument>> documents;
};

// Calls `work(i)` for every report in each round.
template <class Work> void for_each_report(benchmark::State& state, Work work) {
  for (auto round : state) {
    (void)round;
    for (std::size_t i = 0; i < report_count; ++i) work(i);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Bench::get().bytes));
}

void read(benchmark::State& state) {
  const Bench& bench = Bench::get();
  for_each_report(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(read_source(read_bytes(bench.inputs[i]), bench.inputs[i].path));
  });
}

void normalise_text(benchmark::State& state) {
  for_each_report(state,
                  [&](std::size_t i) { benchmark::DoNotOptimize(normalise(Bench::get().documents[i]->source)); });
}

void layers(benchmark::State& state) {
  const Bench& bench = Bench::get();
  for_each_report(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(compute_layers(bench.documents[i]->normalised.text, bench.dictionary));
  });
}

// `find(document)` computes one layer from the text and the layers it needs.
template <class Find> void layer(benchmark::State& state, Find find) {
  for_each_report(state, [&](std::size_t i) { benchmark::DoNotOptimize(find(*Bench::get().documents[i])); });
}

void scan(benchmark::State& state) {
  const Bench& bench = Bench::get();
  const PluginInstances instances(bench.plugins, bench.config);
  const TriggerScanner scanner(instances);
  layer(state, [&](const AnalysedDocument& document) { return scanner.scan(document.normalised.text); });
}

void plugins(benchmark::State& state) {
  const Bench& bench = Bench::get();
  PluginInstances instances(bench.plugins, bench.config);
  const TriggerScanner scanner(instances);
  layer(state, [&](const AnalysedDocument& document) { return run_plugins(document, instances, scanner); });
}

std::vector<Extraction> extract_all() {
  const Bench& bench = Bench::get();
  return extract(bench.inputs, bench.dictionary, bench.plugins, bench.config, {});
}

void link_documents(benchmark::State& state) {
  const std::vector<Extraction> extractions = extract_all();
  for (auto round : state) {
    (void)round;
    state.PauseTiming();
    std::vector<Extraction> copy = extractions;
    state.ResumeTiming();
    benchmark::DoNotOptimize(link(std::move(copy)));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Bench::get().bytes));
}

void export_graph(benchmark::State& state, const Format& format) {
  const Graph graph = link(extract_all());
  std::size_t written = 0;
  for (auto round : state) {
    (void)round;
    std::ostringstream out;
    format.write(graph, out);
    written = out.view().size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Bench::get().bytes));
  state.counters["output_bytes"] = static_cast<double>(written);
}

void whole(benchmark::State& state) {
  const Format& format = *find_format("graphml");
  for (auto round : state) {
    (void)round;
    std::ostringstream out;
    format.write(link(extract_all()), out);
    benchmark::DoNotOptimize(out.view().size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Bench::get().bytes));
}

void register_layers() {
  const auto add = [](const char* name, auto find) {
    benchmark::RegisterBenchmark(name, [find](benchmark::State& state) { layer(state, find); });
  };
  using Document = const AnalysedDocument&;
  add("layers/sections", [](Document d) { return find_sections(d.normalised.text); });
  add("layers/sentences", [](Document d) { return find_sentences(d.normalised.text, d.layers.sections); });
  add("layers/words", [](Document d) { return Bench::get().dictionary.segment(d.normalised.text); });
  add("layers/enumerations", [](Document d) { return find_enumerations(d.normalised.text, d.layers.sentences); });
  add("layers/quantities", [](Document d) { return find_quantities(d.normalised.text); });
  add("layers/periods", [](Document d) { return find_periods(d.normalised.text, d.layers.date, d.layers.sections); });
}

void register_stages() {
  benchmark::RegisterBenchmark("read", read);
  benchmark::RegisterBenchmark("normalise", normalise_text);
  benchmark::RegisterBenchmark("layers", layers);
  register_layers();
  benchmark::RegisterBenchmark("scan", scan);
  benchmark::RegisterBenchmark("plugins", plugins);
  benchmark::RegisterBenchmark("link", link_documents);
  for (const Format& format : formats()) {
    const std::string name = "export/" + std::string(format.name);
    benchmark::RegisterBenchmark(name.c_str(), [&format](benchmark::State& state) { export_graph(state, format); });
  }
  benchmark::RegisterBenchmark("whole", whole);
}

} // namespace
} // namespace zonekg::bench

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  try {
    zonekg::bench::register_stages();
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::exception& error) {
    std::cerr << "zonekg_bench: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
