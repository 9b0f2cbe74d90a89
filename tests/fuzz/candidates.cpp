// The host's end of the plugin boundary: any candidate is taken whole or refused, and any records of a worker are replayed or
// refused; what was taken is decided and becomes an extraction.
#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <deque>

#include "core/host/assemble.hpp"
#include "core/host/decide.hpp"
#include "core/host/isolated/candidate_records.hpp"
#include "tests/fuzz/analysed.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

constexpr std::array types = {"company", "zone", "project", "nothing", ""};

// Strings, spans and numbers as a broken plugin might give them; the storage lives as long as the call.
class BrokenPlugin {
 public:
  explicit BrokenPlugin(FuzzedDataProvider& chance) : chance_(chance) {}

  zkg_text text() {
    const int kind = chance_.ConsumeIntegralInRange(0, 5);
    if (kind == 0) return {nullptr, chance_.ConsumeIntegral<std::size_t>()};
    if (kind == 1) return {"", std::size_t{1} << 40}; // refused by its size, never read
    if (kind == 2) return own(types[chance_.ConsumeIntegralInRange<std::size_t>(0, types.size() - 1)]);
    return own(chance_.ConsumeRandomLengthString(40));
  }
  zkg_span span() { return {number(), number()}; }
  std::uint32_t number() { return chance_.ConsumeBool() ? chance_.ConsumeIntegralInRange<std::uint32_t>(0, 300) : chance_.ConsumeIntegral<std::uint32_t>(); }
  double fraction() { return chance_.ConsumeBool() ? chance_.ConsumeProbability<double>() : chance_.ConsumeFloatingPoint<double>(); }
  zkg_interval period() { return {chance_.ConsumeIntegral<std::int32_t>(), chance_.ConsumeIntegralInRange<std::int32_t>(0, 20301231)}; }

  void say(const zkg_sink& sink) {
    switch (chance_.ConsumeIntegralInRange(0, 4)) {
    case 0:
    case 1: {
      attributes_.clear();
      for (int left = chance_.ConsumeIntegralInRange(0, 3); left > 0; --left)
        attributes_.push_back({text(), chance_.ConsumeIntegralInRange(0, 4), text(), fraction()});
      zkg_mention_candidate c{size(sizeof c), number(), text(), span(), text(), fraction(), text(), attributes_.data(), attributes_.size(), nullptr, 0};
      sink.mention(sink.host, chance_.ConsumeIntegralInRange(0, 30) == 0 ? nullptr : &c);
      break;
    }
    case 2: {
      zkg_relation_candidate c{size(sizeof c), number(), text(), end(), end(), span(), fraction(), text(), text(), period(), nullptr, 0};
      sink.relation(sink.host, &c);
      break;
    }
    case 3: {
      zkg_fact_candidate c{size(sizeof c), number(), end(), text(), text(), text(), period(), span(), fraction(), text(), nullptr, 0};
      sink.fact(sink.host, &c);
      break;
    }
    default:
      sink.diagnostic(sink.host, chance_.ConsumeIntegral<std::int32_t>(), span(), text());
    }
  }

 private:
  zkg_text own(std::string text) {
    const std::string& kept = strings_.emplace_back(std::move(text));
    return {kept.data(), kept.size()};
  }
  std::uint32_t size(std::size_t right) { return chance_.ConsumeIntegralInRange(0, 30) == 0 ? number() : static_cast<std::uint32_t>(right); }
  std::uint32_t end() { return chance_.ConsumeIntegralInRange(0, 4) == 0 ? ZKG_REPORTING_ZONE : number(); }

  FuzzedDataProvider& chance_;
  std::deque<std::string> strings_;
  std::vector<zkg_attribute> attributes_;
};

Plugin broken_plugin() {
  Plugin plugin;
  plugin.id = "broken";
  plugin.provides = {"mention:company", "mention:zone", "mention:project", "relation:company", "relation:zone", "relation:project", "fact:company", "fact:zone"};
  return plugin;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto document = fuzz::analysed("岚溪经济开发区的廷砾铝业有限公司承建年产5万吨再生铝项目，总投资9.6亿元，已投产。\n廷砾铝业计划扩建。\n");
  static const Plugin plugin = broken_plugin();
  PluginRun run;
  Complaints complaints("report.txt");
  CandidateSink sink(document->normalised.text, plugin, false, run.candidates, complaints);
  std::size_t records = 0;
  if (size > 0 && data[0] % 2 == 0) {
    FuzzedDataProvider chance(data + 1, size - 1);
    BrokenPlugin broken(chance);
    while (chance.remaining_bytes() > 0) broken.say(sink.abi());
  } else if (size > 0) {
    (void)replay(fuzz::view(data + 1, size - 1), false, sink.abi(), records);
  }
  for (const char* type : types) decide_mentions(run.candidates.mentions, type);
  exclude_same_words(run.candidates.mentions);
  decide_relations(run.candidates);
  const Extraction extraction = assemble(*document, std::move(run), true);
  for (const Mention& mention : extraction.mentions)
    fuzz::expect(!find_invalid_utf8(mention.name) && mention.confidence >= 0.5 && mention.evidence.end <= count_code_points(document->source), "what was taken is sound");
  return 0;
}
