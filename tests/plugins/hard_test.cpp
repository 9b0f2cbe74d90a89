// Sentences of the kinds that are read wrongly most: names after verbs, several lists with a verb each, states told in
// another clause, amounts far from their subjects, targets beside results, what only looks like a name. Not all of them are
// read rightly: of each kind at least as many as said, a little under what was measured.
#include <gtest/gtest.h>

#include "cli/conformance/markup.hpp"
#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase companies[] = {
    {"[华星科技|company]总投资5亿元的智能终端项目开工。"},
    {"成功获得[润泽担保公司|company]20亿元授信。"},
    {"与[中筑建工集团|company]洽谈合作。"},
    {"引进[奥能瑞|company]、[赛骏机电|company]等企业12家。"},
    {"陪同[鹏迈股份|company]负责人实地选址。"},
    {"[禾润食品|company]、[朗驰轴承|company]、[思贝克光学|company]等46家企业复工。"},
    {"向[泓川新材料|company]兑现奖励资金200万元。"},
    {"对[驰远机械|company]闲置厂房依法处置。"},
    {"[宁海瑞合科技有限公司|company]（以下简称“[瑞合科技|company]”）成立于2016年。"},
    {"收购方为[德昌控股集团|company]。"},
    {"帮助[佳沃特|company]解决用工200人。"},
    {"由[广源水务有限公司|company]负责运营。"},
    {"[兴禾银行|company]云川支行为12家企业放款。"},
    {"赴深圳拜访[铭锐达电子|company]、[优必胜|company]两家企业。"},
    {"[ABT科技|company]投资的生产线正在安装。"},
    {"为[柏川化工|company]代办环评手续。"},
    {"其中[智迈电气|company]产值突破10亿元。"},
    {"协调供电公司为园区架设线路。"},
    {"市委副书记到园区调研。"},
    {"组织企业参加进博会。"},
    {"园区企业协会正式成立。"},
    {"[中恒国际|company]与[青禾农业|company]签订供货合同。"},
    {"[韩国三原株式会社|company]增资2000万美元。"},
    {"促成[鑫塔玻璃|company]重组。"},
    {"[云川城投集团|company]发行债券10亿元。"},
};

const SentenceCase projects[] = {
    {"[科锐轴承|project]、[宏远物流园|project]、[金鹿饲料二期|project]等23个项目顺利投产。"},
    {"[年产300万套汽车线束|project]项目正在办理供地手续。"},
    {"新引进[磐石装备总部|project]、[云创数据中心|project]。"},
    {"[南洋二期|project]已开工。"},
    {"推动[海马水泵|project]扩能。"},
    {"[瑞丰冷链|project]（总投资3亿元）、[聚能电池|project]（总投资12亿元）正在建设。"},
    {"1、[华泰管业|project]。一期6万吨生产线已投产。"},
    {"重点推进[锂电回收利用|project]、[高端铝材|project]等12个续建项目。"},
    {"总投资8亿元的[百润生物发酵|project]项目落地。"},
    {"[朝晖路改造工程|project]全面完工。"},
    {"36个在建项目进展顺利。"},
    {"抓好项目储备，谋划项目50个。"},
    {"开展“项目攻坚年”活动。"},
    {"[云川智能家居产业园|project]主体封顶。"},
    {"[天和电子年产5000万件连接器|project]项目开工。"},
    {"加快[220千伏枫林输变电工程|project]建设。"},
};

const SentenceCase states[] = {
    {"海蓝疫苗项目设备调试，即将投产。", {"海蓝疫苗: trial actual", "海蓝疫苗: in_production target"}},
    // notes that speak of rows by their numbers; what a row says stays in the row
    {"序号\t项目名称\t总投资\t进展\n1\t海蓝生物原料药项目\t5亿元\t主体封顶\n2\t云帆机器人减速器项目\t3亿元\t投产\n"
     "3\t鼎泰精密铸件项目\t2亿元\t签约\n注：1号力争年底前投产，3号计划6月前开工。",
     {"海蓝生物原料药: under_construction actual", "海蓝生物原料药: in_production target", "云帆机器人减速器: in_production actual",
      "鼎泰精密铸件: signed actual", "鼎泰精密铸件: started target"}},
    {"鼎泰冷链物流项目正在开展可研编制。", {"鼎泰冷链物流: preparing actual"}},
    {"总投资10亿元的久江半导体封装测试项目签约落户。", {"久江半导体封装测试: signed actual"}},
    {"科锐轴承、宏远物流园、金鹿饲料二期3个项目投产，聚能电池、百润发酵2个项目开工。",
     {"科锐轴承: in_production actual", "宏远物流园: in_production actual", "金鹿饲料二期: in_production actual",
      "聚能电池: started actual", "百润发酵: started actual"}},
    {"聚能电池项目尚未开工，正在办理土地手续。", {"聚能电池: preparing actual"}},
    {"以下项目已开工：\n1.科锐轴承项目；\n2.聚能电池项目。", {"科锐轴承: started actual", "聚能电池: started actual"}},
    {"科锐轴承项目已完成主体建设，争取9月底前试生产。",
     {"科锐轴承: under_construction actual", "科锐轴承: trial target"}},
    {"促使聚能电池项目早日签约。", {"聚能电池: signed target"}},
    {"聚能电池项目因资金问题停工。", {"聚能电池: halted actual"}},
    {"宏远物流园项目完成竣工验收。", {"宏远物流园: completed actual"}},
    {"加快科锐轴承项目设备调试，确保10月投产。",
     {"科锐轴承: trial actual", "科锐轴承: in_production target"}},
    {"在谈项目有聚能电池、百润发酵等6个。", {"聚能电池: negotiating actual", "百润发酵: negotiating actual"}},
    {"二、签约项目\n（一）聚能电池项目，总投资5亿元。\n（二）百润发酵项目，总投资2亿元。",
     {"聚能电池: signed actual", "百润发酵: signed actual"}},
    {"聚能电池项目已于6月破土动工。", {"聚能电池: started actual"}},
    {"科锐轴承项目达产达效。", {"科锐轴承: in_production actual"}},
    {"聚能电池项目列入储备库。", {"聚能电池: planned actual"}},
    {"宏远物流园一期已运营，二期拟于明年开工。", {"宏远物流园一期: in_production actual"}},
    {"跟踪洽谈聚能电池项目。", {"聚能电池: negotiating actual"}},
    {"聚能电池项目取得施工许可证。", {"聚能电池: preparing actual"}},
    {"科锐轴承项目年内竣工投产。", {"科锐轴承: in_production target"}},
    {"聚能电池项目签约后一直没有开工。", {"聚能电池: signed actual"}},
};

const SentenceCase amounts[] = {
    {"白石污水处理厂总投资1.2亿元。", {"白石污水处理厂: total 1.2亿 CNY actual"}},
    {"中拓风电塔筒项目总投资3-5亿元。", {"中拓风电塔筒: total 3-5亿 CNY actual"}},
    {"工商银行青岚支行向华星新材料有限公司授信2亿元。", {"华星新材料有限公司: financing 2亿 CNY actual"}},
    {"华星集团总投资5亿元的智能终端项目开工。", {"智能终端: total 5亿 CNY actual"}},
    {"聚能电池项目近日开工。\n项目总投资10亿元，占地120亩。", {"聚能电池: total 10亿 CNY actual"}},
    {"聚能电池项目今年完成投资1.2亿元，累计完成投资3亿元。",
     {"聚能电池: period 1.2亿 CNY actual", "聚能电池: cumulative 3亿 CNY actual"}},
    {"泓川新材料有限公司获得补助资金300万元。", {"泓川新材料有限公司: subsidy 0.03亿 CNY actual"}},
    {"为泓川新材料有限公司发放贷款5000万元。", {"泓川新材料有限公司: financing 0.5亿 CNY actual"}},
    {"聚能电池项目投产后预计年产值20亿元。", {"聚能电池: revenue 20亿 CNY expected"}},
    {"序号\t项目名称\t总投资（万元）\n1\t聚能电池项目\t50000\n2\t百润发酵项目\t8000",
     {"聚能电池: total 5亿 CNY actual", "百润发酵: total 0.8亿 CNY actual"}},
    {"39个项目总投资100亿元。"},
    {"聚能电池项目投资不低于5亿元。", {"聚能电池: total 5亿 CNY actual"}},
    {"德昌控股以3亿元收购驰远机械有限公司。", {"驰远机械有限公司: acquisition 3亿 CNY actual"}},
    {"聚能电池项目计划总投资约15亿元，今年计划投资4亿元。",
     {"聚能电池: total 15亿 CNY actual", "聚能电池: period 4亿 CNY target"}},
    {"泓川新材料有限公司上半年税收1200万元。", {"泓川新材料有限公司: revenue 0.12亿 CNY actual"}},
};

const SentenceCase figures[] = {
    {"工业总产值增长8.5%，达到316.6亿元。", {"工业总产值: 316.6亿元 +8.5% actual"}},
    {"税收下降3.2%。", {"税收: -3.2% actual"}},
    {"完成固定资产投资42亿元，为年计划的52%。", {"固定资产投资: 42亿元 actual"}},
    {"工业总产值、固定资产投资分别完成120亿元和35亿元。", {"工业总产值: 120亿元 actual", "固定资产投资: 35亿元 actual"}},
    {"明年目标：工业总产值500亿元，增长15%。", {"工业总产值: 500亿元 +15% target"}},
    {"固定资产投资预计完成11亿元，增长9%。", {"固定资产投资: 11亿元 +9% expected"}},
    {"全年技工贸总收入有望突破1000亿元。", {"技工贸总收入: 1000亿元 expected"}},
    {"现有企业326家，其中规上企业86家。", {"企业: 326家 actual", "规上企业: 86家 actual"}},
    {"规上工业增加值增速居全市第一。"},
    {"实际利用外资2.3亿美元，同比增长18.6%。", {"实际利用外资: 2.3亿美元 +18.6% actual"}},
    {"建成区面积12.5平方公里。", {"建成区面积: 12.5平方公里 actual"}},
    {"新增就业3200人。"},
    {"工业用电量6.2亿千瓦时，增长11.4%。", {"工业用电量: 6.2亿千瓦时 +11.4% actual"}},
    {"征收土地1260亩。", {"征收土地: 1260亩 actual"}},
    {"招商引资到位资金52亿元，同比提高2.3个百分点。", {"招商引资到位资金: 52亿元 actual"}},
    {"力争到2025年，营业收入突破2000亿元。", {"营业收入: 2000亿元 target"}},
    {"1—6月，固定资产投资和社会消费品零售总额分别增长12%和6.8%。", {"固定资产投资: +12% actual", "社会消费品零售总额: +6.8% actual"}},
    {"新开工项目23个，竣工项目15个。", {"新开工项目: 23个 actual", "竣工项目: 15个 actual"}},
    {"上半年，新开工项目、竣工项目各30个。", {"新开工项目: 30个 actual", "竣工项目: 30个 actual"}},
};

const SentenceCase facilities[] = {
    {"[科创孵化中心|infrastructure]建成投用，入驻企业36家。"},
    {"日处理4万吨的[第二污水处理厂|infrastructure]通水。"},
    {"[110千伏红岭变电站|infrastructure]投运。"},
    {"[创业大道|infrastructure]、[兴园路|infrastructure]全线贯通。"},
    {"新建[公共管廊|infrastructure]6.4公里。"},
    {"完善道路、供水、供电等基础设施。"},
    {"[标准厂房三期|infrastructure]49万平方米竣工。"},
    {"[特勤消防站|infrastructure]主体完工。"},
    {"启用[人才公寓|infrastructure]320套。"},
    {"打通[滨江北路|infrastructure]断头路。"},
    {"[青岚人才公寓|infrastructure]主体封顶。"},
};

const SentenceCase zones[] = {
    {"提升经开区承载能力。"},
    {"[云川市青岚工业园|zone]是省级工业园区。"},
    {"入驻[云川市绿色食品产业园|zone]。"},
    {"[青岚经济开发区化工园|zone]通过省级认定。"},
    {"与[临湖高新区|zone]、[白石经开区|zone]结对。"},
    {"[XX经济开发区|zone]2023年工作总结"},
    {"考察了[苏州工业园区|zone]。"},
    {"加快[南片区|zone]开发。"},
    {"打造国家级园区。"},
    {"[云川新材料产业园|zone]、[北塘智造园|zone]两个园中园。"},
    {"创建省级高新区。"},
};

const SentenceCase funds_and_industries[] = {
    {"设立总规模10亿元的[云川产业引导基金|fund]。"},
    {"用好[园区助保贷|fund]，为企业放款1.2亿元。"},
    {"争取专项债5亿元。"},
    {"形成[装备制造|industry]、[精细化工|industry]、[纺织服装|industry]三大产业。"},
    {"[新能源汽车|industry]产业集群加快壮大。"},
    {"主导产业为[生物医药|industry]和[电子信息|industry]。"},
    {"做强[氟硅新材料|industry]产业链。"},
    {"落实产业政策，优化产业结构。"},
    {"发展壮大[低空经济|industry]。"},
    {"[装备制造|industry]产业完成产值86亿元，增长12%。"},
    {"[电子信息|industry]产业实现产值120亿元，[装备制造|industry]产业实现产值86亿元。"},
    {"设立子基金6只。"},
};

struct Kind {
  const char* name;
  std::span<const SentenceCase> rows;
  std::set<std::string> types; // empty: what is said is compared, not the mentions
  Lines (*lines)(const TextReading&) = nullptr;
  std::size_t least;
};

const Kind kinds[] = {
    {"companies", companies, {"company"}, nullptr, 18},
    {"projects", projects, {"project"}, nullptr, 10},
    {"states", states, {}, status_lines, 13},
    {"amounts", amounts, {}, investment_lines, 8},
    {"figures", figures, {}, indicator_lines, 12},
    {"facilities", facilities, {"infrastructure"}, nullptr, 7},
    {"zones", zones, {"zone"}, nullptr, 9},
    {"funds and industries", funds_and_industries, {"fund", "industry"}, nullptr, 8},
};

bool is_read(const SentenceCase& row, const Kind& kind) {
  const MarkedText expected = parse_markup(row.markup);
  const TextReading reading = read_text(expected.text);
  if (!kind.types.empty() && print_markup(expected) != marked(reading, kind.types)) return false;
  return !kind.lines || row.lines == kind.lines(reading);
}

class HardSentences : public testing::TestWithParam<Kind> {};

TEST_P(HardSentences, AreReadMostly) {
  const Kind& kind = GetParam();
  std::size_t right = 0;
  std::string missed;
  for (const SentenceCase& row : kind.rows) {
    if (is_read(row, kind)) ++right;
    else missed += std::string(row.markup) + "\n";
  }
  RecordProperty("right", static_cast<int>(right));
  EXPECT_GE(right, kind.least) << right << " of " << kind.rows.size() << " " << kind.name << "; not read:\n" << missed;
}

INSTANTIATE_TEST_SUITE_P(, HardSentences, testing::ValuesIn(kinds));

} // namespace
} // namespace zonekg::test
