// Projects and the states that are said of them.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"[年产5万吨高性能树脂|project]项目开工建设。", {"年产5万吨高性能树脂: started actual"}},
    {"[华星智能终端|project]项目已建成投产。", {"华星智能终端: in_production actual"}},
    {"[海蓝生物原料药|project]项目正在进行设备安装。", {"海蓝生物原料药: under_construction actual"}},
    {"[华星智能终端|project]、[久江锂电池|project]、[鼎泰精密铸件|project]等8个项目开工建设。",
     {"华星智能终端: started actual", "久江锂电池: started actual", "鼎泰精密铸件: started actual"}},
    {"[久江锂电池|project]项目力争年底前投产。", {"久江锂电池: in_production target"}},
    {"[云帆智能装备产业园|project]项目主体已封顶，力争明年6月投产。",
     {"云帆智能装备产业园: under_construction actual", "云帆智能装备产业园: in_production target"}},
    {"[中拓风电塔筒|project]项目成功签约。", {"中拓风电塔筒: signed actual"}},
    {"[鼎泰冷链物流|project]项目正在办理环评手续。", {"鼎泰冷链物流: preparing actual"}},
    {"[海蓝新能源储能|project]项目进入试生产阶段。", {"海蓝新能源储能: trial actual"}},
    {"[华星新材料二期|project]、[云帆机器人|project]、[海蓝医疗器械|project]3个项目竣工投产。",
     {"华星新材料二期: completed actual",
      "华星新材料二期: in_production actual",
      "云帆机器人: completed actual",
      "云帆机器人: in_production actual",
      "海蓝医疗器械: completed actual",
      "海蓝医疗器械: in_production actual"}},
    {"[年产2万吨锂电池正极材料|project]项目，总投资6亿元，已开工建设。", {"年产2万吨锂电池正极材料: started actual"}},
    {"[华星年产10万台智能机器人|project]项目开工。", {"华星年产10万台智能机器人: started actual"}},
    {"[鼎泰精密铸件|project]项目已竣工。", {"鼎泰精密铸件: completed actual"}},
    {"确保[中拓风电塔筒|project]项目6月底前竣工投产。", {"中拓风电塔筒: in_production target"}},
    {"推动[海蓝原料药|project]、[云帆机器人|project]等项目尽快开工。",
     {"海蓝原料药: started target", "云帆机器人: started target"}},
    {"（一）在建项目。[华星智能终端|project]项目，总投资5亿元；[久江锂电池|project]项目，总投资12亿元。",
     {"华星智能终端: under_construction actual", "久江锂电池: under_construction actual"}},
    {"总投资20亿元的[久江半导体产业园|project]项目正在进行桩基施工，计划明年投产。",
     {"久江半导体产业园: under_construction actual", "久江半导体产业园: in_production target"}},
    {"由华星集团投资建设的[云川总部基地|project]项目主体封顶。", {"云川总部基地: under_construction actual"}},
    {"[云帆低空经济产业园|project]项目正在洽谈。", {"云帆低空经济产业园: negotiating actual"}},
    {"[鼎泰冷链物流|project]项目已完成备案，正在办理施工许可。", {"鼎泰冷链物流: preparing actual"}},
    {"[云帆智能装备|project]项目落户园区。", {"云帆智能装备: signed actual"}},
    {"[久江锂电池|project]项目主体完工，正在安装设备。", {"久江锂电池: under_construction actual"}},
    {"[海蓝生物医药产业园|project]项目奠基开工。", {"海蓝生物医药产业园: started actual"}},
    {"[白石生物质发电|project]项目并网发电。", {"白石生物质发电: in_production actual"}},
    {"[华星智能终端|project]、[久江锂电池|project]、[海蓝疫苗|project]等5个项目建成投产；[云帆机器人|project]、[鼎泰铸件|project]等3个项目正在建设。",
     {"华星智能终端: in_production actual",
      "久江锂电池: in_production actual",
      "海蓝疫苗: in_production actual",
      "云帆机器人: under_construction actual",
      "鼎泰铸件: under_construction actual"}},
    {"[年产30万套汽车座椅|project]项目试生产。", {"年产30万套汽车座椅: trial actual"}},
    {"[华星智能终端|project]、[久江锂电池|project]、[海蓝疫苗|project]等12个项目签约。",
     {"华星智能终端: signed actual", "久江锂电池: signed actual", "海蓝疫苗: signed actual"}},
    {"[久江锂电池|project]项目开工建设。", {"久江锂电池: started actual"}},
    {"[年产8万吨绿色建材|project]项目落户。", {"年产8万吨绿色建材: signed actual"}},
    {"[云帆机器人|project]项目即将开工。", {"云帆机器人: started target"}},
    {"[华星智能终端|project]项目完成投资3.2亿元，厂房已封顶。", {"华星智能终端: under_construction actual"}},
    // notes that speak of rows by their numbers; what a row says stays in the row
    {"序号\t项目名称\t总投资\t进展\n1\t[海蓝生物原料药|project]项目\t5亿元\t主体封顶\n2\t[云帆机器人减速器|project]项目\t3亿元\t已投产\n"
     "3\t[鼎泰精密铸件|project]项目\t2亿元\t签约\n注：1号力争年底前投产，3号计划6月前开工。",
     {"海蓝生物原料药: under_construction actual", "海蓝生物原料药: in_production target", "云帆机器人减速器: in_production actual",
      "鼎泰精密铸件: signed actual", "鼎泰精密铸件: started target"}},
};

// Nothing here is a project.
const SentenceCase nothing[] = {
    {"今年新开工项目23个，竣工项目15个。"},
    {"要狠抓项目建设，确保重大项目早开工、早投产。"},
    {"市发改委组织召开重点项目调度会。"},
    {"全年完成固定资产投资86亿元，增长12.5%。"},
    {"李建国到云川市调研并看望老党员。"},
    {"落实领导包联项目制度，一个项目一个专班。"},
    {"全区签约项目总数居全市第一。"},
    {"各部门要强化项目要素保障。"},
    {"企业用工需求得到缓解。"},
    {"市工信局、市商务局到园区指导工作。"},
};

TEST(Projects, ReadsPlainSentences) { check(found, {"project"}, status_lines); }

TEST(Projects, FindsNothingWhereNothingIs) { check(nothing, {"project"}, status_lines); }

} // namespace
} // namespace zonekg::test
