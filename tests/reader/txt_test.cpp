#include <string>

#include <gtest/gtest.h>

#include "core/reader/reader.hpp"

namespace zonekg {
namespace {

using namespace std::string_literals;

struct Case {
  const char* what;
  std::string bytes;
  std::string text;
  std::string diagnostic; // a piece of the only one; empty when there is none
};

class ReadTxt : public testing::TestWithParam<Case> {};

TEST_P(ReadTxt, Decodes) {
  const SourceText source = read_source(GetParam().bytes, "a.txt");
  EXPECT_EQ(source.text, GetParam().text) << GetParam().what;
  ASSERT_EQ(source.diagnostics.size(), GetParam().diagnostic.empty() ? 0u : 1u) << GetParam().what;
  if (source.diagnostics.empty()) return;
  EXPECT_EQ(source.diagnostics[0].where, "a.txt");
  EXPECT_NE(source.diagnostics[0].message.find(GetParam().diagnostic), std::string::npos) << source.diagnostics[0].message;
}

std::string repeated(const std::string& piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ReadTxt,
    testing::Values(Case{"utf-8", "开发区。", "开发区。", ""}, Case{"byte order mark", "\xEF\xBB\xBF开发区", "开发区", ""},
                    Case{"utf-16 little endian", "\xFF\xFE\x00\x5F\xD1\x53"s, "开发", ""},
                    Case{"utf-16 big endian", "\xFE\xFF\x5F\x00\x53\xD1"s, "开发", ""},
                    Case{"gbk", "\xBF\xAA\xB7\xA2\xC7\xF8", "开发区", ""},
                    Case{"gb18030 four bytes", "\xBF\xAA\x95\x32\x82\x36", "开𠀀", ""},
                    Case{"mixed line ends", "a\r\nb\rc\nd\xE2\x80\xA8"s + "e", "a\nb\nc\nd\ne", ""},
                    Case{"nul bytes", "开\0发\0"s, "开发", "2 NUL"},
                    Case{"one bad byte", repeated("开发区", 60) + "\xFF" + "好", repeated("开发区", 60) + "\xEF\xBF\xBD好", "1 "},
                    Case{"empty", "", "", "no text"}, Case{"blank", " \n\t\n", " \n\t\n", "no text"}));

TEST(ReadTxtTest, AnyBytesGiveValidText) {
  std::string bytes;
  unsigned state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525u + 1013904223u;
    bytes.push_back(static_cast<char>(state >> 24));
    const SourceText source = i % 500 == 0 ? read_source(bytes, "a.txt") : SourceText{};
    EXPECT_EQ(source.text.find('\0'), std::string::npos);
    EXPECT_EQ(source.text.find('\r'), std::string::npos);
  }
}

} // namespace
} // namespace zonekg
