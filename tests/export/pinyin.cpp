#include "export/pinyin.hpp"

#include <gtest/gtest.h>

namespace zonekg {
namespace {

TEST(Pinyin, IsWhatPeopleType) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"岚溪经济开发区", "lanxijingjikaifaqu", "lxjjkfq"},
      {"年产5万吨再生铝", "nianchan5wandunzaishenglv nianchan5wandunzaishenglu", "nc5wdzsl"},
      {"国家开发银行", "guojiakaifayinhang", "gjkfyh"},
      {"重庆长安汽车", "chongqingchanganqiche", "cqcaqc"},
      {"重型机械", "zhongxingjixie", "zxjx"},
      {"六安市", "luanshi", "las"},
      {"六号厂房", "liuhaochangfang", "lhcf"},
      {"成都地铁", "chengduditie", "cddt"},
      {"广西X-TEC（南宁）有限公司", "guangxixtecnanningyouxiangongsi", "gxxtecnnyxgs"},
      {"𠮷野", "ye", "y"},
      {"", "", ""},
      {"·—「」 ", "", ""},
      {"\xE4\xB8", "", ""},
      {"岚\xFF溪", "lanxi", "lx"}};
  PinyinReader reader;
  for (const auto& [name, full, initials] : cases) {
    const Pinyin pinyin = reader.read(name);
    EXPECT_EQ(pinyin.full, full) << name;
    EXPECT_EQ(pinyin.initials, initials) << name;
  }
}

TEST(Pinyin, OfANodeHasItsAliases) {
  Node node;
  node.name = "开化经开区";
  node.aliases = {"开化", "—", "绿谷"};
  const Pinyin pinyin = PinyinReader().read(node);
  EXPECT_EQ(pinyin.full, "kaihuajingkaiqu kaihua lvgu lugu");
  EXPECT_EQ(pinyin.initials, "khjkq kh lg");
}

} // namespace
} // namespace zonekg
