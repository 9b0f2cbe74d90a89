// Lines that carry a run from machine to machine.
#include <gtest/gtest.h>

#include "cli/shards/packed_text.hpp"
#include "cli/shards/part.hpp"
#include "cli/shards/rows.hpp"
#include "core/host/cache.hpp"
#include "core/model/diagnostic.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

TEST(Rows, HeadComesBack) {
  for (const RunHead& head : {RunHead{"0.1.0", "abc", {}}, RunHead{"1", "r", {{"companies", "1.0.0"}, {"we\tird\n\\t", "\r"}}}}) {
    const std::string line = head_line(head);
    EXPECT_EQ(line.find('\n'), line.npos);
    EXPECT_EQ(read_head_line(line), head);
  }
}

TEST(Rows, DocumentComesBack) {
  test::DocumentBuilder document("d1", "题目\t第\n二行");
  document.relation("located_in", document.mention("company", "华\t星\\n集团"), reporting_zone);
  const Extraction extraction = document.build();
  const std::string line = document_line(extraction);
  EXPECT_EQ(line.find('\n'), line.npos);
  EXPECT_TRUE(is_document_line(line));
  const auto read = read_document_line(line);
  ASSERT_TRUE(read);
  EXPECT_EQ(pack_extraction(*read), pack_extraction(extraction));
}

TEST(Rows, NamesComeBackInEveryBlock) {
  const std::set<Name> names = {{"company", U"华星新材料有限公司"}, {"zone", U"a\tb\\开发区"}};
  std::size_t rows = 0;
  std::uint64_t last = 0;
  for (const NamePosting& posting : post_names(names)) {
    const auto row = read_name_line(name_line(posting));
    ASSERT_TRUE(row);
    EXPECT_EQ(row->name, *posting.name);
    EXPECT_EQ(row->block, posting.block.key);
    EXPECT_EQ(row->fuller, posting.block.fuller);
    EXPECT_LE(last, row->block);
    last = row->block;
    ++rows;
  }
  EXPECT_GT(rows, names.size());
}

TEST(Rows, BlockComesBack) {
  const Block block{0xFEDCBA9876543210u, "company", {U"华星新材料有限公司", U"\t"}, {{U"华\n星", 1, Fit::brand}, {U"华星", 0, Fit::whole}}};
  EXPECT_EQ(read_block_line(block_line(block)), block);
}

TEST(Rows, DamagedLinesAreNothing) {
  for (const char* line : {"", "d", "h", "h\t", "h\tv", "h\tv\tr\tp", "d0123456789abcdef", "d0123456789abcdef\t",
                           "d0123456789abcdef\t!!!!", "d0123456789abcdef\tAAAA", "d0123456789abcdef\tAAA",
                           "n0123456789abcdef\tx\tcompany\tn", "n0123456789abcdeg\tf\tcompany\tn", "n0123456789abcdef\tf\tn",
                           "b0123456789abcdef\tcompany", "b0123456789abcdef\tcompany\t9\ta",
                           "b0123456789abcdef\tcompany\t1\ta\tb\t1\t3", "b0123456789abcdef\tcompany\t1\ta\tb\t0\t4",
                           "b0123456789abcdef\tcompany\t1\ta\tb\t0", "b0123456789abcdef\tcompany\t18446744073709551615\ta"}) {
    EXPECT_FALSE(read_head_line(line)) << line;
    EXPECT_FALSE(read_document_line(line)) << line;
    EXPECT_FALSE(read_name_line(line)) << line;
    EXPECT_FALSE(read_block_line(line)) << line;
  }
}

TEST(Rows, ADamagedDocumentIsNothing) {
  test::DocumentBuilder document("d1");
  document.mention("company", "华星集团");
  const std::string line = document_line(document.build());
  for (std::size_t i = 18; i < line.size(); i += 7) {
    std::string damaged = line;
    damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(read_document_line(damaged)) << i;
    EXPECT_FALSE(read_document_line(line.substr(0, i))) << i;
  }
}

TEST(PackedText, ComesBack) {
  for (const std::size_t size : {0u, 1u, 2u, 3u, 4u, 1000u, 100000u}) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * i % 251);
    EXPECT_EQ(unpack_text(pack_text(bytes)), bytes);
  }
}

TEST(Part, IsReadAndWritten) {
  EXPECT_EQ(parse_part("3/8", "--shard"), (Part{3, 8}));
  EXPECT_EQ(text_of({3, 8}), "3/8");
  EXPECT_EQ(file_stem("shard", {3, 8}), "shard-00003-of-00008");
  for (const char* text : {"", "/", "1", "0/1", "2/1", "-1/2", "1/2/3", "1 /2", "a/b", "1/100000", "99999999999/1"})
    EXPECT_THROW(parse_part(text, "--shard"), UsageError) << text;
}

} // namespace
} // namespace zonekg
