// Firms, banks, groups.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"[华星新材料有限公司|company]年产5万吨高性能树脂项目开工建设。"},
    {"[华星集团|company]投资建设二期厂房。"},
    {"园区现有[华星科技|company]、[久江电子|company]、[鼎泰机械|company]等12家规上企业。"},
    {"引进了[海蓝生物|company]、[中拓重工|company]、[云帆智能|company]3家企业。"},
    {"[中国工商银行青岚支行|company]向[华星新材料有限公司|company]发放贷款3000万元。"},
    {"[久江股份|company]收购[鼎泰机械有限公司|company]60%股权。"},
    {"龙头企业[海蓝生物科技有限公司|company]今年产值突破20亿元。"},
    {"1.[华星电子有限公司|company]智能终端项目。总投资5亿元。\n"
     "2.[海蓝药业有限公司|company]原料药项目。总投资3亿元。\n"
     "3.[中拓重工有限公司|company]风电塔筒项目。总投资8亿元。"},
    {"[江苏海蓝新能源科技有限公司|company]（以下简称“[海蓝新能源|company]”）总投资12亿元。"},
    {"[深圳云帆智能装备有限公司|company]董事长一行来园区考察。"},
    {"[云川城投集团|company]发行债券8亿元。"},
    {"由[鼎泰实业有限公司|company]投资6亿元建设的冷链物流项目已封顶。"},
    {"[华舟电子|company]、[云帆智能|company]等企业相继投产。"},
    {"[中拓重工股份有限公司|company]是国内领先的风电装备企业。"},
    {"[云川海蓝生物科技有限公司|company]上半年实现产值3.2亿元。"},
    {"世界500强企业[欧曼电气|company]落户园区。"},
    {"[华星集团|company]、[久江股份|company]、[鼎泰控股|company]等5家上市公司。"},
    {"[鼎泰机械有限公司|company]并入[华星集团|company]。"},
    {"园区拥有[华星科技|company]、[海蓝药业|company]、[久江新能源|company]等一批龙头企业。"},
    {"与[云川银行|company]、[中国建设银行|company]签订银企合作协议。"},
    {"[海蓝药业|company]主要为[久江股份|company]供应原料。"},
    {"[云川市开发投资有限公司|company]获得AA+评级。"},
    {"停产企业[白石纸业有限公司|company]厂房闲置多年。"},
    {"企业名称：[云川久江电子有限公司|company]"},
    {"[鼎泰集团|company]、[华星集团|company]签约入驻。"},
    {"[白石农商银行|company]发放贷款5000万元。"},
    {"[青岚城市建设投资有限公司|company]负责园区基础设施建设。"},
    {"[中拓重工|company]停产，拖欠工资320万元。"},
    {"[久江股份|company]在深交所上市。"},
    {"[华星电子（云川）有限公司|company]二期项目竣工投产。"},
    {"[华星公司|company]生产线满负荷运转。"},
    {"[久江股份|company]、[鼎泰机械|company]、[中拓重工|company]列入全省百强企业。"},
};

// Nothing here is a firm.
const SentenceCase nothing[] = {
    {"企业要进一步加大技改投入。"},
    {"市工信局局长到园区调研指导。"},
    {"全区共有规上企业86家，高新技术企业32家。"},
    {"管委会组织召开项目推进会。"},
    {"公司负责人介绍了生产经营情况。"},
    {"规上企业同比增加8家，达到86家。"},
    {"市委书记李建国深入一线调研。"},
    {"市委、市政府出台惠企政策20条。"},
    {"全市上下掀起招商引资热潮。"},
    {"省发改委、省工信厅到园区督查。"},
    {"要加强企业梯队培育，年内新增规上企业10家。"},
    {"科技、金融、人才等要素加速集聚。"},
    {"北京、上海、深圳等地客商来访。"},
};

TEST(Companies, ReadsPlainSentences) { check(found, {"company"}); }

TEST(Companies, FindsNothingWhereNothingIs) { check(nothing, {"company"}); }

} // namespace
} // namespace zonekg::test
