// One small file of each format, made by hand, and what must come of it. Files that other programs wrote are read in
// tests/readers.
#include <gtest/gtest.h>

#include "core/reader/archive.hpp"
#include "core/reader/page_attributes.hpp"
#include "core/reader/reader.hpp"
#include "core/text/utf8.hpp"
#include "tests/reader/zip_writer.hpp"

namespace zonekg {
namespace {

using test::zip;

std::string docx(const std::string& body, const std::string& styles = "", const std::string& numbering = "") {
  const std::string space = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                            R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")";
  std::vector<std::pair<std::string, std::string>> files = {
      {"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"}};
  if (!styles.empty()) files.emplace_back("word/styles.xml", "<w:styles" + space + ">" + styles + "</w:styles>");
  if (!numbering.empty()) files.emplace_back("word/numbering.xml", "<w:numbering" + space + ">" + numbering + "</w:numbering>");
  return zip(files);
}

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string tc(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
}

std::string xlsx(const std::string& sheet) {
  return zip({{"[Content_Types].xml", "<Types/>"},
              {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="台账" r:id="rId1"/><sheet name="隐藏" state="hidden" r:id="rId2"/></sheets></workbook>)"},
              {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet1.xml"/></Relationships>)"},
              {"xl/sharedStrings.xml", "<sst><si><t>项目</t></si><si><r><t>投资</t></r><r><t>(万元)</t></r><rPh><t>x</t></rPh></si></sst>"},
              {"xl/styles.xml", R"(<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="200"/></cellXfs></styleSheet>)"},
              {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}});
}

struct Case {
  const char* what;
  std::string bytes, text;
  std::string diagnostic = {}; // a piece of the only one; empty when there is none
  const char* name = "a.bin";
};

class ReadFormat : public testing::TestWithParam<Case> {};

TEST_P(ReadFormat, GivesTheText) {
  const SourceText source = read_source(GetParam().bytes, GetParam().name);
  EXPECT_EQ(source.text, GetParam().text) << GetParam().what;
  ASSERT_EQ(source.diagnostics.size(), GetParam().diagnostic.empty() ? 0u : 1u)
      << GetParam().what << (source.diagnostics.empty() ? "" : source.diagnostics[0].message);
  if (source.diagnostics.empty()) return;
  EXPECT_EQ(source.diagnostics[0].where, GetParam().name);
  EXPECT_NE(source.diagnostics[0].message.find(GetParam().diagnostic), std::string::npos) << source.diagnostics[0].message;
}

const std::string chinese_list =
    R"(<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>)"
    R"(<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>)"
    R"(<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>)";
const std::string level0 = R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>)";
const std::string level1 = R"(<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>)";

INSTANTIATE_TEST_SUITE_P(
    Docx, ReadFormat,
    testing::Values(
        Case{"paragraphs", docx(p("一、概况") + p("本区有企业。")), "一、概况\n本区有企业。\n"},
        Case{"runs, tabs, breaks", docx("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r><w:r><w:t>丙</w:t></w:r></w:p>"), "甲 乙 丙\n"},
        Case{"deleted, inserted, hidden", docx("<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
                                               "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>"), "新明\n"},
        Case{"automatic numbers", docx(p("概况", level0) + p("招商", level1) + p("建设", level1) + p("问题", level0) + p("环评", level1), "", chinese_list),
             "一、概况\n1.招商\n2.建设\n二、问题\n1.环评\n"},
        Case{"numbers by style", docx(p("概况", R"(<w:pStyle w:val="H1"/>)"), R"(<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>)", chinese_list),
             "一、概况\n"},
        Case{"table of contents", docx(p("目录行 3", R"(<w:pStyle w:val="T"/>)") + p("正文"), R"(<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>)"), "正文\n"},
        Case{"table with merged cells", docx("<w:tbl><w:tr>" + tc("园区") + tc("项目", R"(<w:gridSpan w:val="2"/>)") + "</w:tr><w:tr>" + tc("南塘", R"(<w:vMerge w:val="restart"/>)") + tc("甲") + tc("1") + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("乙") + tc("2") + "</w:tr></w:tbl>"),
             "园区\t项目\n南塘\t甲\t1\n南塘\t乙\t2\n"},
        Case{"text box after its paragraph", docx("<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("框") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("框") + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
             "前\n框\n"},
        Case{"cut in the middle", zip({{"word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + p("甲") + "<w:p><w:r>"}}),
             "甲\n", "read in part"}));

INSTANTIATE_TEST_SUITE_P(
    Sheets, ReadFormat,
    testing::Values(
        Case{"header, figures, percent, date",
             xlsx(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>进度</t></is></c><c r="D1" t="str"><v>开工</v></c></row>)"
                  R"(<row r="3"><c r="A3" t="inlineStr"><is><t>甲</t></is></c><c r="B3"><v>86000.300000000003</v></c><c r="C3" s="1"><v>0.885</v></c><c r="D3" s="2"><v>45352</v></c></row>)"),
             "项目\t投资(万元)\t进度\t开工\n甲\t86000.3\t88.5%\t2024年3月1日\n"},
        Case{"title above, note below",
             xlsx(R"(<row r="1"><c r="A1" t="str"><v>项目表</v></c></row><row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3" t="str"><v>一类</v></c></row><row r="4"><c r="A4" t="str"><v>乙</v></c><c r="B4"><v>2</v></c></row><row r="5"><c r="A5" t="str"><v>注</v></c></row>)"),
             "项目表\n甲\t1\n\t一类\n乙\t2\n注\n"},
        Case{"sheets of other programs say that they are visible",
             zip({{"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="a" state="visible" r:id="r1"/><sheet name="b" state="veryHidden" r:id="r1"/></sheets></workbook>)"},
                  {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/></Relationships>)"},
                  {"xl/worksheets/sheet1.xml", R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>)"}}),
             "甲\n"},
        Case{"csv", "项目,\"投资\n(万元)\",备注\r\n\"甲\"\"乙\"\"厂\",1,\r\n", "项目\t投资 (万元)\t备注\n甲\"乙\"厂\t1\n", "", "a.csv"},
        Case{"csv of semicolons", "a;b\n1;2\n", "a\tb\n1\t2\n", "", "A.CSV"},
        Case{"prose in a csv", "今天,天气好。\n明天呢\n后天呢\n", "今天,天气好。\n明天呢\n后天呢\n", "", "a.csv"}));

// Two rows of titles are one; what may be a row of the table stays one.
INSTANTIATE_TEST_SUITE_P(
    HeaderRows, ReadFormat,
    testing::Values(
        Case{"groups of columns", "某区项目表,,,,\n序号,项目,总投资,,进度\n,,计划(万元),外资(万美元),\n1,甲,90,5,在建\n",
             "某区项目表\n序号\t项目\t总投资计划(万元)\t总投资外资(万美元)\t进度\n1\t甲\t90\t5\t在建\n", "", "a.csv"},
        Case{"years above, units below", "项目,2023年投资,2024年投资\n,万元,（万元）\n甲,1,2\n", "项目\t2023年投资(万元)\t2024年投资（万元）\n甲\t1\t2\n", "", "a.csv"},
        Case{"three rows", "项目,投资,,,\n,2023年,,2024年,\n,计划,完成,计划,完成\n甲,1,2,3,4\n",
             "项目\t投资2023年计划\t投资2023年完成\t投资2024年计划\t投资2024年完成\n甲\t1\t2\t3\t4\n", "", "a.csv"},
        Case{"rows of words", "项目,进度\n甲,开工\n乙,竣工\n", "项目\t进度\n甲\t开工\n乙\t竣工\n", "", "a.csv"},
        Case{"a heading inside", "项目,进度,备注\n,一类,\n乙,竣工,无\n", "项目\t进度\t备注\n\t一类\n乙\t竣工\t无\n", "", "a.csv"},
        Case{"figures below a gap", "项目,投资,\n,12,30\n甲,1,2\n", "项目\t投资\n\t12\t30\n甲\t1\t2\n", "", "a.csv"},
        Case{"nothing left below", "项目,投资,\n,计划,完成\n", "项目\t投资\n\t计划\t完成\n", "", "a.csv"},
        Case{"merged cells of a sheet",
             zip({{"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>)"},
                        {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>)"},
                        {"xl/worksheets/sheet1.xml", R"(<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>项目</v></c><c r="B1" t="str"><v>投资</v></c></row>)"
                                                     R"(<row r="2"><c r="B2" t="str"><v>计划</v></c><c r="C2" t="str"><v>完成</v></c></row>)"
                                                     R"(<row r="3"><c r="A3" t="str"><v>甲</v></c><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c></row></sheetData>)"
                                                     R"(<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells></worksheet>)"}}),
             "项目\t投资计划\t投资完成\n甲\t1\t2\n"},
        Case{"spans of a web page", "<html><table><tr><th rowspan=2>项目</th><th colspan=2>投资</th></tr><tr><th>计划</th><th>完成</th></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table></html>",
             "项目\t投资计划\t投资完成\n甲\t1\t2\n"},
        Case{"spans of a Word table", docx("<w:tbl><w:tr>" + tc("项目", R"(<w:vMerge w:val="restart"/>)") + tc("投资", R"(<w:gridSpan w:val="2"/>)") + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("计划") + tc("完成") + "</w:tr><w:tr>" + tc("甲") + tc("1") + tc("2") + "</w:tr></w:tbl>"),
             "项目\t投资计划\t投资完成\n甲\t1\t2\n"}));

INSTANTIATE_TEST_SUITE_P(
    Html, ReadFormat,
    testing::Values(
        Case{"blocks and inline", "<html><body><h1>题目</h1><p>本区<b>有</b>\n企业。<br>次行</p><div>三行</div></body></html>", "题目\n本区有企业。\n次行\n三行\n"},
        Case{"scripts, comments, hidden", "<html><body><script>var a='企业';</script><!-- 注 --><p>正文内容。</p><p style=\"display: none\">藏</p><style>p{}</style></body></html>", "正文内容。\n"},
        Case{"menu and footer", "<!DOCTYPE html><body><ul class=\"nav\"><li><a href=1>首页</a></li></ul><div id=content><p>开发区今年完成产值十亿元，同比增长百分之五。</p></div><div class=\"footer\">版权所有</div></body>", "开发区今年完成产值十亿元，同比增长百分之五。\n"},
        Case{"list numbers", "<html><ol start=2><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul></html>", "2.甲\n3.乙\n丙\n"},
        Case{"the last number of a list", "<html><ol start=2147483647><li>甲</li><li>乙</li></ol></html>", "甲\n乙\n"},
        Case{"table with spans", "<html><table><tr><th>园区</th><th>项目</th></tr><tr><td rowspan=2>南塘</td><td>甲</td></tr><tr><td>乙</td></tr></table></html>", "园区\t项目\n南塘\t甲\n南塘\t乙\n"},
        Case{"entities", "<html><p>A&amp;B&nbsp;&lt;公司&gt;&#22253;</p></html>", "A&B <公司>园\n"},
        Case{"gb2312 that is gbk", "<html><meta charset=gb2312><p>\xC5\xF2\x83\x87</p></html>", "膨儑\n"},
        Case{"big5", "<html><meta http-equiv=Content-Type content=\"text/html; charset=big5\"><p>\xB6\x7D\xB5\x6F\xB0\xCF</p></html>", "開發區\n"},
        Case{"unclosed", "<html><p>一<p>二<div>三", "一\n二\n三\n"}));

INSTANTIATE_TEST_SUITE_P(
    Rtf, ReadFormat,
    testing::Values(
        Case{"escapes and bytes", R"({\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0\u24320?\u21457?\u21306?2023\'c4\'ea\par \u20225?\u19994?10\u23478?\u12290?\par})",
             "开发区2023年\n企业10家。\n"},
        Case{"two fallback bytes, surrogates", R"({\rtf1\uc2\u24320\'bf\'aa{\uc0\u-10174 \u-8265 }x\par})", "开𠮷x\n"},
        Case{"left out", R"({\rtf1{\info{\title t}}{\header h\par}{\*\x y}{\pict\bin5 {{{{{}a{\v b}\v0 c\par})", "ac\n"},
        Case{"table", R"({\rtf1\pard\intbl a\cell b\cell\row\pard\intbl 1\cell 2\cell\row\pard z\par})", "a\tb\n1\t2\nz\n"},
        Case{"cut off", "{\\rtf1 a\\u", "a\n"}, Case{"deep", "{\\rtf1 " + std::string(300'000, '{') + "a", "a\n"}));

INSTANTIATE_TEST_SUITE_P(
    Hostile, ReadFormat,
    testing::Values(
        Case{"truncated zip", docx(p("甲")).substr(0, 200), "", "directory is missing or damaged"},
        Case{"zip bomb", zip({{"word/document.xml", std::string(60'000'000, ' ')}}), "", "ZIP bomb"},
        Case{"claims 2 GB", test::with_claimed_size(docx(p("甲")), 2'000'000'000), "", "more than 512 MiB"},
        Case{"claims less than there is", test::with_claimed_size(zip({{"word/document.xml", std::string(60'000'000, ' ')}}), 10), "", "cannot be read"},
        Case{"XML bomb", zip({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>"}}), "", "DTD"},
        Case{"deep XML", zip({{"word/document.xml", [] { std::string s; for (int i = 0; i < 200'000; ++i) s += "<a>"; return s; }()}}), "", "too deeply"},
        Case{"deep HTML", [] { std::string s = "<html>"; for (int i = 0; i < 200'000; ++i) s += "<div>"; return s; }(), "", "too deeply"},
        Case{"deep HTML that closes what is not open", [] { std::string s = "<html>"; for (int i = 0; i < 400; ++i) s += "<div>"; for (int i = 0; i < 200'000; ++i) s += "</b>"; return s + "甲"; }(), "甲\n"},
        Case{"a hundred thousand attributes", [] { std::string s = "<html "; for (int i = 0; i < 100'000; ++i) s += "a" + std::to_string(i) + "=1 "; return s + ">甲"; }(), "", "thousands of attributes"},
        Case{"encrypted OOXML", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0') + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32), "", "encrypted"},
        Case{"spreadsheet of old Office", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'), "", "no Word document"},
        Case{"encrypted member", test::with_flags(docx(p("甲")), 1), "", "encrypted"},
        Case{"archive alone", zip({{"a.txt", "甲"}}), "", "archive of 1 files"},
        Case{"empty archive", zip({}), "", "archive of 0 files"},
        Case{"gzip cut off", "\x1F\x8B\x08" + std::string(20, '\x01'), "", "gzip data is damaged"},
        Case{"picture", "\x89PNG\r\n\x1a\n" + std::string(100, '\0'), "", "neither a text nor a document", "report.docx"},
        Case{"random bytes", [] { std::string s; unsigned x = 1; for (int i = 0; i < 5000; ++i) s += static_cast<char>((x = x * 1103515245 + 12345) >> 16); return s; }(), "", "neither a text nor a document", "a.txt"},
        Case{"presentation", zip({{"ppt/presentation.xml", "<p/>"}}), "", "presentation"},
        Case{"far cell", xlsx("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), "", "no text"},
        Case{"html named docx", "<html><p>甲</p></html>", "甲\n", "", "report.docx"}));

// Members that say their names are UTF-8, as `zip` marks all of them.
TEST(ZipArchive, NamesAreUtf8WhateverTheyClaim) {
  const std::pair<std::string, std::string> cases[] = {{"园区.txt", "园区.txt"}, {"{\xBA\xA7\xE1i", {}}, {"\xFF.txt", {}}, {"a\\b.txt", "a/b.txt"}};
  for (const auto& [given, expected] : cases) {
    const std::string bytes = zip({{given, "甲"}});
    const ZipArchive archive(bytes);
    ASSERT_EQ(archive.members().size(), 1u) << given;
    EXPECT_FALSE(find_invalid_utf8(archive.members()[0].name)) << given;
    if (!expected.empty()) {
      EXPECT_EQ(archive.members()[0].name, expected);
    }
    EXPECT_EQ(archive.read(archive.members()[0]), "甲");
  }
}

TEST(Places, SayParagraphCellAndSheet) {
  const SourceText word = read_source(docx(p("甲") + "<w:tbl><w:tr>" + tc("乙") + tc("丙") + "</w:tr></w:tbl>" + p("丁")), "a");
  std::string told;
  for (const SourcePlace& place : word.places) told += std::to_string(place.begin) + ' ' + place.name + "; ";
  EXPECT_EQ(told, "0 paragraph 1; 2 table 1 R1C1; 4 table 1 R1C2; 6 paragraph 2; ");
  const SourceText sheet = read_source(xlsx(R"(<row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row>)"), "a");
  ASSERT_EQ(sheet.places.size(), 2u);
  EXPECT_EQ(sheet.places[0].name, "台账!B2");
  EXPECT_EQ(sheet.places[1].name, "台账!AA2");
}

TEST(PageAttributes, FindDates) {
  const std::pair<const char*, int> cases[] = {{"2023-06-30", 20230630}, {"发布 2023年6月3日 来源", 20230603}, {"2023/1/2 10:00", 20230102},
                                               {"2023-13-01", 0}, {"12023-06-30", 0}, {"2023年", 0}, {"", 0}};
  for (const auto& [words, date] : cases) EXPECT_EQ(find_date(words), date) << words;
}

TEST(WebPage, TellsItsAttributes) {
  const SourceText source = read_source(
      "<html><head><title>关于工作情况的通知_某某市政府</title><meta name=\"PubDate\" content=\"2023-06-30 10:00\"></head><body>"
      "<table><tr><td>索 引 号：</td><td>GA-2023-0012</td><td>发布机构：</td><td>某某开发区管委会</td></tr></table>"
      "<h1>开发区上半年工作情况</h1><p>今年以来，开发区完成产值十亿元，同比增长百分之五，新签约项目八个。</p></body></html>", "a.html");
  EXPECT_EQ(source.title, "开发区上半年工作情况");
  EXPECT_EQ(source.published, 20230630);
  EXPECT_EQ(source.index_number, "GA-2023-0012");
  EXPECT_EQ(source.publisher, "某某开发区管委会");
}

} // namespace
} // namespace zonekg
