#include "core/text/scanner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace zonekg {
namespace {

// `begin-end:id`, in the order reported.
std::string show(const std::vector<Scanner::Hit>& hits) {
  std::string out;
  for (const auto& hit : hits) {
    if (!out.empty()) out += ' ';
    out += std::to_string(hit.span.begin) + '-' + std::to_string(hit.span.end) + ':' + std::to_string(hit.id);
  }
  return out;
}

struct Case {
  const char* about;
  std::vector<Scanner::Word> words;
  std::string_view text;
  const char* hits;
};

class ScannerCases : public testing::TestWithParam<Case> {};

TEST_P(ScannerCases, FindsEveryWord) {
  const Case& c = GetParam();
  EXPECT_EQ(show(Scanner(c.words).scan(c.text)), c.hits) << c.about;
}

INSTANTIATE_TEST_SUITE_P(
    Scanner, ScannerCases,
    testing::Values(
        Case{"longer first at one place, overlaps kept",
             {{"开发区", 1}, {"开发", 2}, {"发区", 3}},
             "经开发区",
             "3-12:1 3-9:2 6-12:3"},
        Case{"nothing to find", {{"开发区", 1}}, "开发", ""}, Case{"no words", {}, "开发区", ""},
        Case{"empty word left out", {{"", 1}, {"区", 2}}, "区", "0-3:2"}, Case{"empty text", {{"区", 1}}, "", ""},
        Case{"one character, at start, inside and at the end", {{"区", 7}}, "区内区", "0-3:7 6-9:7"},
        Case{"ASCII words and ends", {{"GDP", 1}, {"G", 2}, {"P", 3}}, "GDP", "0-3:1 0-1:2 2-3:3"},
        Case{"one word of two ids, by id; the same twice counts once",
             {{"亿元", 9}, {"亿元", 4}, {"亿元", 9}},
             "亿元",
             "0-6:4 0-6:9"},
        Case{"two words of one id", {{"亿", 1}, {"元", 1}}, "亿元", "0-3:1 3-6:1"},
        Case{"mixed widths", {{"5G产", 1}, {"é", 2}, {"𠮷野", 3}}, "é5G产𠮷野", "0-2:2 2-7:1 7-14:3"},
        Case{"the second character decides", {{"投产", 1}}, "投资投产产投", "6-12:1"},
        Case{"NUL is a character", {{std::string_view("a\0b", 3), 1}}, std::string_view("xa\0b", 4), "1-4:1"}));

// Every place, every word, compared byte by byte.
std::vector<Scanner::Hit> scan_slowly(const std::vector<Scanner::Word>& words, std::string_view text) {
  std::vector<Scanner::Hit> hits;
  for (std::uint32_t at = 0; at < text.size(); ++at)
    for (const auto& word : words)
      if (text.substr(at).starts_with(word.text))
        hits.push_back({{at, at + static_cast<std::uint32_t>(word.text.size())}, word.id});
  std::sort(hits.begin(), hits.end(), [](const Scanner::Hit& a, const Scanner::Hit& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.id < b.id;
  });
  return hits;
}

std::string random_text(std::mt19937& random, std::size_t characters) {
  static const std::vector<std::string> alphabet = {"园", "区", "企", "业", "a", "1", "é", "𠮷"};
  std::string out;
  for (std::size_t i = 0; i < characters; ++i) out += alphabet[random() % alphabet.size()];
  return out;
}

TEST(Scanner, AgreesWithSlowSearch) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> texts;
    for (int i = 0; i < 40; ++i) texts.push_back(random_text(random, 1 + random() % 5));
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    std::vector<Scanner::Word> words;
    for (const auto& text : texts) words.push_back({text, static_cast<std::uint32_t>(random() % 1000)});
    const std::string text = random_text(random, 700);
    ASSERT_EQ(show(Scanner(words).scan(text)), show(scan_slowly(words, text))) << "round " << round;
  }
}

TEST(Scanner, ManyWordsAllFound) {
  std::vector<std::string> texts;
  for (char32_t a = 0; a < 100; ++a)
    for (char32_t b = 0; b < 100; ++b) {
      const char32_t pair[] = {0x4E00 + a * 7, 0x4E00 + b * 11};
      std::string text;
      for (const char32_t c : pair) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
      }
      texts.push_back(text);
    }
  std::vector<Scanner::Word> words;
  for (std::uint32_t i = 0; i < texts.size(); ++i) words.push_back({texts[i], i});
  const Scanner scanner(words);
  for (std::uint32_t i = 0; i < texts.size(); ++i) ASSERT_EQ(show(scanner.scan(texts[i])), "0-6:" + std::to_string(i));
}

TEST(Scanner, AnyBytesAreHarmless) {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % 6; n > 0; --n) text += static_cast<char>(random());
    texts.push_back(text);
  }
  std::vector<Scanner::Word> words;
  for (const auto& text : texts) words.push_back({text, 1});
  const Scanner scanner(words);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (std::size_t n = random() % 300; n > 0; --n)
      text += random() % 3 ? texts[random() % texts.size()] : std::string(1, static_cast<char>(random()));
    for (const auto& hit : scanner.scan(text)) {
      ASSERT_LT(hit.span.begin, hit.span.end);
      ASSERT_LE(hit.span.end, text.size());
    }
  }
}

TEST(Scanner, VeryLongWord) {
  std::string word = "园";
  for (int i = 1; i < 100000; ++i) word += "区";
  const Scanner scanner({{word, 1}});
  EXPECT_EQ(show(scanner.scan("x" + word + "y")), "1-300001:1");
  EXPECT_EQ(show(scanner.scan(std::string_view(word).substr(3))), "");
}

TEST(Scanner, AppendsToHits) {
  const Scanner scanner({{"区", 1}});
  std::vector<Scanner::Hit> hits = {{{9, 12}, 5}};
  scanner.scan("区", hits);
  EXPECT_EQ(show(hits), "9-12:5 0-3:1");
}

} // namespace
} // namespace zonekg
