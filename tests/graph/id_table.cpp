// Ids to positions, while a file is read.
#include <gtest/gtest.h>
#include <string>

#include "graph/id_table.hpp"

namespace zonekg {
namespace {

TEST(IdTable, FindsEachIdAtItsPlaceHoweverMany) {
  IdTable table;
  constexpr std::uint32_t count = 5000;
  for (std::uint32_t i = 0; i < count; ++i) EXPECT_TRUE(table.add("z" + std::to_string(i * 7)));
  for (std::uint32_t i = 0; i < count; ++i) {
    EXPECT_EQ(table.find("z" + std::to_string(i * 7)), i);
    EXPECT_EQ(table.find("z" + std::to_string(i * 7)), i) << "again";
    EXPECT_EQ(table.find("z" + std::to_string(i * 7 + 1)), std::nullopt);
  }
}

TEST(IdTable, RefusesASecondOneAndTakesAnyBytes) {
  IdTable table;
  EXPECT_EQ(table.find(""), std::nullopt);
  const std::string zeros("a\0b", 3), more("a\0b\0", 4);
  for (const std::string& id : {std::string(), zeros, more, std::string(100'000, 'x')}) {
    EXPECT_TRUE(table.add(id));
    EXPECT_FALSE(table.add(id));
  }
  EXPECT_EQ(table.find(""), 0u);
  EXPECT_EQ(table.find(zeros), 1u);
  EXPECT_EQ(table.find(more), 2u);
  EXPECT_EQ(table.find("a"), std::nullopt);
  EXPECT_EQ(table.find(std::string(100'000, 'x')), 3u);
}

} // namespace
} // namespace zonekg
