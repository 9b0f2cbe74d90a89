// What a span is told of mentions with the same words.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/kit/spans.hpp"
#include "tests/kit/layered_text.hpp"

namespace zonekg::kit {
namespace {

struct Named {
  std::uint32_t begin, end; // in characters
  const char* type;
  double confidence;
};

// Of three bytes each.
const std::string text = "智谷产业园建成。智谷产业园招商，新城路通车";

Features inner(const std::vector<Named>& named, bool rivals, Range range) {
  LayeredText layered(text);
  std::vector<zkg_mention> mentions;
  for (const Named& n : named) {
    zkg_mention& mention = mentions.emplace_back();
    mention.span = {n.begin * 3, n.end * 3};
    mention.type = {n.type, std::string_view(n.type).size()};
    mention.confidence = n.confidence;
  }
  layered.add(ZKG_LAYER_MENTIONS, mentions);
  const Document document(layered.document);
  const Lexicon lexicon;
  const Reading reading(document, lexicon);
  SpanOptions options;
  options.rivals = rivals;
  const SpanFeatures features(reading, options);
  Features found;
  FeatureBatch batch(found);
  features.inner_features(range, false, batch);
  batch.flush();
  std::sort(found.begin(), found.end());
  return found;
}

constexpr Range first{0, 5}, second{8, 13}, road{16, 19};
const Named zone{0, 5, "zone", 0.9};

TEST(Rivals, CountWhereTheirWordsStand) {
  EXPECT_GT(inner({zone}, true, first).size(), inner({zone}, false, first).size());
  EXPECT_GT(inner({zone}, true, second).size(), inner({zone}, false, second).size()) << "named elsewhere";
  EXPECT_EQ(inner({zone}, true, road), inner({zone}, false, road));
  EXPECT_EQ(inner({zone}, true, {0, 4}), inner({zone}, false, {0, 4})) << "other words";
}

TEST(Rivals, ThatStandHereAreOthersThanThoseElsewhere) { EXPECT_NE(inner({zone}, true, second), inner({{8, 13, "zone", 0.9}}, true, second)); }

TEST(Rivals, AreAsSureAsTheSurest) {
  const auto both = [](double here, double there) { return inner({{0, 5, "zone", here}, {8, 13, "zone", there}}, true, second); };
  EXPECT_EQ(both(0.9, 0.4), both(0.4, 0.9));
  EXPECT_NE(both(0.9, 0.4), both(0.4, 0.4));
}

TEST(Rivals, OfEachTypeCount) {
  EXPECT_NE(inner({zone}, true, first), inner({{0, 5, "company", 0.9}}, true, first));
  EXPECT_GT(inner({zone, {8, 13, "company", 0.9}}, true, road).size(), 0U);
  EXPECT_GT(inner({zone, {8, 13, "company", 0.9}}, true, first).size(), inner({zone}, true, first).size());
}

TEST(Rivals, WithoutWordsOrOfUnknownTypesAreNone) {
  const auto none = inner({}, false, first);
  EXPECT_EQ(inner({{3, 3, "zone", 0.9}}, true, first), none);
  EXPECT_EQ(inner({{0, 5, "weather", 0.9}}, true, first), none);
}

} // namespace
} // namespace zonekg::kit
