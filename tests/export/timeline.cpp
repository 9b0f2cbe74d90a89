#include "export/timeline.hpp"

#include <gtest/gtest.h>

namespace zonekg {
namespace {

GraphHeader header() {
  GraphHeader result;
  result.documents = {{"d1", "a", "", "", {20240110, 0, {20230101, 20231231}}}, {"d2", "b", "", "", {20240500, 0, {}}}, {"d3", "c", "", "", {}}};
  return result;
}

Evidence said_in(std::uint32_t document) { return {document, 0, 1, "x", "", ""}; }

std::string told(const std::vector<TimedState>& states) {
  std::string text;
  for (const TimedState& state : states)
    text += state.value + ' ' + day_text(state.start) + ".." + day_text(state.end) + "; ";
  return text;
}

TEST(TimedStates, LastUntilTheNext) {
  const std::pair<History, const char*> cases[] = {
      {{"status", {}}, ""},
      {{"status", {{"signed", "actual", "2023-03/2023-03", {}}, {"started", "actual", "2024-03/2024-06", {}}}},
       "signed 2023-03-01..2024-02-29; started 2024-03-01..; "},
      // Without a period: when the document was told. A target is no state.
      {{"status", {{"signed", "actual", "", {said_in(0)}}, {"started", "target", "2023-06/2023-06", {said_in(0)}}, {"trial", "actual", "", {said_in(1)}}}},
       "signed 2023-01-01..2024-04-30; trial 2024-05-01..; "},
      // Undated, and two on one day.
      {{"status", {{"signed", "actual", "", {said_in(2)}}, {"started", "actual", "", {said_in(0)}}, {"halted", "actual", "", {said_in(0)}}}},
       "halted 2023-01-01..; "},
      // Told again.
      {{"status", {{"started", "actual", "", {said_in(0)}}, {"started", "actual", "", {said_in(1)}}}}, "started 2023-01-01..; "},
      {{"status", {{"a", "actual", "", {said_in(0)}}, {"b", "actual", "", {said_in(1)}}, {"a", "actual", "", {said_in(1)}}}}, "a 2023-01-01..; "}};
  for (const auto& [history, expected] : cases) EXPECT_EQ(told(timed_states(history, header())), expected);
}

TEST(Lifetime, OfFiguresStatesAndTheRest) {
  Node node{"i", "indicator", "", {}, 1, {said_in(0)}, {{"period", "2022-01/2022-12"}}, {}};
  EXPECT_EQ(lifetime_of(node, header()).start, 20220101);
  EXPECT_EQ(lifetime_of(node, header()).end, 20221231);
  node.properties.clear();
  EXPECT_EQ(lifetime_of(node, header()).start, 20230101);
  node.histories = {{"status", {{"signed", "actual", "2021-05/2021-05", {}}}}};
  EXPECT_EQ(lifetime_of(node, header()).start, 20210501);
  EXPECT_EQ(lifetime_of(node, header()).end, 0);
  EXPECT_EQ(lifetime_of(Edge{"x", 1, "", "", {said_in(2)}}, header()).start, 0);
}

} // namespace
} // namespace zonekg
