// Names that are one thing, and look-alikes that are two: one name in each of two reports about one zone.
#include <algorithm>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "graph/link.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;

struct Pair {
  std::string type, first, second;
};

std::size_t count_named(const Graph& graph, const Pair& pair) {
  std::size_t count = 0;
  for (std::size_t n = 0; n < graph.node_count(); ++n)
    count += graph.node(n).type == pair.type && graph.node(n).name == pair.first;
  return count;
}

// Does one node carry both names? Two equal names are one when a single node is called so.
bool are_one(const Graph& graph, const Pair& pair) {
  for (std::size_t n = 0; n < graph.node_count(); ++n) {
    const Node& node = graph.node(n);
    if (node.type != pair.type) continue;
    const auto carries = [&](const std::string& name) {
      return node.name == name || std::find(node.aliases.begin(), node.aliases.end(), name) != node.aliases.end();
    };
    if (carries(pair.first) && carries(pair.second)) return pair.first != pair.second || count_named(graph, pair) == 1;
  }
  return false;
}

Extraction report(const std::string& id, const std::string& type, const std::string& name) {
  DocumentBuilder document(id);
  document.mention("zone", "湖北荆江经济开发区", {{"reporting", 1.0}});
  const auto mention = document.mention(type, name);
  if (type != "zone") document.relation("located_in", mention, reporting_zone);
  return document.build();
}

bool link_pair(const Pair& pair) {
  return are_one(link({report("d1", pair.type, pair.first), report("d2", pair.type, pair.second)}), pair);
}

class SameNames : public testing::TestWithParam<Pair> {};
TEST_P(SameNames, AreOne) {
  EXPECT_TRUE(link_pair(GetParam())) << GetParam().first << " " << GetParam().second;
  EXPECT_TRUE(link_pair({GetParam().type, GetParam().second, GetParam().first})) << "in the other order";
}

class OtherNames : public testing::TestWithParam<Pair> {};
TEST_P(OtherNames, AreTwo) {
  EXPECT_FALSE(link_pair(GetParam())) << GetParam().first << " " << GetParam().second;
  EXPECT_FALSE(link_pair({GetParam().type, GetParam().second, GetParam().first})) << "in the other order";
}

INSTANTIATE_TEST_SUITE_P(
    Companies, SameNames,
    testing::Values(
        Pair{"company", "湖北锐驰精密制造有限公司", "锐驰精密"}, Pair{"company", "荆江市朗润生物科技有限公司", "朗润生物"},
        Pair{"company", "武汉德拓光电股份有限公司", "德拓光电"}, Pair{"company", "鼎丰集团", "鼎丰"},
        Pair{"company", "鼎丰集团有限公司", "鼎丰集团"}, Pair{"company", "湖北省长江产业投资集团有限公司", "长江产业投资集团"},
        Pair{"company", "浙江久立特种材料股份有限公司", "久立特种材料"}, Pair{"company", "优特维(湖北)新能源有限公司", "优特维新能源"},
        Pair{"company", "宏盛股份", "宏盛"}, Pair{"company", "嘉合锂电荆州公司", "嘉合锂电"},
        Pair{"company", "嘉合锂电荆州分公司", "嘉合锂电"}, Pair{"company", "卫星化学", "卫星"},
        Pair{"company", "广东锦泽油脂", "锦泽油脂"}, Pair{"company", "锦泽油脂", "锦泽"},
        Pair{"company", "ＡＢＢ电气有限公司", "ABB电气有限公司"}, Pair{"company", "“博安”环保有限公司", "博安环保有限公司"},
        Pair{"company", "惠州亿纬锂能股份有限公司", "亿纬锂能"}, Pair{"company", "宁德时代新能源科技股份有限公司", "宁德时代"},
        Pair{"company", "荆州市城市发展控股集团有限公司", "荆州市城市发展控股集团"},
        Pair{"company", "四川朗晟新材料有限责任公司", "朗晟新材料"}, Pair{"company", "湖北兴达纺织有限公司", "兴达纺织公司"},
        Pair{"company", "华创半导体总公司", "华创半导体"}, Pair{"company", "青岛海源重工有限公司", "海源重工"},
        Pair{"company", "深圳市本征方程石墨烯技术股份有限公司", "本征方程石墨烯技术"},
        Pair{"company", "安徽皖砺智能装备有限公司", "皖砺智能装备"}, Pair{"company", "苏州珀晟纳米科技股份有限公司", "珀晟纳米科技"},
        Pair{"company", "湖南湘珞生物有限公司", "湘珞生物"}));

INSTANTIATE_TEST_SUITE_P(
    Companies, OtherNames,
    testing::Values(
        Pair{"company", "盛新锂业", "盛新锂能"}, Pair{"company", "湖北恩捷", "恩捷股份"}, Pair{"company", "荆门新宙邦", "新宙邦"},
        Pair{"company", "湖北科达利", "科达利"}, Pair{"company", "盛虹炼化", "盛虹石化"}, Pair{"company", "盛虹石化", "虹港石化"},
        Pair{"company", "中化瑞恒", "中化塑料"}, Pair{"company", "卫星化学", "卫星嘉宏"}, Pair{"company", "天齐锂业", "天齐集团"},
        Pair{"company", "湖北锐驰精密制造有限公司", "江苏锐驰精密制造有限公司"},
        Pair{"company", "湖北锐驰精密制造有限公司", "湖北锐驰光电有限公司"}, Pair{"company", "XX科技有限公司", "ＸＸ科技有限公司"},
        Pair{"company", "某新材料公司", "某新材料公司"}, Pair{"company", "**化工", "**化工"}, Pair{"company", "集团公司", "集团公司"},
        Pair{"company", "中国石化", "中国石油"}, Pair{"company", "国药集团融资租赁有限公司", "国药集团"},
        Pair{"company", "富临新能源", "富临精工"}, Pair{"company", "四川富临实业集团", "富临新能源"},
        Pair{"company", "中建三局", "中建八局"}, Pair{"company", "荆江开发投资有限公司", "荆江开发建设有限公司"},
        Pair{"company", "武汉一建集团", "武汉二建集团"}, Pair{"company", "远景能源", "远景动力"},
        Pair{"company", "鼎丰轴承", "鼎峰轴承"}, Pair{"company", "江西珀晟纳米科技有限公司", "苏州珀晟纳米科技股份有限公司"},
        Pair{"company", "湘珞生物", "湘络生物"}, Pair{"company", "岭桦铝业", "岭桦锂业"}));

INSTANTIATE_TEST_SUITE_P(
    Zones, SameNames,
    testing::Values(Pair{"zone", "浙江开化经济开发区", "开化县经开区"},
                    Pair{"zone", "山东寿光经济开发区", "寿光经开区"}, Pair{"zone", "江西永修高新技术产业开发区", "永修高新区"}, Pair{"zone", "四川射洪经济开发区", "射洪经开区"},
                    Pair{"zone", "荆门高新技术产业开发区", "荆门高新区"}, Pair{"zone", "滨海县沿海工业园", "滨海县沿海工业园区"},
                    Pair{"zone", "中国—马来西亚钦州产业园区", "中马钦州产业园"},
                    Pair{"zone", "榆林经济技术开发区（榆神工业区）", "榆神工业区"},
                    Pair{"zone", "湖北荆江经济开发区光电产业园", "光电产业园"}, Pair{"zone", "国家级湖州经济技术开发区", "湖州经开区"},
                    Pair{"zone", "连云港石化产业基地", "石化基地"}, Pair{"zone", "溧水经济开发区", "溧水开发区"},
                    Pair{"zone", "江苏省盐城市滨海县沿海工业园", "滨海沿海工业园"}, Pair{"zone", "“光谷”生物城", "光谷生物城"}));

INSTANTIATE_TEST_SUITE_P(
    Zones, OtherNames,
    testing::Values(Pair{"zone", "射洪经开区", "射洪高新区"},
                    Pair{"zone", "寿光经开区", "寿光高新区"}, Pair{"zone", "永修高新区", "安义高新区"}, Pair{"zone", "荆门高新区", "襄阳高新区"},
                    Pair{"zone", "中马钦州产业园区", "马中关丹产业园"}, Pair{"zone", "钦州保税港区", "钦州港经济技术开发区"},
                    Pair{"zone", "徐圩新区", "徐圩港区"}, Pair{"zone", "滨海县沿海工业园", "响水县沿海工业园"},
                    Pair{"zone", "科技产业园(一期)", "科技产业园(二期)"}, Pair{"zone", "XX经济开发区", "XX经济开发区"},
                    Pair{"zone", "苏州宿迁工业园区", "苏州工业园区"}, Pair{"zone", "射洪经济开发区", "射洪经济技术开发区"},
                    Pair{"zone", "湖北荆江经济开发区光电产业园", "湖北荆江经济开发区"}, Pair{"zone", "东部沿海工业园", "沿海工业园"}));

INSTANTIATE_TEST_SUITE_P(
    Works, SameNames,
    testing::Values(Pair{"project", "一期6万吨磷酸铁锂", "一期6万吨/年磷酸铁锂"},
                    Pair{"project", "年产8万吨阴极铜箔项目", "年产8万吨阴极铜箔"},
                    Pair{"infrastructure", "220千伏青坞变电站工程", "220千伏青坞变电站"},
                    Pair{"project", "一期年产3万吨氢氧化锂", "年产3万吨氢氧化锂(一期)"},
                    Pair{"project", "年产5万吨再生铝项目", "年产5万吨再生铝"}, Pair{"project", "智能装备产业园项目", "智能装备产业园"},
                    Pair{"project", "（二期）年产2GWh储能电池", "二期2GWh储能电池"},
                    Pair{"project", "年处理10万吨废铝", "年处理10万吨/年废铝"}, Pair{"project", "荆州光谷食品城", "光谷食品城"},
                    Pair{"infrastructure", "第二污水处理厂", "荆州市第二污水处理厂"},
                    Pair{"infrastructure", "110千伏红枫变电站", "110千伏红枫变电站工程"},
                    Pair{"infrastructure", "双创大道", "“双创”大道"}, Pair{"infrastructure", "生态缓冲区工程", "生态缓冲区"},
                    Pair{"infrastructure", "第二污水处理厂", "第二污水处理厂"}));

INSTANTIATE_TEST_SUITE_P(
    Works, OtherNames,
    testing::Values(Pair{"infrastructure", "第一污水处理厂", "第二污水处理厂"}, Pair{"infrastructure", "污水处理厂", "第二污水处理厂"},
                    Pair{"infrastructure", "110千伏红枫变电站", "220千伏红枫变电站"}, Pair{"infrastructure", "1号标准厂房", "2号标准厂房"},
                    Pair{"project", "磷酸铁锂一期", "磷酸铁锂二期"}, Pair{"project", "磷酸铁锂", "磷酸铁锂一期"},
                    Pair{"project", "中马大街1标段", "中马大街2标段"},
                    Pair{"project", "年产8万吨阴极铜箔", "年产6万吨阴极铜箔"}, Pair{"infrastructure", "2号热源厂", "3号热源厂"}, Pair{"project", "年产3万吨氢氧化锂", "年产5万吨氢氧化锂"},
                    Pair{"project", "二区Q8、Q9、Q10工厂", "六、七、八、九区工厂"}, Pair{"project", "XX储能电池", "XX储能电池"},
                    Pair{"project", "盛虹炼化", "盛虹炼化减油增化"}, Pair{"project", "盛虹炼化", "炼化二期"}));

INSTANTIATE_TEST_SUITE_P(
    OtherTypes, SameNames,
    testing::Values(Pair{"industry", "锂电", "锂电产业"}, Pair{"industry", "高端装备制造", "装备制造产业"},
                    Pair{"industry", "石化", "高端石化产业集群"}, Pair{"industry", "现代物流", "物流产业"},
                    Pair{"fund", "荆江新材料产业基金", "“荆江”新材料产业基金"}, Pair{"fund", "园惠贷", "“园惠贷”"}));

INSTANTIATE_TEST_SUITE_P(
    OtherTypes, OtherNames,
    testing::Values(Pair{"industry", "锂电", "光伏"}, Pair{"industry", "新材料", "绿色新材料"}, Pair{"industry", "新能源", "能源"},
                    Pair{"fund", "荆江新材料产业基金", "荆江新能源产业基金"}, Pair{"fund", "一期基金", "二期基金"},
                    Pair{"industry", "铸造", "智能铸造"}));

// Names with their firm, zone or place around them.
struct Setting {
  std::string name;
  std::vector<std::vector<std::pair<std::string, std::string>>> documents; // type and name of each mention
  Pair pair;
  bool one;
};

class InSetting : public testing::TestWithParam<Setting> {};

TEST_P(InSetting, OneOrTwo) {
  std::vector<Extraction> documents;
  for (const auto& names : GetParam().documents) {
    DocumentBuilder document("d" + std::to_string(documents.size() + 1));
    bool first = true;
    for (const auto& [type, name] : names) {
      if (type == "zone" && first)
        document.mention(type, name, {{"reporting", 1.0}});
      else
        document.mention(type, name);
      first = false;
    }
    documents.push_back(document.build());
  }
  EXPECT_EQ(are_one(link(documents), GetParam().pair), GetParam().one);
}

const std::pair<std::string, std::string> here{"zone", "荆门高新区"}, there{"zone", "襄阳高新区"};

INSTANTIATE_TEST_SUITE_P(
    Context, InSetting,
    testing::Values(
        Setting{"ShortNameOfTwoFirms",
                {{here, {"company", "湖北亿纬动力有限公司"}, {"company", "荆门亿纬动力有限公司"}}, {here, {"company", "亿纬动力"}}},
                {"company", "亿纬动力", "湖北亿纬动力有限公司"}, false},
        Setting{"CommonShortNameInAnotherZone",
                {{here, {"company", "武汉宏达有限公司"}}, {there, {"company", "宏达"}}},
                {"company", "武汉宏达有限公司", "宏达"}, false},
        Setting{"RareShortNameInAnotherZone",
                {{here, {"company", "武汉锐驰精密有限公司"}}, {there, {"company", "锐驰精密"}}},
                {"company", "武汉锐驰精密有限公司", "锐驰精密"}, true},
        Setting{"ParkOfTheOwnPlace",
                {{here, {"zone", "荆门动力储能电池产业园"}, {"zone", "掇刀区动力储能电池产业园"}}, {here, {"zone", "动力储能电池产业园"}}},
                {"zone", "荆门动力储能电池产业园", "动力储能电池产业园"}, true},
        Setting{"ParkOfAnotherPlace",
                {{here, {"zone", "荆门动力储能电池产业园"}, {"zone", "掇刀区动力储能电池产业园"}}, {here, {"zone", "动力储能电池产业园"}}},
                {"zone", "掇刀区动力储能电池产业园", "动力储能电池产业园"}, false},
        Setting{"OwnerAndProduct",
                {{here, {"company", "恩捷新材料"}, {"project", "恩捷新材料16亿平方米锂电池隔膜"}},
                 {here, {"company", "湖北恩捷"}, {"project", "湖北恩捷锂电池隔膜"}}},
                {"project", "恩捷新材料16亿平方米锂电池隔膜", "湖北恩捷锂电池隔膜"}, true},
        Setting{"OwnerAndTailOfProduct",
                {{here, {"company", "科达利"}, {"project", "科达利动力电池精密结构件"}},
                 {here, {"company", "湖北科达利"}, {"project", "湖北科达利结构件"}}},
                {"project", "科达利动力电池精密结构件", "湖北科达利结构件"}, true},
        Setting{"OtherOwner",
                {{here, {"company", "卫星化学"}, {"project", "卫星化学绿色化学新材料产业园"}},
                 {here, {"company", "卫星嘉宏"}, {"project", "卫星嘉宏高性能新材料"}}},
                {"project", "卫星化学绿色化学新材料产业园", "卫星嘉宏高性能新材料"}, false},
        Setting{"OneOwnerTwoProducts",
                {{here, {"company", "卫星化学"}, {"project", "卫星化学连云港石化"}},
                 {here, {"company", "卫星化学"}, {"project", "卫星化学高端聚烯烃"}}},
                {"project", "卫星化学连云港石化", "卫星化学高端聚烯烃"}, false},
        Setting{"GroupBesideTwoOfItsFirms",
                {{here, {"company", "盛虹"}, {"company", "盛虹炼化"}}, {here, {"company", "盛虹石化"}, {"company", "盛虹"}}},
                {"company", "盛虹", "盛虹石化"}, false},
        Setting{"ZoneAndItsFirm",
                {{here, {"company", "荆门高新区开发有限公司"}}, {here, {"zone", "荆门高新区"}}},
                {"company", "荆门高新区开发有限公司", "荆门高新区"}, false}),
    [](const auto& setting) { return setting.param.name; });

// A project that is told to be a firm's, and the projects that another report names.
struct Owned {
  std::string name;
  std::vector<std::string> firms;
  std::string work;
  std::vector<std::string> zones, others; // of the other report
  bool one;                               // the work and the first of the others
};

class OwnedWorks : public testing::TestWithParam<Owned> {};

TEST_P(OwnedWorks, CarryTheFirmsNameElsewhere) {
  const Owned& owned = GetParam();
  DocumentBuilder first("d1"), second("d2");
  first.mention("zone", "荆门高新区", {{"reporting", 1.0}});
  const auto work = first.mention("project", owned.work);
  for (const std::string& firm : owned.firms) first.relation("undertakes", first.mention("company", firm), work);
  for (const std::string& zone : owned.zones) second.mention("zone", zone, {{"reporting", 1.0}});
  for (const std::string& other : owned.others) second.mention("project", other);
  const Graph graph = link({first.build(), second.build()});
  EXPECT_EQ(are_one(graph, {"project", owned.others.front(), owned.work}), owned.one);
}

INSTANTIATE_TEST_SUITE_P(
    All, OwnedWorks,
    testing::Values(
        Owned{"LegalNameOfTheFirm", {"荆门廷砾铝业有限公司"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业高端铝箔"}, true},
        Owned{"NameOfTheFirm", {"廷砾铝业"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业高端铝箔"}, true},
        Owned{"OwnersWork", {"廷砾铝业"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业的高端铝箔"}, true},
        Owned{"AnotherPhase", {"廷砾铝业"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业高端铝箔二期"}, false},
        Owned{"AnotherFirm", {"柏珑精工"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业高端铝箔"}, false},
        Owned{"AnotherZone", {"廷砾铝业"}, "高端铝箔", {"襄阳高新区"}, {"廷砾铝业高端铝箔"}, false},
        Owned{"TwoFirmsOneNamed", {"廷砾铝业", "柏珑精工"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业高端铝箔"}, true},
        Owned{"TwoFirmsBothNamed", {"廷砾铝业", "柏珑精工"}, "高端铝箔", {"荆门高新区"}, {"廷砾铝业高端铝箔", "柏珑精工高端铝箔"}, false}),
    [](const auto& owned) { return owned.param.name; });

std::size_t count_nodes(const Graph& graph, const std::string& type) {
  std::size_t count = 0;
  for (std::size_t n = 0; n < graph.node_count(); ++n) count += graph.node(n).type == type;
  return count;
}

TEST(Areas, FacilitiesOfOneNameInTwoZonesAreTwo) {
  const auto report_of = [](const std::string& id, const std::string& zone, const std::string& work) {
    DocumentBuilder document(id);
    document.mention("zone", zone, {{"reporting", 1.0}});
    document.mention("infrastructure", work);
    return document.build();
  };
  const auto count = [&](const std::string& first, const std::string& second, const std::string& work) {
    return count_nodes(link({report_of("d1", first, work), report_of("d2", second, work)}), "infrastructure");
  };
  EXPECT_EQ(count("荆门高新区", "襄阳高新区", "第二污水处理厂"), 2u);
  EXPECT_EQ(count("荆门高新区", "襄阳高新区", "双创大道"), 2u);
  EXPECT_EQ(count("荆门高新区", "湖北荆门高新技术产业开发区", "第二污水处理厂"), 1u);
  EXPECT_EQ(count("XX高新区", "XX高新区", "第二污水处理厂"), 2u) << "nobody knows where";
  EXPECT_EQ(count("XX高新区", "荆门高新区", "红枫变电站"), 1u) << "a name of its own";
}

} // namespace
} // namespace zonekg
