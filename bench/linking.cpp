// Linking as the corpus grows: time a mention must not grow by more than a logarithm. One zone for every hundred
// mentions, firms under full and short names, works that every zone has.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "graph/link.hpp"

namespace zonekg::bench {
namespace {

constexpr std::size_t mentions_of_document = 100;
// Characters of names: enough for 10^6 brands of three.
constexpr std::string_view syllables[] = {"华", "星", "远", "景", "盛", "新", "锦", "江", "久", "安", "泰", "宏", "瑞", "丰",
                                          "嘉", "恒", "凯", "博", "天", "齐", "金", "海", "龙", "腾", "信", "德", "诚", "永",
                                          "康", "维", "鼎", "创", "源", "朗", "迪", "科", "邦", "士", "奥", "特", "拓", "普"};
constexpr std::string_view trades[] = {"锂业", "新材料", "精密机械", "电子", "食品", "化工", "光电", "轴承", "纺织", "环保"};

std::string brand(std::size_t number) {
  std::string name;
  for (int i = 0; i < 4; ++i, number /= std::size(syllables)) name += syllables[number % std::size(syllables)];
  return name;
}

class Writer {
 public:
  explicit Writer(std::size_t number) {
    extraction_.document.id = "d" + std::to_string(1000000 + number);
    extraction_.document.path = extraction_.document.id + ".txt";
  }
  std::uint32_t mention(const char* type, const std::string& name, std::vector<Attribute> attributes = {}) {
    extraction_.mentions.push_back({type, name, 0.9, std::move(attributes), {0, at_, at_ + 4, name, "bench", "made"}});
    at_ += 8;
    return static_cast<std::uint32_t>(extraction_.mentions.size() - 1);
  }
  void relate(const char* type, std::uint32_t head, std::uint32_t tail) {
    extraction_.relations.push_back({type, head, tail, 0.8, {}, {0, 0}, {0, 0, 4, "在", "bench", "made"}});
  }
  Extraction take() { return std::move(extraction_); }
  [[nodiscard]] std::size_t size() const { return extraction_.mentions.size(); }

 private:
  Extraction extraction_;
  std::uint32_t at_ = 0;
};

std::vector<Extraction> corpus(std::size_t mentions) {
  std::vector<Extraction> documents;
  for (std::size_t d = 0; d < mentions / mentions_of_document; ++d) {
    Writer writer(d);
    const std::size_t zone = d / 4; // four reports of each
    writer.mention("zone", brand(zone * 7 + 3) + "县经济开发区", {{"reporting", 0.9}});
    writer.mention("zone", brand(zone * 7 + 3) + "县沿海工业园");
    writer.mention("infrastructure", "第二污水处理厂");
    for (std::size_t n = 0; writer.size() < mentions_of_document; ++n) {
      const std::size_t firm = zone * 40 + n % 40;
      const std::string name = brand(firm * 31 + 17), trade(trades[firm % std::size(trades)]);
      const std::uint32_t named = writer.mention("company", (d + n) % 2 == 0 ? name + trade + "有限公司" : name + trade);
      writer.relate("located_in", named, reporting_zone);
      // Every other report calls the project by what it builds alone.
      const std::string work = "年产" + std::to_string(firm % 9 + 1) + "万吨" + trade + "一期";
      if (n % 3 == 0) writer.relate("undertakes", named, writer.mention("project", d % 2 == 0 ? name + work : work));
    }
    documents.push_back(writer.take());
  }
  return documents;
}

void linking(benchmark::State& state) {
  const std::vector<Extraction> documents = corpus(static_cast<std::size_t>(state.range(0)));
  std::size_t nodes = 0;
  for (auto _ : state) nodes = link(documents).node_count();
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetComplexityN(state.range(0));
  state.counters["nodes"] = static_cast<double>(nodes);
}
BENCHMARK(linking)->RangeMultiplier(10)->Range(1000, 1'000'000)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNLogN);

// The worst block: every name ends alike, or begins alike.
void linking_alike(benchmark::State& state) {
  Writer writer(0);
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    writer.mention("zone", std::to_string(i) + "县沿海工业园");
    writer.mention("company", "华星" + std::to_string(i) + "有限公司");
  }
  writer.mention("company", "华星");
  const std::vector<Extraction> documents = {writer.take()};
  for (auto _ : state) benchmark::DoNotOptimize(link(documents).node_count());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(linking_alike)->RangeMultiplier(10)->Range(1000, 100'000)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNLogN);

} // namespace
} // namespace zonekg::bench
