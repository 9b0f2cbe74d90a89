// Development zones and parks, generic words for the reporting one.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"[青岚经济开发区|zone]今年新开工工业项目12个。"},
    {"[临湖高新技术产业开发区|zone]位于云川市东部，规划面积35平方公里。"},
    {"华星电子落户[白石化工园区|zone]，预计年底投产。"},
    {"今年以来，[南浦工业园区|zone]坚持项目为王，签约项目18个。"},
    {"[云川高新区|zone]与[青岚经开区|zone]签署合作共建协议。"},
    {"[松江口综合保税区|zone]实现进出口总额52亿元，增长9.3%。"},
    {"[云川市循环经济产业园|zone]累计完成固定资产投资8.6亿元。"},
    {"[北塘镇工业集中区|zone]入驻企业46家。"},
    {"[青岚经济开发区|zone]工作总结\n"
     "今年，[开发区|generic]新签约项目15个。"},
    {"[云川经济技术开发区|zone]上半年工作情况\n"
     "[园区|generic]完成工业总产值120亿元。"},
    {"[金桥科技园|zone]建成标准厂房8万平方米。"},
    {"规划建设“一区三园”，即[电子信息产业园|zone]、[新材料产业园|zone]、[食品产业园|zone]。"},
    {"关于[南浦高新区|zone]招商引资情况的汇报"},
    {"[青岚空港经济区|zone]新签约项目9个。"},
    {"推进[云川大数据产业园|zone]、[白石新材料产业园|zone]建设。"},
    {"[东港保税物流园区|zone]封关运营。"},
    {"[南浦经开区|zone]完成工业总产值180亿元，同比增长12%。"},
    {"[临湖科技城|zone]引进高层次人才320人。"},
    {"[云川经开区|zone]、[青岚高新区|zone]、[南浦综合保税区|zone]列入全省考核前十。"},
};

// Nothing here is a zone.
const SentenceCase nothing[] = {
    {"县委、县政府主要领导多次到项目现场调研。"},
    {"云川市和青岚县去年粮食丰收，农民收入增加。"},
    {"市发改委、市工信局、市财政局联合印发通知。"},
    {"李建国同志主持会议并讲话。"},
    {"建设生态园林城市，打造宜居环境。"},
    {"企业围绕市场需求加大研发投入，产能稳步提升。"},
    {"全市各类产业园区要进一步优化营商环境。"},
    {"华星集团与久江股份签署战略合作协议。"},
    {"公园、广场等公共场所焕然一新。"},
    {"农村人居环境示范村建设全面推进。"},
    {"县领导到各乡镇检查防汛工作。"},
    {"招商局、财政局、税务局密切配合。"},
    {"打造千亿级新材料产业园区。"},
};

// By rule, whatever the weights say of the names themselves.
const SentenceCase second_names[] = {
    {"[园区|generic]（[Songkou Economic Development Zone|zone]，[SKEDZ|zone]）新签约项目15个。"},
    {"[园区|generic]（EPC）新签约项目15个。"},
    {"[园区|generic]（Light Emitting Diode，LED）新签约项目15个。"},
    {"[青屿新区|zone]召开动员会。[青屿|zone]要争当全市工业的排头兵，青屿人民要加油。"},
    {"[东部新区|zone]召开动员会。东部要争当全市工业的排头兵。"},
};
TEST(Zones, SecondNames) { check(second_names, {"zone"}); }

const SentenceCase parenthesised[] = {
    {"[衢安经开区|zone]（[澜溪工业园区|zone]）今年签约项目15个。", {"衢安经开区 = 澜溪工业园区"}},
    {"[衢安经开区|zone]（[凤凰片区|zone]）今年签约项目15个。"},
    {"[衢安经开区|zone]、[澜溪工业园区|zone]今年签约项目15个。"},
};
TEST(Zones, NamesInParentheses) { check(parenthesised, {"zone"}, same_lines); }

TEST(Zones, ReadsPlainSentences) { check(found, {"zone"}); }

TEST(Zones, FindsNothingWhereNothingIs) { check(nothing, {"zone"}); }

} // namespace
} // namespace zonekg::test
