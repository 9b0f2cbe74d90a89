// The small parts of the host.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include "core/host/inputs.hpp"
#include "core/host/names.hpp"
#include "core/host/quotes.hpp"
#include "core/host/sha256.hpp"
#include "core/host/siblings.hpp"
#include "core/model/diagnostic.hpp"
#include "core/process/parallel.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

TEST(CloseWhiteSpace, Table) {
  const std::pair<const char*, const char*> table[] = {
      {"华星集团", "华星集团"},
      {" 华星 \n集团 ", "华星集团"},
      {"ABC  New\tEnergy", "ABC New Energy"},
      {"华星 LED", "华星 LED"},
      {"\xE3\x80\x80华星", "华星"},
      {"", ""},
      {" \n ", ""},
  };
  for (const auto& [words, name] : table) EXPECT_EQ(close_white_space(words), name) << words;
  EXPECT_FALSE(has_words(" \n\xE3\x80\x80"));
  EXPECT_TRUE(has_words(" x"));
}

TEST(SourceQuotes, AnyPlaceInALongText) {
  std::string text;
  std::vector<std::string> points;
  for (int i = 0; i < 500; ++i) {
    points.push_back(i % 3 == 0 ? "a" : i % 3 == 1 ? "区" : "😀");
    text += points.back();
  }
  const SourceQuotes quotes(text);
  for (const std::uint32_t begin : {0u, 1u, 63u, 64u, 65u, 127u, 128u, 499u, 500u})
    for (const std::uint32_t size : {0u, 1u, 2u, 64u, 200u}) {
      const std::uint32_t end = std::min(begin + size, 500u);
      std::string expected;
      for (std::uint32_t i = begin; i < end; ++i) expected += points[i];
      EXPECT_EQ(quotes.quote(begin, end), expected) << begin << " " << end;
    }
  EXPECT_EQ(SourceQuotes("").quote(0, 0), "");
}

TEST(Sha256, KnownValues) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ForEachParallel, EveryIndexOnceAndWorkersApart) {
  for (const unsigned jobs : {0u, 1u, 2u, 7u}) {
    std::vector<std::atomic<int>> seen(100), busy(8);
    for_each_parallel(100, jobs, [&](std::size_t i, unsigned worker) {
      EXPECT_EQ(busy.at(worker)++, 0);
      ++seen[i];
      --busy.at(worker);
    });
    EXPECT_TRUE(std::ranges::all_of(seen, [](const std::atomic<int>& n) { return n == 1; })) << jobs;
  }
  for_each_parallel(0, 3, [](std::size_t, unsigned) { FAIL(); });
}

TEST(ForEachParallel, TheFirstFailureIsTheOneReported) {
  for (const unsigned jobs : {1u, 3u}) {
    std::string message;
    try {
      for_each_parallel(50, jobs, [](std::size_t i, unsigned) {
        if (i >= 20) throw InputError(std::to_string(i));
      });
    } catch (const InputError& error) {
      message = error.what();
    }
    EXPECT_EQ(message, "20") << jobs;
  }
}

class Inputs : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(root);
    for (const char* file :
         {"b.txt", "a.txt", "notes.json", ".hidden.txt", "sub/c.txt", ".git/d.txt", "sub/deep/a.txt"}) {
      fs::create_directories((root / file).parent_path());
      std::ofstream(root / file) << "x";
    }
  }
  void TearDown() override { fs::remove_all(root); }

  static std::vector<std::string> paths(const std::vector<std::string>& arguments) {
    std::vector<std::string> shown;
    for (const Input& input : list_inputs(arguments, has_report_ending)) shown.push_back(input.path);
    return shown;
  }
  [[nodiscard]] std::string at(const char* path) const { return (root / path).string(); }

  const fs::path root = fs::path(testing::TempDir()) / "zonekg_inputs";
};

TEST_F(Inputs, FoldersFilesAndStandardInput) {
  EXPECT_EQ(paths({root.string()}), (std::vector<std::string>{"a.txt", "b.txt", "sub/c.txt", "sub/deep/a.txt"}));
  EXPECT_EQ(paths({at("notes.json"), at("b.txt")}), (std::vector<std::string>{"b.txt", "notes.json"})); // named: read
  EXPECT_EQ(paths({"-", at("b.txt")}), (std::vector<std::string>{"b.txt", "stdin"}));
}

TEST_F(Inputs, OrderAndRepetitionDoNotMatter) {
  const std::vector<std::string> expected{"a.txt", "b.txt", "c.txt", "deep/a.txt"};
  EXPECT_EQ(paths({at("sub"), at("a.txt"), at("b.txt")}), expected);
  EXPECT_EQ(paths({at("b.txt"), at("a.txt"), at("sub"), at("sub") + "/../a.txt", at("sub/")}), expected);
}

TEST(HasReportEnding, Table) {
  for (const char* yes : {"a.txt", "A.TXT", "a.b.text"}) EXPECT_TRUE(has_report_ending(yes)) << yes;
  for (const char* no : {"a.json", "txt", "a", "a.txt.bak"}) EXPECT_FALSE(has_report_ending(no)) << no;
}

TEST_F(Inputs, WhatIsNotThere) {
  EXPECT_THROW(paths({at("none.txt")}), InputError);
  EXPECT_THROW(paths({"-", "-"}), UsageError);
}

TEST(Siblings, MentionsInDifferentItemsOfOneEnumeration) {
  const auto item = [](std::uint32_t begin, std::uint32_t end, std::uint32_t enumeration, std::uint32_t column = 0) {
    return zkg_item{{begin, end}, {0, 0}, enumeration, 0, column, {0, 0}};
  };
  std::vector<Mention> mentions;
  std::vector<PlacedMention> placed;
  const auto add = [&](std::uint32_t begin, std::uint32_t end, const char* type, const char* name) {
    placed.push_back({{begin, end}, static_cast<std::uint32_t>(mentions.size())});
    mentions.push_back({type, name, 0.9, {}, {}});
  };
  add(0, 6, "company", "甲");   // 0
  add(10, 16, "company", "乙"); // 1
  add(17, 19, "company", "丙"); // 2: the shorter one of its item
  add(20, 26, "project", "丁"); // 3
  add(30, 36, "company", "甲"); // 4: a name that was there already
  add(40, 46, "company", "戊"); // 5: outside
  const std::string text(50, ' ');
  using Sets = std::vector<std::vector<std::uint32_t>>;
  const std::vector<zkg_item> list{item(0, 6, 0), item(10, 19, 0), item(20, 26, 0), item(30, 36, 0)};
  EXPECT_EQ(find_siblings(text, list, placed, mentions), (Sets{{0, 1}}));
  const std::vector<zkg_item> columns{item(0, 6, 0, 0), item(10, 19, 0, 1), item(30, 36, 0, 0), item(40, 46, 0, 0)};
  EXPECT_EQ(find_siblings(text, columns, placed, mentions), (Sets{{0, 5}}));
  EXPECT_EQ(find_siblings(text, {item(0, 19, 0)}, placed, mentions), Sets{});
  EXPECT_EQ(find_siblings(text, {}, {}, {}), Sets{});
}

TEST(Siblings, NumberedParagraphsAreAboutWhatTheirFirstClauseNames) {
  const std::string text = "1.锐驰投产。2.招商，锐驰精密参股。3.朗润签约。";
  const auto span = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return zkg_span{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  std::vector<zkg_item> items;
  for (const char* words : {"锐驰投产。", "招商，锐驰精密参股。", "朗润签约。"})
    items.push_back({span(words), {span(words).begin - 2, span(words).begin}, 0, 0, 0, {0, 0}});
  std::vector<Mention> mentions;
  std::vector<PlacedMention> placed;
  for (const char* name : {"锐驰", "锐驰精密", "朗润"}) {
    placed.push_back({span(name), static_cast<std::uint32_t>(mentions.size())});
    mentions.push_back({"company", name, 0.9, {}, {}});
  }
  using Sets = std::vector<std::vector<std::uint32_t>>;
  EXPECT_EQ(find_siblings(text, items, placed, mentions), (Sets{{0, 2}}));
}

} // namespace
} // namespace zonekg
