#include "core/kit/entity_extractor.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "core/kit/second_look.hpp"

namespace zonekg::kit {
namespace {

// The words Y of （以下简称“Y”） or ，简称Y， that stand at `position`; empty when there are none.
Range abbreviation_after(const Reading& reading, std::uint32_t position) {
  constexpr std::uint32_t longest = 16;
  const auto skip = [&](std::uint32_t at, std::string_view word) {
    const auto size = static_cast<std::uint32_t>(word.size() / 3);
    return at + size <= reading.size() && reading.text({at, at + size}) == word ? at + size : at;
  };
  const auto skip_mark = [&](std::uint32_t at) {
    const char32_t c = reading.at(at);
    return is_opening(c) || c == U'，' || c == U',' || c == U'：' || c == U':' ? at + 1 : at;
  };
  std::uint32_t begin = skip(skip_mark(position), "以下");
  const std::uint32_t word = begin;
  begin = skip(begin, "简称");
  if (begin == word) return {position, position};
  begin = skip_mark(skip(skip_mark(begin), "为"));
  begin = skip_mark(begin);
  std::uint32_t end = begin;
  while (end < reading.size() && end - begin < longest && !is_closing(reading.at(end)) && !breaks_name(reading.at(end))) ++end;
  return end - begin < longest ? Range{begin, end} : Range{position, position};
}

// The words of a span that is quoted as a whole, without the quotation marks; empty for others.
std::string_view without_quotes(const Reading& reading, Range range) {
  const char32_t first = reading.at(range.begin), last = reading.at(std::int64_t{range.end} - 1);
  if (range.size() < 3 || !((first == U'“' && last == U'”') || (first == U'"' && last == U'"'))) return {};
  for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i)
    if (reading.at(i) == first || reading.at(i) == last) return {};
  return reading.text({range.begin + 1, range.end - 1});
}

} // namespace

void KitExtractor::configure(const Config& config) {
  const std::filesystem::path folder(config.folder), shared(config.shared);
  training_ = config.training;
  lexicon_.read(shared / "lexicon.json");
  const std::filesystem::path weights = config.weights.empty() ? folder / "weights.bin" : std::filesystem::path(config.weights);
  if (!training_ || std::filesystem::exists(weights)) models_ = read_models(weights);
}

void EntityExtractor::configure(const Config& config) {
  KitExtractor::configure(config);
  likeness_ = std::make_unique<NameLikeness>(std::filesystem::path(config.shared) / "name_likeness.bin");
}

void EntityExtractor::extract(const Document& document, Sink& sink) {
  const Reading reading(document, lexicon());
  std::vector<End> own = propose(reading, sink);
  Relater relater(reading, models(), training(), sink);
  if (!training()) propose_abbreviations(own, relater);
  relate(own, relater);
}

// X（以下简称“Y”）: Y is a mention too, and the same thing as X.
void EntityExtractor::propose_abbreviations(std::vector<End>& own, Relater& relater) const {
  std::vector<End> more;
  for (const End& full : own) {
    const Range name = abbreviation_after(relater.reading(), full.range.end);
    if (name.size() < 2) continue;
    const auto known = overlapping(own, name);
    std::uint32_t id = known == own.end() ? ZKG_NO_MENTION : known->id;
    if (id == ZKG_NO_MENTION) {
      id = relater.sink().add(MentionCandidate{type_, relater.reading().span(name), 0.95, "abbreviation"});
      if (id != ZKG_NO_MENTION) more.push_back({name, id});
    }
    if (id == ZKG_NO_MENTION) continue;
    RelationCandidate same{"same_as", full.id, id};
    same.evidence = relater.reading().span(shown_by(full.range, name));
    same.confidence = 0.95;
    same.rule = "abbreviation";
    relater.sink().add(same);
  }
  own.insert(own.end(), more.begin(), more.end());
  std::sort(own.begin(), own.end(), [](const End& a, const End& b) { return a.range.begin < b.range.begin; });
}

std::vector<End> EntityExtractor::propose(const Reading& reading, Sink& sink) const {
  SpanOptions options = span_options();
  options.likeness = likeness_.get();
  const std::vector<Range> ranges = propose_spans(reading, options);
  const SpanFeatures features(reading, options);
  const std::string name = "mention:" + type_;
  const auto model = models().find(name), second = models().find(second_model(name));
  const auto probabilities = model == models().end()
                                 ? std::vector<float>(ranges.size())
                                 : score_spans(reading, ranges, features, model->second, second == models().end() ? nullptr : &second->second);
  std::vector<Proposal> proposals;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const float p = probabilities[i];
    if (!training() && p < 0.3F) continue;
    Proposal& proposal = proposals.emplace_back(Proposal{ranges[i], {type_, reading.span(ranges[i]), static_cast<double>(p), "learned"}});
    proposal.candidate.name = without_quotes(reading, ranges[i]);
  }
  if (!training()) describe(reading, proposals);
  std::optional<RepeatedTexts> repeated;
  if (training()) repeated.emplace(reading, ranges, ranges);
  std::vector<End> own;
  Features ids;
  for (Proposal& proposal : proposals) {
    if (repeated) {
      ids.clear();
      features.all_features(proposal.range, repeated->hold(reading.text_hash(proposal.range)), ids);
      proposal.candidate.features = &ids;
    }
    const std::uint32_t id = sink.add(proposal.candidate);
    if (proposal.likely() && id != ZKG_NO_MENTION) own.push_back({proposal.range, id, static_cast<float>(proposal.candidate.confidence)});
  }
  return own;
}

} // namespace zonekg::kit
