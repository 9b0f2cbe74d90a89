#include "core/kit/edge_sums.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/kit/layered_text.hpp"

namespace zonekg::kit {
namespace {

// A document of words of one or two characters, with a list in its middle and a mention at its begin.
struct Report : LayeredText {
  explicit Report(std::uint32_t characters) : LayeredText(some_text(characters)) {
    std::uint64_t random = 11;
    for (std::uint32_t at = 0; at < text.size();) {
      const std::uint32_t end = std::min(static_cast<std::uint32_t>(text.size()), at + 3 + 3 * static_cast<std::uint32_t>((random = mix(random)) % 2));
      words.push_back({{at, end}, static_cast<std::uint32_t>(random % 15), 0});
      at = end;
    }
    lists.push_back({{30, 90}, ZKG_ENUM_INLINE, 3, {84, 90}, 0, 3});
    for (std::uint32_t i = 0; i < 3; ++i) items.push_back({{30 + i * 18, 45 + i * 18}, {0, 0}, 0, i, 0, {0, 0}});
    mentions.resize(1);
    mentions[0].span = {6, 15};
    mentions[0].type = {"company", 7};
    add(ZKG_LAYER_WORDS, words);
    add(ZKG_LAYER_ENUMERATIONS, lists);
    add(ZKG_LAYER_ITEMS, items);
    add(ZKG_LAYER_MENTIONS, mentions);
  }

  static std::string some_text(std::uint32_t characters) {
    static const char* const some[] = {"区", "园", "电", "新", "兴", "产", "业", "公", "司", "、"};
    std::string text;
    std::uint64_t random = 7;
    for (std::uint32_t i = 0; i < characters; ++i) text += some[(random = mix(random)) % 10];
    return text;
  }

  std::vector<zkg_word> words;
  std::vector<zkg_enumeration> lists;
  std::vector<zkg_item> items;
  std::vector<zkg_mention> mentions;
};

Model some_model(std::uint64_t random) {
  std::vector<std::int8_t> weights(1U << 14);
  for (std::int8_t& weight : weights) weight = static_cast<std::int8_t>((random = mix(random)) >> 56);
  return {weights, 0.01F, -1};
}

std::int32_t sum_of_all(const SpanFeatures& features, const Model& model, Range range) {
  Features all, inner;
  features.all_features(range, false, all);
  FeatureBatch batch(inner);
  features.inner_features(range, false, batch);
  batch.flush();
  return model.sum(all.data(), all.size()) - model.sum(inner.data(), inner.size());
}

// Longer than what is kept of hashed features: a model that asks for a third of the edges, and others that ask for all, find
// some of them hashed, others pushed out while they read.
TEST(EdgeSums, AreThoseOfAllFeatures) {
  const Report report(110'000);
  const Document document(report.document);
  const Lexicon lexicon;
  const Reading reading(document, lexicon);
  SpanOptions options;
  options.max_chars = 4;
  const SpanFeatures features(reading, options);
  const std::vector<Range> spans = propose_spans(reading, options);
  ASSERT_GT(spans.size(), 110'000U);
  const auto seldom = [](Range range) { return mix(range.begin) % 3 == 0 && mix(range.end) % 3 == 0; };
  std::vector<Range> asked[3];
  std::vector<std::int32_t> got[3];
  for (std::uint64_t round = 0; round < 3; ++round) {
    std::copy_if(spans.begin(), spans.end(), std::back_inserter(asked[round]), [&](Range range) { return round > 0 || seldom(range); });
    const Model model = some_model(round);
    const EdgeSums sums(reading, features, model, asked[round]);
    for (const Range& range : asked[round]) got[round].push_back(sums.of(range));
  }
  for (std::uint64_t round = 0; round < 3; ++round) { // asked in another order
    const Model model = some_model(round);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < asked[round].size(); i += i < 300 ? 1 : 7) wrong += got[round][i] != sum_of_all(features, model, asked[round][i]);
    EXPECT_EQ(wrong, 0U) << round;
  }
}

} // namespace
} // namespace zonekg::kit
