#include "core/kit/exponentials.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace zonekg::kit {
namespace {

TEST(Exponentials, AreNearThoseOfTheLibrary) {
  std::vector<double> values;
  for (double x = -700; x <= 700; x += 0.37) values.push_back(x);
  for (const double x : {0.0, -0.0, 1e-300, -1e-17, 0.34657359027997264, -0.34657359027997264, 700.0, -700.0}) values.push_back(x);
  std::vector<double> all = values;
  exponentials(all.data(), all.size());
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(all[i] / std::exp(values[i]), 1, 5e-16) << values[i];
}

TEST(Exponentials, DoNotHangOnTheirNeighbours) {
  for (const std::size_t count : {1, 3, 8, 17}) {
    std::vector<double> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(0.1 * static_cast<double>(i) - 3);
    std::vector<double> each = all;
    exponentials(all.data(), count);
    for (double& value : each) exponentials(&value, 1);
    EXPECT_EQ(all, each) << count;
  }
}

TEST(Exponentials, OfWhatDoesNotFit) {
  const double infinity = std::numeric_limits<double>::infinity();
  double values[] = {1, 800, -800, infinity, -infinity, std::numeric_limits<double>::quiet_NaN()};
  exponentials(values, 6);
  EXPECT_NEAR(values[0], std::exp(1.0), 1e-15);
  EXPECT_EQ(values[1], infinity);
  EXPECT_EQ(values[2], 0);
  EXPECT_EQ(values[3], infinity);
  EXPECT_EQ(values[4], 0);
  EXPECT_TRUE(std::isnan(values[5]));
}

} // namespace
} // namespace zonekg::kit
