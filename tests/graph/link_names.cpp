// Which names of one document become one entity.
#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "graph/link.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;
using Names = std::vector<std::string>;

// "name | alias | alias" of every node of the type.
std::set<std::string> entities(const Graph& graph, const std::string& type) {
  std::set<std::string> result;
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const Node& node = graph.node(i);
    if (node.type != type) continue;
    std::string text = node.name;
    for (const std::string& alias : node.aliases) text += " | " + alias;
    result.insert(text);
  }
  return result;
}

std::set<std::string> link_names(const std::string& type, const Names& names, const Names& siblings = {}) {
  DocumentBuilder document("d1");
  std::vector<std::uint32_t> group;
  for (const std::string& name : names) {
    const auto mention = document.mention(type, name);
    if (std::find(siblings.begin(), siblings.end(), name) != siblings.end()) group.push_back(mention);
  }
  document.siblings(group);
  return entities(link({document.build()}), type);
}

struct NamesCase {
  std::string type;
  Names names;
  std::set<std::string> expected;
};

class LinkNames : public testing::TestWithParam<NamesCase> {};

TEST_P(LinkNames, OneEntityOrMore) {
  Names names = GetParam().names;
  EXPECT_EQ(link_names(GetParam().type, names), GetParam().expected);
  std::reverse(names.begin(), names.end());
  EXPECT_EQ(link_names(GetParam().type, names), GetParam().expected) << "in another order";
}

INSTANTIATE_TEST_SUITE_P(
    Normalise, LinkNames,
    testing::Values(
        NamesCase{"company", {"ABC科技", "ａｂｃ科技", "“ABC”科 技"}, {"“ABC”科 技 | ABC科技 | ａｂｃ科技"}},
        NamesCase{"project", {"中德产业园项目", "中德产业园"}, {"中德产业园项目 | 中德产业园"}},
        NamesCase{"industry", {"锂电", "锂电产业", "锂电产业集群"}, {"锂电产业集群 | 锂电 | 锂电产业"}},
        NamesCase{"industry", {"环保产业"}, {"环保产业 | 环保"}},
        NamesCase{"industry", {"业产业"}, {"业产业"}},
        NamesCase{"project", {"云栩标准厂房建设项目"}, {"云栩标准厂房建设项目 | 云栩标准厂房"}},
        NamesCase{"project", {"云栩工程"}, {"云栩工程"}}, NamesCase{"company", {"云栩标准建设"}, {"云栩标准建设"}},
        NamesCase{"industry", {"锂电", "光伏"}, {"光伏", "锂电"}}, NamesCase{"project", {"项目"}, {"项目"}},
        NamesCase{"company", {"\"\""}, {"\"\""}}, NamesCase{"honor", {"百强", "百强"}, {"百强"}}));

INSTANTIATE_TEST_SUITE_P(
    Companies, LinkNames,
    testing::Values(
        NamesCase{"company", {"遂宁盛新锂业有限公司", "盛新锂业"}, {"遂宁盛新锂业有限公司 | 盛新锂业"}},
        NamesCase{"company", {"天齐锂业", "天齐锂业股份有限公司"}, {"天齐锂业股份有限公司 | 天齐锂业"}},
        NamesCase{"company", {"四川富临新能源科技有限公司", "富临新能源"}, {"四川富临新能源科技有限公司 | 富临新能源"}},
        NamesCase{"company",
                  {"湖北省荆门市亿纬动力有限责任公司", "亿纬动力公司", "亿纬动力"},
                  {"湖北省荆门市亿纬动力有限责任公司 | 亿纬动力 | 亿纬动力公司"}},
        NamesCase{"company", {"中马(钦州)开发有限公司", "中马开发"}, {"中马(钦州)开发有限公司 | 中马开发"}},
        NamesCase{"company", {"盛新锂业", "盛新锂能"}, {"盛新锂业", "盛新锂能"}},
        NamesCase{"company", {"新宙邦", "荆门新宙邦"}, {"新宙邦", "荆门新宙邦"}},
        NamesCase{"company",
                  {"湖北亿纬动力有限公司", "荆门亿纬动力有限公司", "亿纬动力"},
                  {"亿纬动力", "湖北亿纬动力有限公司", "荆门亿纬动力有限公司"}},
        NamesCase{"company",
                  {"遂宁盛新锂业有限公司", "盛新锂能集团股份有限公司", "盛新锂业", "盛新锂能"},
                  {"遂宁盛新锂业有限公司 | 盛新锂业", "盛新锂能集团股份有限公司 | 盛新锂能"}},
        NamesCase{"company", {"四川富临实业集团", "富临新能源"}, {"四川富临实业集团", "富临新能源"}},
        NamesCase{"company", {"四川富临实业集团", "富临实业集团"}, {"四川富临实业集团 | 富临实业集团"}},
        NamesCase{"company", {"盛屯集团", "盛屯"}, {"盛屯集团 | 盛屯"}},
        NamesCase{
            "company", {"贵州裕能新能源电池材料有限公司", "贵州裕能"}, {"贵州裕能新能源电池材料有限公司 | 贵州裕能"}},
        NamesCase{
            "company", {"深圳市鹏博辉电子有限公司", "深圳鹏博辉电子"}, {"深圳市鹏博辉电子有限公司 | 深圳鹏博辉电子"}},
        NamesCase{
            "company", {"贵州省华厦装备有限公司", "华厦装备有限公司"}, {"贵州省华厦装备有限公司 | 华厦装备有限公司"}},
        NamesCase{"company", {"长凯石油科技股份有限公司", "长凯公司"}, {"长凯石油科技股份有限公司 | 长凯公司"}},
        NamesCase{"company",
                  {"四川富临新能源科技有限公司", "富临精工", "富临"},
                  {"富临", "富临精工", "四川富临新能源科技有限公司"}},
        NamesCase{"company", {"国药集团融资租赁有限公司", "国药集团"}, {"国药集团", "国药集团融资租赁有限公司"}},
        NamesCase{"company", {"SK新能源(江苏)有限公司", "SK"}, {"SK", "SK新能源(江苏)有限公司"}},
        NamesCase{"company", {"四川富临实业集团", "四川"}, {"四川", "四川富临实业集团"}},
        NamesCase{"company", {"盛新锂业有限公司", "公司"}, {"公司", "盛新锂业有限公司"}}));

INSTANTIATE_TEST_SUITE_P(
    Zones, LinkNames,
    testing::Values(
        NamesCase{"zone", {"滨海县沿海工业园", "沿海工业园"}, {"滨海县沿海工业园 | 沿海工业园"}},
        NamesCase{"zone", {"滨海县沿海工业园", "沿海工业园区"}, {"滨海县沿海工业园 | 沿海工业园区"}},
        NamesCase{"zone",
                  {"滨海县沿海工业园", "响水县沿海工业园", "沿海工业园"},
                  {"沿海工业园", "滨海县沿海工业园", "响水县沿海工业园"}},
        NamesCase{"zone",
                  {"盐城市滨海县沿海工业园", "滨海县沿海工业园", "沿海工业园"},
                  {"盐城市滨海县沿海工业园 | 沿海工业园 | 滨海县沿海工业园"}},
        NamesCase{"zone",
                  {"四川射洪经济开发区", "射洪经开区", "四川射洪经开区"},
                  {"四川射洪经济开发区 | 四川射洪经开区 | 射洪经开区"}},
        NamesCase{"zone", {"射洪市经济技术开发区", "射洪经开区"}, {"射洪市经济技术开发区 | 射洪经开区"}},
        NamesCase{"zone", {"射洪经济开发区", "射洪经济技术开发区"}, {"射洪经济开发区", "射洪经济技术开发区"}},
        NamesCase{"zone",
                  {"荆门高新技术产业开发区", "荆门高新区", "高新区"},
                  {"荆门高新技术产业开发区 | 荆门高新区 | 高新区"}},
        NamesCase{"zone", {"荆门高新区", "襄阳高新区", "高新区"}, {"荆门高新区", "襄阳高新区", "高新区"}},
        NamesCase{"zone", {"射洪经开区", "射洪高新区"}, {"射洪经开区", "射洪高新区"}},
        NamesCase{"zone",
                  {"四川射洪经开区锂电高新产业园", "射洪经开区", "锂电高新产业园"},
                  {"四川射洪经开区锂电高新产业园 | 锂电高新产业园", "四川射洪经开区 | 射洪经开区"}},
        NamesCase{"zone", {"东部沿海工业园", "沿海工业园"}, {"东部沿海工业园", "沿海工业园"}},
        NamesCase{"zone", {"XX化工园区", "化工园区"}, {"XX化工园区 | 化工园区"}},
        NamesCase{"zone", {"XXXXX化工园区", "XX化工园区"}, {"XXXXX化工园区", "XX化工园区"}},
        NamesCase{"zone", {"溧水经济开发区", "溧水开发区"}, {"溧水经济开发区 | 溧水开发区"}},
        NamesCase{
            "zone", {"溧水经济开发区", "溧水高新区", "溧水开发区"}, {"溧水开发区", "溧水高新区", "溧水经济开发区"}},
        NamesCase{"zone", {"苏州宿迁工业园区", "苏州工业园区"}, {"苏州宿迁工业园区", "苏州工业园区"}},
        NamesCase{"zone", {"博耐特荣昌工业园", "荣昌工业园区"}, {"博耐特荣昌工业园", "荣昌工业园区"}},
        NamesCase{"zone", {"国际物流园", "物流园区", "国际物流区"}, {"国际物流园", "国际物流区", "物流园区"}},
        NamesCase{"zone", {"徐圩新区", "徐圩石化产业园", "石化产业园"}, {"徐圩新区", "徐圩石化产业园 | 石化产业园"}},
        NamesCase{"zone",
                  {"榆林经济技术开发区（榆神工业区）", "榆林经开区", "榆神工业区"},
                  {"榆林经济技术开发区（榆神工业区） | 榆林经开区 | 榆林经济技术开发区 | 榆神工业区"}},
        NamesCase{"zone", {"科技产业园(一期)", "科技产业园(二期)"}, {"科技产业园(一期)", "科技产业园(二期)"}},
        NamesCase{"zone", {"XX集聚区（6＋2＋N试验区）", "XX集聚区"}, {"XX集聚区（6＋2＋N试验区） | XX集聚区"}},
        NamesCase{"zone", {"中马钦州产业园区", "马中关丹产业园"}, {"中马钦州产业园区", "马中关丹产业园"}}));

INSTANTIATE_TEST_SUITE_P(
    Works, LinkNames,
    testing::Values(NamesCase{"infrastructure", {"生态缓冲区", "生态缓冲区工程"}, {"生态缓冲区工程 | 生态缓冲区"}},
                    NamesCase{"infrastructure",
                              {"射洪市第二污水处理厂", "第二污水处理厂"},
                              {"射洪市第二污水处理厂 | 第二污水处理厂"}},
                    NamesCase{"infrastructure",
                              {"第一污水处理厂", "第二污水处理厂", "污水处理厂"},
                              {"污水处理厂", "第一污水处理厂", "第二污水处理厂"}},
                    NamesCase{"project",
                              {"磷酸铁锂一期", "磷酸铁锂二期", "磷酸铁锂"},
                              {"磷酸铁锂", "磷酸铁锂一期", "磷酸铁锂二期"}},
                    NamesCase{"project", {"中马大街1标段", "中马大街2标段"}, {"中马大街1标段", "中马大街2标段"}},
                    NamesCase{"project", {"氢氧化锂(一期)", "氢氧化锂"}, {"氢氧化锂", "氢氧化锂(一期)"}}));

INSTANTIATE_TEST_SUITE_P(
    BriefZones, LinkNames,
    testing::Values(
        NamesCase{"zone", {"漳州台商投资区", "台商区"}, {"漳州台商投资区 | 台商区"}},
        NamesCase{"zone", {"苏州宿迁工业园区", "苏宿工业园区"}, {"苏州宿迁工业园区 | 苏宿工业园区"}},
        NamesCase{"zone", {"深圳(哈尔滨)产业园区", "深哈产业园"}, {"深圳(哈尔滨)产业园区 | 深哈产业园"}},
        NamesCase{"zone", {"广西—东盟经济技术开发区", "东盟经开区"}, {"广西—东盟经济技术开发区 | 东盟经开区"}},
        NamesCase{"zone", {"鹤峰县经济开发区", "县经开区"}, {"鹤峰县经济开发区 | 县经开区"}},
        NamesCase{"zone", {"大连长兴岛经济技术开发区", "长兴岛"}, {"大连长兴岛经济技术开发区 | 长兴岛"}},
        NamesCase{"zone", {"东升生态工业园", "东升工业园"}, {"东升生态工业园 | 东升工业园"}},
        NamesCase{"zone", {"广清经济特别合作区", "合作区"}, {"广清经济特别合作区 | 合作区"}},
        NamesCase{"zone", {"漳州台商投资区", "泉州台商投资区", "台商区"}, {"漳州台商投资区", "泉州台商投资区", "台商区"}},
        NamesCase{"zone", {"合肥巢湖经济开发区", "合肥经济开发区"}, {"合肥巢湖经济开发区", "合肥经济开发区"}},
        NamesCase{"zone", {"玉门东工业园", "玉门工业园"}, {"玉门东工业园", "玉门工业园"}},
        NamesCase{"zone", {"湖南湘江新区九华片区", "湘江新区"}, {"湖南湘江新区九华片区 | 九华片区", "湘江新区"}},
        NamesCase{"zone", {"两江协同创新区", "两江新区"}, {"两江协同创新区", "两江新区"}},
        NamesCase{"zone", {"长春高新区", "长春新区"}, {"长春高新区", "长春新区"}},
        NamesCase{"zone", {"镇宁红星精细化工产业园区", "镇宁产业园区"}, {"镇宁红星精细化工产业园区", "镇宁产业园区"}},
        NamesCase{"zone", {"xx医药食品新型产业园", "xx产业园"}, {"xx医药食品新型产业园", "xx产业园"}},
        NamesCase{"company", {"雨润控股集团", "雨润"}, {"雨润控股集团 | 雨润"}},
        NamesCase{"company", {"爱能森新能源(深圳)有限公司", "爱能森"}, {"爱能森新能源(深圳)有限公司 | 爱能森"}},
        NamesCase{"company", {"湖北银行黄冈分行", "湖北银行"}, {"湖北银行黄冈分行", "湖北银行"}}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, LinkNames,
    testing::Values(
        NamesCase{"zone", {"澜溪生态产业园", "澜溪园"}, {"澜溪生态产业园 | 澜溪园"}},
        NamesCase{"zone", {"澜溪工业园", "澜溪园区"}, {"澜溪工业园 | 澜溪园区"}},
        NamesCase{"zone", {"三峰纺织工业园", "纺织工业园"}, {"三峰纺织工业园 | 纺织工业园"}},
        NamesCase{"zone", {"澜溪工业园", "澜溪东工业园"}, {"澜溪东工业园", "澜溪工业园"}},
        NamesCase{"zone", {"大理综合保税区", "大理综保区"}, {"大理综合保税区 | 大理综保区"}},
        NamesCase{"company", {"国家开发银行湖北省分行", "国开行湖北省分行"}, {"国家开发银行湖北省分行 | 国开行湖北省分行"}},
        NamesCase{"company", {"中国农业银行湖北省分行", "农行湖北省分行"}, {"中国农业银行湖北省分行 | 农行湖北省分行"}},
        NamesCase{"company", {"浙商银行股份有限公司成都分行", "浙商银行成都分行"}, {"浙商银行股份有限公司成都分行 | 浙商银行成都分行"}},
        NamesCase{"company", {"中国农业银行", "重庆农村商业银行"}, {"中国农业银行", "重庆农村商业银行"}},
        NamesCase{"company", {"屹工港口机械", "屹工港机"}, {"屹工港口机械 | 屹工港机"}},
        NamesCase{"company", {"云栩融资租赁有限公司", "云栩租赁"}, {"云栩融资租赁有限公司 | 云栩租赁"}},
        NamesCase{"company", {"甘肃东垣嘉衢新材料有限公司", "嘉衢"}, {"甘肃东垣嘉衢新材料有限公司 | 嘉衢"}},
        NamesCase{"company", {"衢安集团", "甘肃衢安集团西部重工"}, {"甘肃衢安集团西部重工", "衢安集团"}},
        NamesCase{"company", {"屹工港口机械", "屹工港湾"}, {"屹工港口机械", "屹工港湾"}},
        NamesCase{"project", {"晟远150兆瓦风光储一体化", "晟远风光储一体化"}, {"晟远150兆瓦风光储一体化 | 晟远风光储一体化"}},
        NamesCase{"project", {"衢安微电滨江工厂二期", "二期"}, {"衢安微电滨江工厂二期 | 二期"}},
        NamesCase{"project", {"衢安微电滨江工厂二期", "澜溪花园二期", "二期"}, {"澜溪花园二期", "衢安微电滨江工厂二期"}},
        NamesCase{"project", {"澜溪产业园", "澜溪产业园冷链查验中心"}, {"澜溪产业园", "澜溪产业园冷链查验中心 | 冷链查验中心"}},
        NamesCase{"infrastructure", {"渡口镇110千伏云栩变电站", "云栩变电站"}, {"渡口镇110千伏云栩变电站 | 云栩变电站"}},
        NamesCase{"industry", {"汽车", "新能源汽车"}, {"新能源汽车", "汽车"}}));

TEST(LinkNames, AnAbbreviationMeansWhatWasNamedBeforeIt) {
  const std::string first = "江西岷骐正极材料有限公司", later = "广东岷骐能源科技股份有限公司";
  EXPECT_EQ(link_names("company", {first, "岷骐", later}), (std::set<std::string>{first + " | 岷骐", later}));
  EXPECT_EQ(link_names("company", {first, later, "岷骐"}), (std::set<std::string>{first, later, "岷骐"}));
}

TEST(LinkNames, APhaseOfNoNamedProjectIsNone) {
  EXPECT_EQ(link_names("project", {"一期", "第二期工程", "首期"}), std::set<std::string>{});
  EXPECT_EQ(link_names("project", {"一期", "二期厂房", "衢安微电"}), (std::set<std::string>{"二期厂房", "衢安微电"}));
  DocumentBuilder document("d1");
  const auto phase = document.mention("project", "一期"), amount = document.mention("investment", "2.2亿元");
  document.relation("invested_in", amount, phase);
  EXPECT_EQ(link({document.build()}).node_count(), 0u);
}

TEST(LinkNames, SiblingsOfOneEnumerationAreNeverOne) {
  const Names names = {"滨海县沿海工业园", "沿海工业园"};
  EXPECT_EQ(link_names("zone", names, names), (std::set<std::string>{"滨海县沿海工业园", "沿海工业园"}));
  const Names works = {"生态缓冲区", "生态缓冲区工程"};
  EXPECT_EQ(link_names("infrastructure", works, works), (std::set<std::string>{"生态缓冲区", "生态缓冲区工程"}));
}

TEST(LinkNames, PhasesAreTwoProjectsOfOneFamily) {
  DocumentBuilder document("d1");
  for (const char* name : {"高端铝箔一期", "高端铝箔二期项目", "高端铝箔", "再生铝一期"}) document.mention("project", name);
  std::set<std::string> families;
  const Graph graph = link({document.build()});
  ASSERT_EQ(graph.node_count(), 4u);
  for (std::size_t n = 0; n < graph.node_count(); ++n) {
    const PropertyValue* family = find_property(graph.node(n), "family");
    families.insert(graph.node(n).name + " " + (family == nullptr ? "-" : std::get<std::string>(*family)));
  }
  EXPECT_EQ(families, (std::set<std::string>{"高端铝箔 高端铝箔", "高端铝箔一期 高端铝箔", "高端铝箔二期项目 高端铝箔", "再生铝一期 -"}));
}

TEST(LinkNames, StatedAliasesJoinWhateverTheyLookLike) {
  DocumentBuilder document("d1");
  const auto full = document.mention("company", "浙江久江控股有限公司"), brief = document.mention("company", "甲方");
  document.mention("zone", "甲方");
  document.relation("same_as", full, brief);
  const Graph graph = link({document.build()});
  EXPECT_EQ(entities(graph, "company"), std::set<std::string>{"浙江久江控股有限公司 | 甲方"});
  EXPECT_EQ(entities(graph, "zone"), std::set<std::string>{"甲方"});
  EXPECT_EQ(graph.edge_count(), 0u);
}

TEST(LinkNames, EnglishNamesAreAliasesOfChineseOnes) {
  DocumentBuilder document("d1");
  const auto chinese = document.mention("zone", "四川射洪经济开发区");
  document.relation("same_as", chinese, document.mention("zone", "Shehong Economic Development Zone"));
  EXPECT_EQ(entities(link({document.build()}), "zone"),
            std::set<std::string>{"四川射洪经济开发区 | Shehong Economic Development Zone"});
}

TEST(LinkNames, ManyNamesTakeNoTimeToSpeakOf) {
  DocumentBuilder document("d1");
  for (int i = 0; i < 20000; ++i) document.mention("zone", std::to_string(i) + "县沿海工业园");
  document.mention("zone", "沿海工业园");
  EXPECT_EQ(link({document.build()}).node_count(), 20001u);
}

} // namespace
} // namespace zonekg
