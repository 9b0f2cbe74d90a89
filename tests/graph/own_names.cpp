// What is a thing's own of its name.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "graph/own_names.hpp"

namespace zonekg {
namespace {

using Names = std::set<std::string>;

// Without the whole name.
Names own(const std::string& type, const std::string& name) {
  const auto all = own_names(type, name);
  Names result(all.begin(), all.end());
  result.erase(name);
  return result;
}

TEST(OwnNames, WithoutWordsOfTheirClass) {
  EXPECT_EQ(own("industry", "环保产业"), Names{"环保"});
  EXPECT_EQ(own("industry", "新能源产业集群"), Names{"新能源"});
  EXPECT_EQ(own("project", "云栩标准厂房建设"), Names{"云栩标准厂房"});
  EXPECT_EQ(own("company", "云栩建设"), Names{});
}

TEST(OwnNames, OfAProjectBehindItsFirm) {
  EXPECT_EQ(own("project", "云川泰和新材料有限公司年产3万吨锌材"), Names{"年产3万吨锌材"});
  EXPECT_EQ(own("project", "泰和公司的锌材生产线"), Names{"锌材生产线"});
  EXPECT_EQ(own("project", "云川城投公司职工宿舍"), Names{"职工宿舍"});
  EXPECT_EQ(own("project", "云川城投公司二期"), Names{}) << "too short to tell anything";
  EXPECT_EQ(own("project", "甲有限公司与乙有限公司合资工厂"), Names{}) << "whose?";
}

TEST(OwnNames, BehindJoints) {
  EXPECT_EQ(own("project", "中拓装备的智能机床基地"), Names{"智能机床基地"});
  EXPECT_EQ(own("project", "中拓装备——智能机床基地"), Names{"智能机床基地"});
  EXPECT_EQ(own("project", "中拓装备/智能机床基地"), Names{"智能机床基地"});
  EXPECT_EQ(own("project", "10万吨/年精细化工"), Names{}) << "a unit";
}

TEST(OwnNames, OfWorksBehindTheirZone) {
  EXPECT_EQ(own("project", "云川高新区智慧照明产业园"), Names{"智慧照明产业园"});
  EXPECT_EQ(own("infrastructure", "云川工业园区110千伏变电站"), Names{"110千伏变电站"});
  for (const char* part : {"云川产业园一期工程", "云川产业园A区标准厂房", "云川产业园（南区）厂房", "云川产业园东区标准厂房"})
    EXPECT_FALSE(own("project", part).contains(std::string(part).substr(std::string("云川产业园").size()))) << part;
}

TEST(OwnNames, OfFacilitiesBehindTheirCapacity) {
  EXPECT_TRUE(own("infrastructure", "日处理1万吨的朝阳镇污水处理厂").contains("朝阳镇污水处理厂"));
  EXPECT_EQ(own("infrastructure", "8万平方米标准厂房"), Names{"标准厂房"});
  EXPECT_EQ(own("infrastructure", "110千伏变电站"), Names{}) << "any of them";
}

TEST(OwnNames, OfZonesInZonesAndInParentheses) {
  EXPECT_EQ(own("zone", "云川经济技术开发区金石工业园区"), Names{"金石工业园区"});
  EXPECT_EQ(own("zone", "云川经开区（工业园区）"), Names{"云川经开区"});
  EXPECT_EQ(own("zone", "云川县（青屿经开区）"), Names{"青屿经开区"});
  EXPECT_EQ(own("zone", "云川经济技术开发区"), Names{});
  for (const char* part : {"云川经开区（南区）", "云川产业园（一期）", "云川产业园(二期、三期)"}) EXPECT_EQ(own("zone", part), Names{}) << part;
}

TEST(OwnNames, SurviveAnything) {
  for (const char* type : {"zone", "project", "infrastructure", "industry", "company"})
    for (const char* name : {"", "的", "/", "——", "公司", "（", "）", "（）", "园区", "园区（", "开发区）（", "\xff\xfe", "1", "日处理", "日处理1", "日处理1万", "a的"})
      own_names(type, name);
}

} // namespace
} // namespace zonekg
