// Extractions on disk: whole, damaged, of another recipe.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <string>

#include "core/host/cache.hpp"
#include "core/host/sha256.hpp"

namespace zonekg {
namespace {

// A folder of its own, removed at the end.
struct Folder {
  Folder() : path(::mkdtemp(name.data())) {}
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string name = (std::filesystem::temp_directory_path() / "zonekg_cache_XXXXXX").string();
  std::filesystem::path path;
};

Extraction sample() {
  Extraction e;
  e.document = {"d1", "a/b.txt", "题目", "abc", {20240108, 0, {20230101, 20231231}}};
  e.mentions.push_back({"company", "盛新锂业", 0.75, {{"a", std::string("x")}, {"b", 2.5}, {"c", true}}, {0, 3, 7, "盛新锂业", "p", "r"}});
  e.relations.push_back({"located_in", 0, reporting_zone, 0.5, "target", {20240101, 20240131}, {0, 1, 2, "在", "p", "r"}});
  e.facts.push_back({0, "status", "started", "actual", {0, 0}, 0.9, {0, 5, 6, "开工", "p", "r"}});
  e.siblings = {{0, 1}, {2}};
  e.diagnostics.push_back({Severity::warning, "b.txt", "odd", "look"});
  return e;
}

TEST(PackedExtraction, ComesBackAsItWas) {
  const std::string bytes = pack_extraction(sample());
  const auto back = unpack_extraction(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(pack_extraction(*back), bytes);
  EXPECT_EQ(back->mentions[0].attributes[1].value, AttributeValue(2.5));
  EXPECT_EQ(back->relations[0].tail, reporting_zone);
  EXPECT_EQ(back->diagnostics, sample().diagnostics);
}

TEST(PackedExtraction, DamageIsNoticed) {
  const std::string bytes = pack_extraction(sample());
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    EXPECT_FALSE(unpack_extraction(damaged)) << i;
    EXPECT_FALSE(unpack_extraction(std::string_view(bytes).substr(0, i))) << i;
  }
}

// With a seal that fits: the bytes are somebody's who means harm. A truth value that is neither is undefined behaviour when believed.
TEST(PackedExtraction, OnlyTruthValuesBecomeTruthValues) {
  std::string bytes = pack_extraction(sample());
  const std::string flag("c\x02\0\0\0\x01", 6); // key, kind, value
  const std::size_t at = bytes.find(flag);
  ASSERT_NE(at, std::string::npos);
  constexpr std::size_t seal = 64;
  const auto resealed = [&](char value) {
    std::string changed = bytes.substr(0, bytes.size() - seal);
    changed[at + flag.size() - 1] = value;
    return changed + sha256_hex(changed);
  };
  ASSERT_TRUE(unpack_extraction(resealed('\0')));
  EXPECT_EQ(unpack_extraction(resealed('\0'))->mentions[0].attributes[2].value, AttributeValue(false));
  EXPECT_FALSE(unpack_extraction(resealed('z')));
}

TEST(ExtractionCache, FindsWhatItStoredUnderItsRecipe) {
  const Folder folder;
  const ExtractionCache cache(folder.path / "cache", "recipe");
  EXPECT_FALSE(cache.find("a/b.txt", "abc"));
  cache.store(sample());
  ASSERT_TRUE(cache.find("a/b.txt", "abc"));
  EXPECT_EQ(cache.find("a/b.txt", "abc")->mentions.size(), 1u);
  EXPECT_FALSE(cache.find("b.txt", "abc"));
  EXPECT_FALSE(cache.find("a/b.txt", "abd"));
  EXPECT_FALSE(ExtractionCache(folder.path / "cache", "another").find("a/b.txt", "abc"));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path / "cache"))
    std::ofstream(entry.path(), std::ios::app) << "x";
  EXPECT_FALSE(cache.find("a/b.txt", "abc")) << "damaged";
}

} // namespace
} // namespace zonekg
