// Funds and financing products.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"设立总规模10亿元的[青岚产业引导基金|fund]。"},
    {"推出“[园区贷|fund]”“[科创贷|fund]”等金融产品。"},
    {"发起设立[云川新能源产业基金|fund]，首期规模5亿元。"},
    {"推广“[青科贷|fund]”，为32家企业发放贷款1.8亿元。"},
    {"通过“[惠企贷|fund]”解决企业融资难题。"},
    {"总规模20亿元的[云川新兴产业基金|fund]正式设立。"},
    {"设立[青岚高新区天使投资引导基金|fund]，首期到位2亿元。"},
    {"成立[园区产业发展基金|fund]，支持企业上市。"},
    {"设立规模50亿元的[云川产业母基金|fund]。"},
    {"华星集团与管委会共同设立[华星新材料产业基金|fund]，规模8亿元。"},
    {"建立基金体系，设立[青岚新能源产业投资基金|fund]、[青岚乡村振兴基金|fund]2只基金。"},
    {"组建总规模30亿元的[云川产业投资基金|fund]，撬动社会资本120亿元。"},
    {"争取[农发基础设施基金|fund]1.2亿元，支持冷链物流项目建设。"},
    {"设立[海蓝生物医药产业基金|fund]、[云川智能制造基金|fund]。"},
    {"发起设立总规模15亿元的[低空经济产业基金|fund]。"},
    {"设立[云川新材料产业基金|fund]，总规模8亿元。"},
    {"成立总规模12亿元的[白石绿色产业基金|fund]。"},
};

// Nothing here is a fund.
const SentenceCase nothing[] = {
    {"园区加大资金投入，完善基础设施。"},
    {"全年争取专项债券资金6.2亿元。"},
    {"各金融机构发放贷款32亿元。"},
    {"住房公积金缴存人数增加。"},
    {"社保基金监管不断加强。"},
    {"管委会与工商银行签订战略合作协议。"},
    {"企业基金会捐款50万元。"},
    {"保险业务稳步增长，贷款余额突破百亿元。"},
    {"王明华到基金公司洽谈合作。"},
    {"管委会主任介绍招商政策。"},
    {"鼎泰机械增资扩股2亿元。"},
};

TEST(Funds, ReadsPlainSentences) { check(found, {"fund"}); }

TEST(Funds, FindsNothingWhereNothingIs) { check(nothing, {"fund"}); }

} // namespace
} // namespace zonekg::test
