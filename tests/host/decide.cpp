#include "core/host/decide.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace zonekg {
namespace {

RawMention mention(std::uint32_t begin, std::uint32_t end, double confidence, std::string type = "company",
                   std::string plugin = "p", std::string rule = "r") {
  RawMention m;
  m.type = std::move(type);
  m.span = {begin, end};
  m.confidence = confidence;
  m.plugin = std::move(plugin);
  m.rule = std::move(rule);
  return m;
}

std::deque<RawMention> decided(std::deque<RawMention> mentions, std::string_view type = "company") {
  decide_mentions(mentions, type);
  return mentions;
}

std::string verdicts(const std::deque<RawMention>& mentions) {
  std::string text;
  for (const RawMention& m : mentions) text += std::string(text.empty() ? "" : ", ") + std::string(reason(m.verdict));
  return text;
}

struct Choice {
  const char* why;
  std::deque<RawMention> candidates;
  const char* expected;
};

TEST(DecideMentions, TakesTheReadingThatAddsUpToMost) {
  const Choice choices[] = {
      {"nothing", {}, ""},
      {"one", {mention(0, 6, 0.6)}, "accepted"},
      {"exactly the threshold", {mention(0, 6, 0.5)}, "accepted"},
      {"under the threshold", {mention(0, 6, 0.499)}, "below 0.5"},
      {"side by side", {mention(0, 6, 0.6), mention(6, 12, 0.6)}, "accepted, accepted"},
      {"the better of two", {mention(0, 6, 0.6), mention(3, 9, 0.8)}, "overlap, accepted"},
      {"two parts beat the whole",
       {mention(0, 12, 0.8), mention(0, 6, 0.7), mention(6, 12, 0.7)},
       "overlap, accepted, accepted"},
      {"the whole beats two parts",
       {mention(0, 12, 0.95), mention(0, 6, 0.7), mention(6, 12, 0.7)},
       "accepted, overlap, overlap"},
      {"a chain: the ends beat the middle",
       {mention(0, 6, 0.7), mention(3, 9, 0.8), mention(6, 12, 0.7)},
       "accepted, overlap, accepted"},
      {"a chain: the middle beats the ends",
       {mention(0, 6, 0.6), mention(3, 9, 0.9), mention(6, 12, 0.6)},
       "overlap, accepted, overlap"},
      {"longer on a tie", {mention(0, 6, 0.7), mention(0, 9, 0.7)}, "overlap, accepted"},
      {"one span twice: the more confident", {mention(0, 6, 0.7), mention(0, 6, 0.8)}, "duplicate, accepted"},
      {"one span twice, as sure: by plugin",
       {mention(0, 6, 0.7, "company", "b"), mention(0, 6, 0.7, "company", "a")},
       "duplicate, accepted"},
      {"one span and plugin twice: by rule",
       {mention(0, 6, 0.7, "company", "a", "z"), mention(0, 6, 0.7, "company", "a", "y")},
       "duplicate, accepted"},
      {"inside a much better one", {mention(0, 30, 0.9), mention(3, 6, 0.55)}, "accepted, overlap"},
      {"another type waits", {mention(0, 6, 0.9, "zone"), mention(0, 6, 0.6)}, "not decided, accepted"},
  };
  for (const Choice& choice : choices) EXPECT_EQ(verdicts(decided(choice.candidates)), choice.expected) << choice.why;
}

// Any set without overlap, for a check against the clever way.
double best_sum(const std::deque<RawMention>& mentions, std::size_t from, std::uint32_t after) {
  if (from == mentions.size()) return 0;
  const double without = best_sum(mentions, from + 1, after);
  const RawMention& m = mentions[from];
  if (m.span.begin < after || m.confidence < 0.5) return without;
  return std::max(without, m.confidence - 0.5 + 1e-6 + best_sum(mentions, from + 1, m.span.end));
}

TEST(DecideMentions, EqualsTryingEverySubset) {
  std::mt19937 random(7);
  const auto draw = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); };
  for (int round = 0; round < 300; ++round) {
    std::deque<RawMention> mentions;
    for (std::uint32_t i = 0, n = draw(11); i < n; ++i) {
      const std::uint32_t begin = draw(20);
      mentions.push_back(mention(begin, begin + 1 + draw(8), 0.4 + 0.01 * draw(60)));
    }
    std::ranges::stable_sort(mentions, {}, [](const RawMention& m) { return m.span.begin; });
    const double best = best_sum(mentions, 0, 0);
    mentions = decided(mentions);
    double sum = 0;
    for (const RawMention& m : mentions) {
      EXPECT_NE(m.verdict, Verdict::pending);
      if (m.verdict == Verdict::accepted) sum += m.confidence - 0.5 + 1e-6;
    }
    EXPECT_NEAR(sum, best, 1e-8) << "round " << round;
  }
}

TEST(DecideMentions, DoesNotDependOnTheOrderOfCandidates) {
  std::deque<RawMention> mentions;
  for (std::uint32_t i = 0; i < 40; ++i)
    mentions.push_back(mention(i % 13, i % 13 + 3 + i % 4, 0.7, "company",
                               std::string(1, static_cast<char>('a' + i % 3)), std::to_string(i)));
  const auto accepted = [](std::deque<RawMention> candidates) {
    std::vector<std::string> rules;
    for (const RawMention& m : decided(std::move(candidates)))
      if (m.verdict == Verdict::accepted) rules.push_back(m.rule);
    std::ranges::sort(rules);
    return rules;
  };
  const std::vector<std::string> expected = accepted(mentions);
  ASSERT_FALSE(expected.empty());
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::ranges::shuffle(mentions, random);
    EXPECT_EQ(accepted(mentions), expected);
  }
}

TEST(ExcludeSameWords, ZoneAndCompanyOfTheSameWords) {
  const auto verdicts_of = [](double zone, double company, std::uint32_t company_end) {
    std::deque<RawMention> mentions{mention(0, 9, zone, "zone"), mention(0, company_end, company)};
    for (RawMention& m : mentions) m.verdict = Verdict::accepted;
    exclude_same_words(mentions);
    return verdicts(mentions);
  };
  EXPECT_EQ(verdicts_of(0.8, 0.7, 9), "accepted, zone and company of the same words");
  EXPECT_EQ(verdicts_of(0.7, 0.8, 9), "zone and company of the same words, accepted");
  EXPECT_EQ(verdicts_of(0.7, 0.7, 9), "accepted, zone and company of the same words");
  EXPECT_EQ(verdicts_of(0.7, 0.8, 6), "accepted, accepted");
}

RawRelation relation(std::uint32_t head, std::uint32_t tail, double confidence, std::uint32_t group = 0,
                     std::string type = "undertakes", std::string plugin = "p") {
  RawRelation r;
  r.type = std::move(type);
  r.head = head;
  r.tail = tail;
  r.confidence = confidence;
  r.group = group;
  r.plugin = std::move(plugin);
  return r;
}

RawFact fact(std::uint32_t of, double confidence, std::uint32_t group, std::string value) {
  RawFact f;
  f.mention = of;
  f.key = "status";
  f.value = std::move(value);
  f.confidence = confidence;
  f.group = group;
  f.plugin = "p";
  return f;
}

// Mentions 0, 1, 2 stand, 3 was rejected, 4 stands only with a relation.
RawCandidates candidates(std::vector<RawRelation> relations, std::vector<RawFact> facts = {}) {
  RawCandidates c;
  for (std::uint32_t i = 0; i < 5; ++i) {
    c.mentions.push_back(mention(10 * i, 10 * i + 6, 0.9));
    c.mentions.back().verdict = i == 3 ? Verdict::overlap : Verdict::accepted;
  }
  c.mentions[4].flags = ZKG_MENTION_NEEDS_RELATION;
  c.relations = std::move(relations);
  c.facts = std::move(facts);
  decide_relations(c);
  return c;
}

struct RelationCase {
  const char* why;
  std::vector<RawRelation> relations;
  const char* expected;
};

TEST(DecideRelations, StandOrFallWithTheirEndsGroupsAndDuplicates) {
  const RelationCase cases[] = {
      {"both ends stand", {relation(0, 1, 0.6)}, "accepted"},
      {"to the reporting zone", {relation(0, reporting_zone, 0.6)}, "accepted"},
      {"below", {relation(0, 1, 0.4)}, "below 0.5"},
      {"its tail was rejected", {relation(0, 3, 0.9)}, "end rejected"},
      {"best of a group", {relation(0, 1, 0.6, 7), relation(0, 2, 0.8, 7)}, "another of its group is better, accepted"},
      {"a group whose best has lost its end",
       {relation(0, 1, 0.6, 7), relation(0, 3, 0.8, 7)},
       "accepted, end rejected"},
      {"groups of two plugins",
       {relation(0, 1, 0.6, 7, "undertakes", "a"), relation(0, 2, 0.8, 7, "undertakes", "b")},
       "accepted, accepted"},
      {"no group, no competition", {relation(0, 1, 0.6), relation(0, 2, 0.8)}, "accepted, accepted"},
      {"the same from two plugins",
       {relation(0, 1, 0.6, 0, "undertakes", "a"), relation(0, 1, 0.8, 0, "undertakes", "b")},
       "duplicate, accepted"},
      {"the same on a tie",
       {relation(0, 1, 0.6, 0, "undertakes", "b"), relation(0, 1, 0.6, 0, "undertakes", "a")},
       "duplicate, accepted"},
      {"the other way round is another", {relation(0, 1, 0.6), relation(1, 0, 0.8)}, "accepted, accepted"},
  };
  for (const RelationCase& c : cases) {
    std::string text;
    for (const RawRelation& r : candidates(c.relations).relations)
      text += std::string(text.empty() ? "" : ", ") + std::string(reason(r.verdict));
    EXPECT_EQ(text, c.expected) << c.why;
  }
}

TEST(DecideRelations, FactsOfOneGroupExcludeEachOther) {
  const RawCandidates c =
      candidates({}, {fact(0, 0.6, 1, "started"), fact(0, 0.7, 1, "completed"), fact(3, 0.9, 0, "started"),
                      fact(1, 0.7, 0, "started"), fact(1, 0.8, 0, "started")});
  const std::vector<Verdict> expected{Verdict::group, Verdict::accepted, Verdict::end_rejected, Verdict::duplicate,
                                      Verdict::accepted};
  std::vector<Verdict> verdicts_of_facts;
  for (const RawFact& f : c.facts) verdicts_of_facts.push_back(f.verdict);
  EXPECT_EQ(verdicts_of_facts, expected);
}

TEST(DecideRelations, MentionThatNeedsARelation) {
  EXPECT_EQ(candidates({}).mentions[4].verdict, Verdict::no_relation);
  EXPECT_EQ(candidates({relation(4, 0, 0.4)}).mentions[4].verdict, Verdict::no_relation);
  EXPECT_EQ(candidates({relation(4, 0, 0.6)}).mentions[4].verdict, Verdict::accepted);
  EXPECT_EQ(candidates({relation(0, 4, 0.6)}).mentions[4].verdict, Verdict::accepted);
  const RawCandidates alias_only = candidates({relation(4, 0, 0.9, 0, "same_as")}, {fact(4, 0.9, 0, "started")});
  EXPECT_EQ(alias_only.mentions[4].verdict, Verdict::no_relation);
  EXPECT_EQ(alias_only.relations[0].verdict, Verdict::end_rejected);
  EXPECT_EQ(alias_only.facts[0].verdict, Verdict::end_rejected);
}

} // namespace
} // namespace zonekg
