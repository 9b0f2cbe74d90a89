// What several plugins find in one sentence, one inside the other.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"[青岚经济开发区|zone]引进[海蓝生物科技有限公司|company]。"},
    {"[华星集团|company]、[久江股份|company]等企业落户[青岚经济开发区|zone]。"},
    {"[青岚经济开发区|zone]形成了[新材料|industry]、[电子信息|industry]两大主导产业。"},
    {"1.[[华星新材料有限公司|company]年产5万吨高性能树脂|project]项目。总投资5亿元，正在建设。\n"
     "2.[[海蓝药业有限公司|company]原料药|project]项目。总投资3亿元，已投产。"},
};

TEST(Together, ReadsPlainSentences) { check(found, {"zone", "company", "project", "fund", "infrastructure", "industry"}); }

} // namespace
} // namespace zonekg::test
