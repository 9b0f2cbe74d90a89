// Renamed passages: which parts of a name are replaced, and that the result is still a right annotation.
#include "core/training/rename.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "core/text/characters.hpp"
#include "core/text/places.hpp"
#include "core/training/rename_text.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

const Dictionary& dictionary() {
  static const Dictionary it(fs::path(ZONEKG_BUILD_DIR) / "words.dict");
  return it;
}

const NameParser& parser() {
  static const NameParser it(dictionary(), fs::path(ZONEKG_BUILD_DIR) / "shared");
  return it;
}

constexpr const char* kind_names[] = {"place", "locality", "brand"};

// `[射洪|place][天辉|brand]能源`.
std::string marked(const std::string& name, const std::string& type) {
  const std::u32string key = decode(name);
  std::string shown;
  std::size_t at = 0;
  for (const NamePart& part : parser().parts(key, type)) {
    shown += encode(key.substr(at, part.begin - at)) + "[" + encode(key.substr(part.begin, part.end - part.begin)) +
             "|" + kind_names[static_cast<std::size_t>(part.kind)] + "]";
    at = part.end;
  }
  return shown + encode(key.substr(at));
}

struct Build {
  const char *type, *marked;
};

std::string unmarked(std::string text) {
  for (const char* mark : {"[", "|place]", "|locality]", "|brand]"})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, std::string(mark).size());
  return text;
}

class NameBuild : public testing::TestWithParam<Build> {};

TEST_P(NameBuild, PartsThatAreReplaced) {
  const Build& build = GetParam();
  EXPECT_EQ(marked(unmarked(build.marked), build.type), build.marked);
}

INSTANTIATE_TEST_SUITE_P(
    Companies, NameBuild,
    testing::Values(Build{"company", "[重庆|place][天辉|brand]能源科技有限公司"}, Build{"company", "[天辉|brand]能源"},
                    Build{"company", "[亿纬|brand]锂能"}, Build{"company", "[欣旺达|brand]"},
                    Build{"company", "[远景|brand]能源"}, Build{"company", "[三一|brand]重工"},
                    Build{"company", "[四川|place][富临|brand]实业集团"},
                    Build{"company", "中国农业银行[湖北|place]省分行"}, Build{"company", "[江苏|place]省信用担保集团"},
                    Build{"company", "[小罐|brand]茶"}, Build{"company", "xx机械有限公司"},
                    Build{"company", "国家开发银行"}, Build{"company", "[tcl|brand]集团"}, Build{"company", "工商银行"},
                    Build{"company", "农村商业银行"}, Build{"company", "水务公司"}, Build{"company", ""}));
INSTANTIATE_TEST_SUITE_P(
    Zones, NameBuild,
    testing::Values(Build{"zone", "[射洪|place]经开区"}, Build{"zone", "[四川|place][射洪|place]经济开发区"},
                    Build{"zone", "[袍江|locality]经济技术开发区"}, Build{"zone", "[钦州|place]港经济技术开发区"},
                    Build{"zone", "[日照|place]市医疗器械产业园"}, Build{"zone", "[首衡|locality]东盟食品产业园"},
                    Build{"zone", "新能源产业园"}, Build{"zone", "智慧农业产业园"}, Build{"zone", "玉米产业园"},
                    Build{"zone", "xx经济开发区"}, Build{"zone", "临港工业园"}, Build{"zone", "b区"},
                    Build{"zone", "国家农业科技园区"}));
INSTANTIATE_TEST_SUITE_P(
    Works, NameBuild,
    testing::Values(Build{"project", "年产5万吨锂电池生产线"}, Build{"project", "磷酸铁锂一、二期"},
                    Build{"project", "[恩捷|brand]锂电池隔膜"}, Build{"project", "汽车零部件"},
                    Build{"project", "13条市政道路"}, Build{"project", "[湖北|place][恩捷|brand]锂电池隔膜"},
                    Build{"infrastructure", "110千伏变电站"}, Build{"infrastructure", "[枫杨|place]路"},
                    Build{"infrastructure", "中横路"}, Build{"infrastructure", "第二污水处理厂"},
                    Build{"fund", "[洛阳|place]市制造业高质量发展基金"}, Build{"industry", "汽车零部件"},
                    Build{"industry", "重庆火锅"}));

GoldPassage passage(std::vector<std::pair<std::string, std::vector<std::string>>> entities) {
  GoldPassage gold;
  for (auto& [type, names] : entities) {
    GoldEntity entity;
    entity.type = type;
    entity.texts = names;
    for (const std::string& name : names) entity.keys.push_back(name_key(name));
    gold.entities.push_back(entity);
  }
  return gold;
}

TEST(Renaming, ShortFormsProjectsAndPlacesFollow) {
  GoldPassage gold = passage({{"zone", {"射洪经开区"}},
                              {"company", {"重庆天辉能源科技有限公司", "天辉能源"}},
                              {"project", {"天辉圆柱形电池产线二期"}},
                              {"industry", {"锂电"}}});
  gold.zone = gold.zone_text = "射洪经开区";
  gold.relations.push_back({"重庆天辉能源科技有限公司", "undertakes", "天辉圆柱形电池产线二期", false,
                            "重庆天辉能源科技有限公司", "天辉圆柱形电池产线二期"});
  const std::string text =
      "射洪县的射洪经开区发展锂电,重庆天辉能源科技有限公司建设天辉圆柱形电池产线二期,天辉能源已投产。";
  const RenamedPassage result = renamed(gold, text, 7, parser());
  const std::string zone = result.gold.zone.substr(0, 6), city = result.gold.entities[1].keys[0].substr(0, 6),
                    brand = result.gold.entities[1].keys[1].substr(0, 6);
  EXPECT_EQ(result.text, zone + "县的" + zone + "经开区发展锂电," + city + brand + "能源科技有限公司建设" + brand +
                             "圆柱形电池产线二期," + brand + "能源已投产。");
  EXPECT_EQ(result.gold.zone, zone + "经开区");
  EXPECT_EQ(result.gold.relations[0].head_text, city + brand + "能源科技有限公司");
  EXPECT_EQ(result.gold.relations[0].tail, brand + "圆柱形电池产线二期");
  EXPECT_EQ(result.gold.entities[3].keys[0], "锂电");
  const std::set<std::string> parts = {zone, city, brand, "射洪", "重庆", "天辉"};
  EXPECT_EQ(parts.size(), 6U);
}

TEST(Renaming, WordsOfTheTextThatHappenToHoldABrandStay) {
  const GoldPassage gold = passage({{"company", {"展科"}}});
  const RenamedPassage result = renamed(gold, "展科落户,发展科技。", 1, parser());
  EXPECT_NE(result.text.find("落户,发展科技。"), std::string::npos) << result.text;
  EXPECT_EQ(result.text.find("展科落户"), std::string::npos) << result.text;
}

TEST(Renaming, LettersKeepCaseAndWidth) {
  const GoldPassage gold = passage({{"company", {"Bosch集团", "ＢＯＳＣＨ"}}});
  const RenamedPassage result = renamed(gold, "Bosch集团(ＢＯＳＣＨ)", 3, parser());
  const std::u32string text = decode(result.text);
  ASSERT_EQ(text.size(), 14U);
  EXPECT_TRUE(text[0] >= U'A' && text[0] <= U'Z' && text[1] >= U'a' && text[1] <= U'z') << result.text;
  for (std::size_t i = 0; i < 5; ++i)
    EXPECT_EQ(text[8 + i] - U'Ａ', (i == 0 ? text[i] - U'A' : text[i] - U'a')) << result.text;
  EXPECT_EQ(result.gold.entities[0].keys[1], name_key(result.gold.entities[0].texts[1]));
}

TEST(Renaming, NameBrokenByALineEndOrQuotes) {
  const GoldPassage gold = passage({{"company", {"欣旺达电池"}}});
  const RenamedPassage result = renamed(gold, "“欣旺\n达”电池", 3, parser());
  EXPECT_EQ(decode(result.text).size(), 8U);
  EXPECT_EQ(name_key(result.text), result.gold.entities[0].keys[0]);
  EXPECT_NE(result.gold.entities[0].keys[0], "欣旺达电池");
}

TEST(Renaming, WhatIsNotInTheTextStays) {
  const GoldPassage gold = passage({{"company", {"天辉能源", ""}}});
  for (const char* text : {"", "没有名称的一句话。"}) {
    const RenamedPassage result = renamed(gold, text, 1, parser());
    EXPECT_EQ(result.text, text);
    EXPECT_EQ(result.gold.entities[0].keys[0], "天辉能源");
  }
}

TEST(Renaming, SameSeedSameBytes) {
  const GoldPassage gold = passage({{"zone", {"射洪经开区"}}, {"company", {"天辉能源"}}});
  const std::string text = "射洪经开区引进天辉能源。";
  EXPECT_EQ(renamed(gold, text, 5, parser()).text, "隆回经开区引进悦吉能源。");
  EXPECT_NE(renamed(gold, text, 6, parser()).text, renamed(gold, text, 5, parser()).text);
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Told without the parser: a firm's name, or a listed place or two characters in a row that make no word.
bool holds_a_name(const std::string& key, const std::string& type) {
  if (key.find("xx") != std::string::npos || key.find('*') != std::string::npos) return false;
  if (type == "company") return true;
  std::uint32_t single_before = 0;
  for (const zkg_word& word : dictionary().segment(key)) {
    const std::string words = key.substr(word.span.begin, word.span.end - word.span.begin);
    const bool single = words.size() == 3 && is_cjk(code_point_at(words, 0).value) && word.tag != ZKG_TAG_NUMBER;
    if (is_known_place(decode(words)) || (single && single_before == word.span.begin && single_before > 0)) return true;
    single_before = single ? word.span.end : 0;
  }
  return false;
}

TEST(Renaming, EveryPassageStaysRight) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> changed; // of names, by type
  for (const GoldPassage& gold : read_gold(fs::path(ZONEKG_SOURCE_DIR) / "tests/gold")) {
    const std::string text = read(gold.text);
    const RenamedPassage result = renamed(gold, text, passage_seed(gold, 1), parser());
    const std::string before = name_key(text), after = name_key(result.text);
    std::set<std::string> old_names, new_names;
    for (std::size_t i = 0; i < gold.entities.size(); ++i)
      for (std::size_t k = 0; k < gold.entities[i].keys.size(); ++k) {
        const std::string &type = gold.entities[i].type, &key = gold.entities[i].keys[k],
                          &with = result.gold.entities[i].keys[k];
        EXPECT_TRUE(before.find(key) == std::string::npos || after.find(with) != std::string::npos)
            << gold.text << ": " << key << " → " << with;
        EXPECT_EQ(with, name_key(result.gold.entities[i].texts[k])) << gold.text;
        EXPECT_EQ(count_code_points(key), count_code_points(with)) << gold.text;
        old_names.insert(key);
        new_names.insert(with);
        if (!holds_a_name(key, type)) continue;
        ++changed[type].second;
        if (key != with) ++changed[type].first;
      }
    EXPECT_EQ(old_names.size(), new_names.size()) << gold.text << ": two names became one, or one two";
    EXPECT_EQ(count_code_points(text), count_code_points(result.text)) << gold.text;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), std::count(result.text.begin(), result.text.end(), '\n'))
        << gold.text;
  }
  std::size_t some = 0, all = 0;
  for (const auto& [type, count] : changed) {
    std::cout << type << ": " << count.first << " of " << count.second << " names changed\n";
    if (type != "zone" && type != "company" && type != "project") continue;
    some += count.first;
    all += count.second;
  }
  EXPECT_GT(static_cast<double>(some), 0.8 * static_cast<double>(all));
  EXPECT_LT(static_cast<double>(changed["industry"].first),
            0.01 * static_cast<double>(changed["industry"].second) + 10);
}

} // namespace
} // namespace zonekg
