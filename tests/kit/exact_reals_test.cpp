// Reals in JSON, as two loaders read them: the nearest double, whatever the writing.
#include <gtest/gtest.h>
#include <limits>

#include "core/json/json_file.hpp"
#include "graph/read_json.hpp"

namespace zonekg {
namespace {

Graph graph_with(const std::string& number) {
  return read_json(R"({"graph":{"format":1,"plugins":[],"documents":[]},"links":[],"nodes":[{"id":"a","type":"t","name":"n","aliases":[],)"
                   R"("confidence":1,"mentions":[],"x":)" + number + "}]}",
                   "g.json");
}

struct Real {
  std::string text;
  double value;
};

class ExactReal : public testing::TestWithParam<Real> {};

TEST_P(ExactReal, IsTheNearestDouble) {
  const auto& [text, value] = GetParam();
  for (const std::string& spaced : {text, " " + text + "\n"}) {
    constexpr double least = std::numeric_limits<double>::lowest(), most = std::numeric_limits<double>::max();
    EXPECT_EQ(JsonFile("a.json", spaced).root().number(least, most), value);
    EXPECT_EQ(JsonFile("a.json", "[1," + spaced + "]").root().items().at(1).number(least, most), value);
    EXPECT_EQ(std::get<double>(graph_with(spaced).node(0).properties.at(0).value), value);
  }
}

INSTANTIATE_TEST_SUITE_P(All, ExactReal,
                         testing::Values(Real{"0e111", 0}, Real{"0E-30", 0}, Real{"-0e99", 0}, Real{"0.0e200", 0},
                                         Real{"0.000000000000000000000000000000", 0},
                                         Real{"0.1234567890123456789", 0.1234567890123456789}, Real{"9007199254740993.0", 9007199254740992},
                                         Real{"-2.5e-3", -2.5e-3}, Real{"1e-400", 0}, Real{"5e-324", 5e-324},
                                         Real{"1.7976931348623157e308", std::numeric_limits<double>::max()},
                                         Real{"123456789012345678901234567890", 123456789012345678901234567890.0}));

TEST(ExactReal, BeyondDoublesIsRefused) {
  for (const char* text : {"9.9e308", "-9.9e308", "1e400", "1.8e308"}) {
    EXPECT_THROW(JsonFile("a.json", text), JsonError) << text;
    try {
      graph_with(text);
      FAIL() << text;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find("Number too big"), std::string::npos) << error.what();
    }
  }
}

} // namespace
} // namespace zonekg
