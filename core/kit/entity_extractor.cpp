#include "core/kit/entity_extractor.hpp"

#include <filesystem>

namespace zonekg::kit {

void KitExtractor::configure(const Config& config) {
  const std::filesystem::path folder(config.folder), shared(config.shared);
  training_ = config.training;
  lexicon_.read(shared / "lexicon.json");
  if (std::filesystem::exists(folder / "lexicon.json")) lexicon_.read(folder / "lexicon.json");
  likeness_ = std::make_unique<NameLikeness>(shared / "name_likeness.bin");
  const std::filesystem::path weights = config.weights.empty() ? folder / "weights.bin" : std::filesystem::path(config.weights);
  if (!training_ || std::filesystem::exists(weights)) models_ = read_models(weights);
}

void EntityExtractor::extract(const Document& document, Sink& sink) {
  const Reading reading(document, lexicon());
  const std::vector<End> own = propose(reading, sink);
  Relater relater(reading, models(), training(), sink);
  relate(own, relater);
}

std::vector<End> EntityExtractor::propose(const Reading& reading, Sink& sink) const {
  SpanOptions options = span_options();
  options.likeness = likeness();
  const std::vector<Range> ranges = propose_spans(reading, options);
  const SpanFeatures features(reading, options, ranges,
                              [this](const Reading& r, Range range, Features& out) { extra_features(r, range, out); });
  const auto model = models().find("mention:" + type_);
  const auto scored = model == models().end() ? std::vector<CandidateSpan>(ranges.size())
                                              : score_spans(reading, ranges, features, model->second);
  std::vector<End> own;
  Features ids;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const float p = scored[i].probability;
    if (!training() && p < 0.3F) continue;
    MentionCandidate candidate{type_, reading.span(ranges[i]), static_cast<double>(p), "learned"};
    describe(reading, ranges[i], candidate);
    if (training()) {
      ids.clear();
      features.all_features(ranges[i], ids);
      candidate.features = &ids;
    }
    const std::uint32_t id = sink.add(candidate);
    if (p >= 0.5F && id != ZKG_NO_MENTION) own.push_back({ranges[i], id});
  }
  return own;
}

} // namespace zonekg::kit
