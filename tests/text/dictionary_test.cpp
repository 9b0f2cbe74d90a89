#include "core/text/dictionary.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>

namespace zonekg {
namespace {

const std::filesystem::path dictionary_file = std::filesystem::path(ZONEKG_BUILD_DIR) / "words.dict";

const Dictionary& dictionary() {
  static const Dictionary it(dictionary_file);
  return it;
}

const char* tag_name(std::uint32_t tag) {
  constexpr const char* names[] = {"?", "n", "v", "a", "d", "f", "m", "q", "t", "ns", "nr", "nt", "en", "w", "o"};
  return tag < std::size(names) ? names[tag] : "out of range";
}

// `word/tag word/tag`.
std::string show(std::string_view text, const std::vector<zkg_word>& words) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out += ' ';
    out += text.substr(word.span.begin, word.span.end - word.span.begin);
    out += std::string("/") + tag_name(word.tag);
  }
  return out;
}

struct Case {
  std::string_view text;
  const char* words;
};

class DictionaryCases : public testing::TestWithParam<Case> {};

TEST_P(DictionaryCases, Segments) {
  const Case& c = GetParam();
  EXPECT_EQ(show(c.text, dictionary().segment(c.text)), c.words);
}

INSTANTIATE_TEST_SUITE_P(
    Dictionary, DictionaryCases,
    testing::Values(Case{"", ""}, Case{" \t\n　\r", ""}, Case{"园区企业投产", "园区/n 企业/n 投产/v"},
                    Case{"实际利用外资0.23亿美元", "实际利用外资/n 0.23/m 亿美元/q"},
                    Case{"同比增长6.7%。", "同比/d 增长/v 6.7%/m 。/w"}, Case{"60.3‰", "60.3‰/m"},
                    Case{"1,234,567.8万元", "1,234,567.8/m 万元/q"}, Case{"2021,100家", "2021/m ,/w 100/m 家/q"},
                    Case{"3,45个", "3/m ,/w 45/m 个/q"}, Case{"1.2.3", "1.2/m ./w 3/m"}, Case{"5.", "5/m ./w"},
                    Case{"100MW", "100/m MW/en"}, Case{"T-Box和AT&T", "T-Box/en 和/f AT&T/en"},
                    Case{"A12.", "A12/en ./w"}, Case{"“一网通办”", "“/w 一网通办/o ”/w"}, Case{"苏州市", "苏州市/ns"},
                    Case{"苏州工业园区", "苏州工业园区/ns"}, Case{"和平区和平发展", "和平区/ns 和平/n 发展/v"},
                    Case{"①30㎡", "①/m 30/m ㎡/q"}, Case{"龘䶮园区", "龘/? 䶮/? 园区/n"}, Case{"𠮷野", "𠮷/? 野/n"},
                    Case{"Москва", "М/? о/? с/? к/? в/? а/?"},
                    Case{"推进园区 高质量\n发展", "推进/v 园区/n 高质量/n 发展/v"}));

TEST(Dictionary, KnownWordsCarryTheirFrequency) {
  const auto words = dictionary().segment("企业龘5");
  ASSERT_EQ(words.size(), 3u);
  EXPECT_GT(words[0].frequency, 1000u);
  EXPECT_EQ(words[1].frequency, 0u);
  EXPECT_EQ(words[2].frequency, 0u);
}

// Words in order, not overlapping, and all that is between them is space.
void expect_cover(std::string_view text, const std::vector<zkg_word>& words) {
  std::uint32_t last = 0;
  for (const auto& word : words) {
    ASSERT_LE(last, word.span.begin);
    ASSERT_LT(word.span.begin, word.span.end);
    ASSERT_EQ(text.substr(last, word.span.begin - last).find_first_not_of(" \n"), std::string_view::npos);
    ASSERT_LE(word.tag, static_cast<std::uint32_t>(ZKG_TAG_OTHER));
    last = word.span.end;
  }
  ASSERT_EQ(text.substr(last).find_first_not_of(" \n"), std::string_view::npos);
}

TEST(Dictionary, LongTextWithoutPunctuation) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "开发区企业";
  const auto words = dictionary().segment(text);
  expect_cover(text, words);
  EXPECT_NEAR(static_cast<double>(words.size()), 100000, 200);
}

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class DamagedDictionary : public testing::Test {
 protected:
  void SetUp() override {
    bytes_ = read_all(dictionary_file);
    ASSERT_GT(bytes_.size(), 1000000u);
    file_ = std::filesystem::temp_directory_path() / ("zonekg_damaged_" + std::to_string(::getpid()) + ".dict");
  }
  void TearDown() override { std::filesystem::remove(file_); }

  void write(std::string_view bytes) const { std::ofstream(file_, std::ios::binary) << bytes; }

  // The message of the refusal; empty when the file was taken.
  [[nodiscard]] std::string refusal() const {
    try {
      const Dictionary taken(file_);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }
  void expect_refusal(std::string_view words) const {
    const std::string message = refusal();
    EXPECT_NE(message.find(words), std::string::npos) << message;
    EXPECT_NE(message.find(file_.string()), std::string::npos) << message;
  }

  std::string bytes_;
  std::filesystem::path file_;
};

TEST_F(DamagedDictionary, MissingOrNoFile) {
  expect_refusal("No such file");
  std::filesystem::create_directory(file_);
  expect_refusal("not a word dictionary");
}

TEST_F(DamagedDictionary, CutShort) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{31}}) {
    write(std::string_view(bytes_).substr(0, size));
    expect_refusal("not a word dictionary");
  }
  for (const std::size_t size : {std::size_t{32}, std::size_t{5000}, bytes_.size() - 1}) {
    write(std::string_view(bytes_).substr(0, size));
    expect_refusal("cut short or damaged");
  }
  write(bytes_ + "x");
  expect_refusal("cut short or damaged");
}

TEST_F(DamagedDictionary, HeaderOfAnother) {
  const auto with = [&](std::size_t at, char value) {
    std::string changed = bytes_;
    changed[at] = value;
    write(changed);
  };
  with(0, 'X');
  expect_refusal("not a word dictionary");
  with(8, 99);
  expect_refusal("version 99");
  with(12, 9);
  expect_refusal("byte order");
  with(26, '\x7F'); // cell count
  expect_refusal("cut short or damaged");
}

TEST_F(DamagedDictionary, BrokenInsideNeverCrashes) {
  const std::string text = "经济开发区实际利用外资0.23亿美元，同比增长6.7%。龘苏州工业园区";
  std::mt19937 random(11);
  for (int round = 0; round < 3; ++round) {
    std::string changed = bytes_;
    for (std::size_t at = 32; at < changed.size(); at += 1 + random() % (64u << round))
      changed[at] = static_cast<char>(random());
    write(changed);
    ASSERT_EQ(refusal(), "");
    expect_cover(text, Dictionary(file_).segment(text));
  }
}

} // namespace
} // namespace zonekg
