#include "core/model/shared_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/process/parallel.hpp"

namespace zonekg {
namespace {

TEST(SharedText, ReadsAsTheTextItWasMadeOf) {
  for (const std::string& text : {std::string(), std::string("a"), std::string("园区\n"), std::string("a\0b", 3), std::string(100000, 'x')}) {
    const SharedText shared = text;
    EXPECT_EQ(shared.view(), text);
    EXPECT_EQ(shared.str(), text);
    EXPECT_EQ(shared.empty(), text.empty());
    EXPECT_EQ(shared.size(), text.size());
  }
}

TEST(SharedText, CopiesHoldTheSameBytes) {
  SharedText a = "宏泰电子";
  SharedText b = a;
  EXPECT_EQ(a.view().data(), b.view().data());
  const SharedText c = std::move(a);
  EXPECT_EQ(c.view().data(), b.view().data());
  b = b.view().substr(0, 6); // the text that it is made of goes with it
  EXPECT_EQ(b, "宏泰");
  EXPECT_EQ(c, "宏泰电子");
  const SharedText& same = b;
  b = same;
  EXPECT_EQ(b, "宏泰");
}

TEST(SharedText, EqualAndOrderedByBytes) {
  EXPECT_EQ(SharedText("a"), SharedText("a"));
  EXPECT_EQ(SharedText(), SharedText(""));
  EXPECT_LT(SharedText(), SharedText("a"));
  EXPECT_LT(SharedText("a"), SharedText("ab"));
  EXPECT_LT(SharedText("a"), SharedText("\xE5"));
}

TEST(SharedText, ATableHoldsEqualTextsOnce) {
  SharedTexts texts;
  const SharedText a = texts.share("list-item"), b = texts.share(std::string("list-item")), c = texts.share("suffix");
  EXPECT_EQ(a.view().data(), b.view().data());
  EXPECT_EQ(c, "suffix");
  EXPECT_TRUE(texts.share("").empty());
}

TEST(SharedText, IsCopiedAndDroppedInSeveralThreads) {
  const SharedText text = "companies";
  std::vector<std::vector<SharedText>> copies(4);
  for_each_parallel(copies.size(), 4, [&](std::size_t i, unsigned) {
    for (int n = 0; n < 10000; ++n) copies[i].push_back(text);
    copies[i].resize(1);
  });
  for (const std::vector<SharedText>& some : copies) EXPECT_EQ(some.front().view().data(), text.view().data());
}

} // namespace
} // namespace zonekg
