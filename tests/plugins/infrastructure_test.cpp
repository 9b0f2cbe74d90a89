// Facilities: plants, roads, networks, buildings.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"[青岚污水处理厂|infrastructure]建成投用。"},
    {"[迎宾大道|infrastructure]、[创业路|infrastructure]、[科技三路|infrastructure]等5条道路建成通车。"},
    {"[白石污水处理厂二期|infrastructure]正在建设。"},
    {"[特勤消防站|infrastructure]已投入使用。"},
    {"[白石变电站|infrastructure]建成投运。"},
    {"完善基础设施，建成[创业路|infrastructure]、[纬一路|infrastructure]、[纬二路|infrastructure]，新增道路8公里。"},
    {"[化工园区消防站|infrastructure]主体完工。"},
    {"[科创路|infrastructure]、[滨河路|infrastructure]已完工。"},
    {"[滨河大道|infrastructure]建成通车。"},
    {"新建道路12公里，[振兴大道|infrastructure]、[科创路|infrastructure]建成通车。"},
    {"[青岚热电厂|infrastructure]投入运行，年供汽120万吨。"},
    {"投资1.2亿元的[白石污水处理厂|infrastructure]投入使用。"},
    {"[经一路|infrastructure]、[经二路|infrastructure]、[纬三路|infrastructure]等道路建成通车。"},
    {"[青岚消防站|infrastructure]建成，配备消防车6辆。"},
    {"[滨江大道|infrastructure]、[学府路|infrastructure]竣工通车。"},
    {"完成[科创路|infrastructure]、[创新路|infrastructure]、[产业大道|infrastructure]等道路建设。"},
    {"[云川大道|infrastructure]、[和平路|infrastructure]等6条道路建成通车，[白石污水处理厂|infrastructure]投入运行。"},
    {"[青岚变电站|infrastructure]、[白石水厂|infrastructure]建成投用。"},
};

// Nothing here is a facility.
const SentenceCase nothing[] = {
    {"走高质量发展之路，路子越走越宽。"},
    {"进一步完善基础设施，提升服务水平。"},
    {"市委常委会召开会议研究部署。"},
    {"华星集团产值突破20亿元。"},
    {"全年新增就业3200人。"},
    {"王明华走访慰问困难职工。"},
    {"深化一带一路合作，开拓国际市场。"},
    {"企业发展之路越走越宽广。"},
    {"深化平台思维，优化系统设计。"},
    {"园区供热、供气、供水能力进一步提升。"},
    {"水、电、路、气、讯等配套日益完善。"},
};

TEST(Infrastructure, ReadsPlainSentences) { check(found, {"infrastructure"}); }

// `kind capacity unit` of the facility that is read; the rules are plain, the names are of the kind above.
std::string described(const char* text) {
  const TextReading reading = read_text(text);
  for (const RawMention& mention : reading.candidates.mentions) {
    if (mention.type != "infrastructure" || mention.verdict != Verdict::accepted) continue;
    std::string kind, value, unit;
    for (const Attribute& a : mention.attributes) {
      if (a.key == "kind") kind = std::get<std::string>(a.value);
      if (a.key == "capacity") value = std::to_string(std::llround(std::get<double>(a.value) * 10));
      if (a.key == "capacity_unit") unit = std::get<std::string>(a.value);
    }
    return kind + (value.empty() ? "" : " " + value.insert(value.size() - 1, ".") + " " + unit);
  }
  return "no facility";
}

TEST(Infrastructure, KindAndCapacity) {
  EXPECT_EQ(described("青岚污水处理厂建成投用。"), "污水处理厂");
  EXPECT_EQ(described("白石污水处理厂二期正在建设。"), "污水处理厂") << "a phase is no kind";
  EXPECT_EQ(described("青岚污水处理厂建成投用，"), "污水处理厂");
  EXPECT_EQ(described("青岚污水处理厂日处理规模3万吨。"), "污水处理厂 3.0 万吨/日");
  EXPECT_EQ(described("青岚污水处理厂建成投用，占地面积3万平方米。"), "污水处理厂") << "another clause, and land";
  EXPECT_EQ(described("青岚热电厂投入运行，年供汽120万吨。"), "热电厂");
  EXPECT_EQ(described("滨河大道全长4.8公里，建成通车。"), "大道 4.8 公里");
}

TEST(Infrastructure, FindsNothingWhereNothingIs) { check(nothing, {"infrastructure"}); }

} // namespace
} // namespace zonekg::test
