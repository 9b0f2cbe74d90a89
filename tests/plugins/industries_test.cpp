// Industries that a zone hosts or plans.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"形成了[新材料|industry]、[电子信息|industry]、[生物医药|industry]三大主导产业。"},
    {"重点发展[高端装备制造|industry]和[新能源|industry]产业。"},
    {"主导产业为[精细化工|industry]。"},
    {"以[汽车零部件|industry]、[农副产品加工|industry]为支柱产业。"},
    {"围绕[新能源汽车|industry]产业链开展招商。"},
    {"打造[纺织服装|industry]产业集群。"},
    {"培育壮大[人工智能|industry]、[低空经济|industry]等新兴产业。"},
    {"初步形成[新型建材|industry]、[食品加工|industry]、[机械制造|industry]为主导的产业格局。"},
    {"聚焦[集成电路|industry]、[医疗器械|industry]两大产业。"},
    {"着力构建以[电子信息|industry]为首位、[现代物流|industry]为支撑的产业体系。"},
    {"[锂电|industry]、[光伏|industry]、[储能|industry]三大产业集聚发展。"},
    {"主导产业：[生物医药|industry]、[智能制造|industry]。"},
    {"[绿色食品|industry]、[生物制药|industry]产业链不断延伸。"},
    {"[轨道交通装备|industry]、[工程机械|industry]两大支柱产业。"},
    {"以[新能源|industry]为主导，[新材料|industry]为特色的产业集群初具规模。"},
    {"[高端装备|industry]、[电子信息|industry]、[生物医药|industry]、[新材料|industry]四大产业占比达78%。"},
    {"[化工|industry]、[机械|industry]、[纺织|industry]三大传统产业转型升级。"},
    {"做强[石化|industry]、[冶金|industry]、[建材|industry]、[轻工|industry]四大传统产业。"},
};

// Nothing here is an industry.
const SentenceCase nothing[] = {
    {"今年新开工项目12个，总投资36亿元。"},
    {"王明华到华星集团调研。"},
    {"管委会召开安全生产工作会议。"},
    {"污水处理厂已投入使用。"},
    {"县委书记深入企业走访。"},
    {"云川市新建道路三条。"},
    {"各产业园区企业复工复产。"},
    {"完成一般公共预算收入5亿元。"},
    {"职工食堂改造完成。"},
};

TEST(Industries, ReadsPlainSentences) { check(found, {"industry"}); }

TEST(Industries, FindsNothingWhereNothingIs) { check(nothing, {"industry"}); }

} // namespace
} // namespace zonekg::test
