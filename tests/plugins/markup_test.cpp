#include "cli/conformance/markup.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace zonekg::test {
namespace {

TEST(Markup, TextAndSpansAreReadApart) {
  const MarkedText marked = parse_markup("[华星|company]投资[[久江|company]二期|project]。");
  EXPECT_EQ(marked.text, "华星投资久江二期。");
  ASSERT_EQ(marked.spans.size(), 3u);
  const auto words = [&](std::size_t i) {
    return marked.text.substr(marked.spans[i].begin, marked.spans[i].end - marked.spans[i].begin);
  };
  EXPECT_EQ(words(0) + marked.spans[0].label, "华星company");
  EXPECT_EQ(words(1) + marked.spans[1].label, "久江company");
  EXPECT_EQ(words(2) + marked.spans[2].label, "久江二期project");
}

TEST(Markup, PrintsWhatItReads) {
  for (const std::string markup : {"", "无名", "[甲|a]", "[甲|a][乙|b]", "[[甲|a]乙|b]丙", "甲[乙[丙|a]|b]",
                                   "[[甲|b]|a]", "[[[甲|a]乙|b][丙|c]|d]\n[丁|e]"})
    EXPECT_EQ(print_markup(parse_markup(markup)), markup);
}

TEST(Markup, OneSpellingForOneSetOfSpans) {
  EXPECT_EQ(print_markup(parse_markup("[[甲|a]|b]")), "[[甲|b]|a]");
  EXPECT_EQ(print_markup({"甲乙", {{3, 6, "b"}, {0, 6, "c"}, {0, 3, "a"}}}), "[[甲|a][乙|b]|c]");
}

TEST(Markup, RefusesWhatIsNotWhole) {
  for (const char* markup : {"[甲", "甲]", "甲|a]", "[甲|a", "[甲|]", "[|a]", "[甲]", "[[甲|a]"})
    EXPECT_THROW(parse_markup(markup), std::invalid_argument) << markup;
}

} // namespace
} // namespace zonekg::test
