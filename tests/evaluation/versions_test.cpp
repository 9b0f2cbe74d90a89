// What two versions of a plugin read differently.
#include <gtest/gtest.h>

#include <sstream>

#include "cli/evaluation/versions.hpp"

namespace zonekg {
namespace {

// `m TYPE NAME BEGIN END [KEY=VALUE]`, `r TYPE HEAD TAIL BEGIN END [MODALITY]` and `f KEY MENTION VALUE BEGIN END [MODALITY]`,
// parted by `; `. HEAD, TAIL and MENTION count the mentions; z is the reporting zone.
Extraction read(const std::string& notation) {
  Extraction extraction;
  std::istringstream statements(notation);
  for (std::string statement; std::getline(statements >> std::ws, statement, ';');) {
    std::istringstream words(statement);
    std::string kind, type, more;
    words >> kind >> type;
    const auto mention = [&] {
      std::string word;
      words >> word;
      return word == "z" ? reporting_zone : static_cast<std::uint32_t>(std::stoul(word));
    };
    if (kind == "m") {
      Mention m;
      m.type = type;
      words >> m.name >> m.evidence.begin >> m.evidence.end;
      if (words >> more) m.attributes = {{more.substr(0, more.find('=')), more.substr(more.find('=') + 1)}};
      extraction.mentions.push_back(m);
    } else if (kind == "r") {
      Relation r;
      r.type = type;
      r.head = mention();
      r.tail = mention();
      words >> r.evidence.begin >> r.evidence.end >> r.modality;
      extraction.relations.push_back(r);
    } else {
      Fact f;
      f.key = type;
      f.mention = mention();
      words >> f.value >> f.evidence.begin >> f.evidence.end >> f.modality;
      extraction.facts.push_back(f);
    }
  }
  return extraction;
}

std::string told(const std::vector<VersionChange>& changes) {
  std::string text;
  for (const VersionChange& change : changes) {
    text += change.kind == VersionChange::Kind::added ? "+" : change.kind == VersionChange::Kind::lost ? "-" : "~";
    text += " " + change.what + (change.now.empty() ? "" : " => " + change.now) + " @" + std::to_string(change.document) + ":" +
            std::to_string(change.begin) + "-" + std::to_string(change.end) + "\n";
  }
  return text;
}

struct VersionsCase {
  const char *what, *before, *now, *changes;
};

TEST(Versions, AreCompared) {
  const VersionsCase cases[] = {
      {"nothing", "", "", ""},
      {"the same", "m company 华星 0 2; r located_in 0 z 0 5", "m company 华星 0 2; r located_in 0 z 0 5", ""},
      {"added", "", "m company 华星 0 2", "+ mention company 华星 @0:0-2\n"},
      {"lost", "m company 华星 0 2", "", "- mention company 华星 @0:0-2\n"},
      {"another end", "m company 华星 0 2", "m company 华星集团 0 4", "~ mention company 华星 => mention company 华星集团 @0:0-2\n"},
      {"words that touch are two things", "m company 华星 0 2", "m company 集团 2 4", "- mention company 华星 @0:0-2\n+ mention company 集团 @0:2-4\n"},
      {"another type", "m company 华星 0 2", "m project 华星 0 2", "- mention company 华星 @0:0-2\n+ mention project 华星 @0:0-2\n"},
      {"an attribute", "m zone 东区 0 2 level=1", "m zone 东区 0 2 level=2", "~ mention zone 东区 (level=1) => mention zone 东区 (level=2) @0:0-2\n"},
      {"one of two takes the first", "m company 甲乙 0 4", "m company 甲 0 2; m company 乙 2 4",
       "~ mention company 甲乙 => mention company 甲 @0:0-4\n+ mention company 乙 @0:2-4\n"},
      {"another end of a relation", "m company 甲 0 1; m zone 东 2 3; m zone 西 4 5; r located_in 0 1 0 5",
       "m company 甲 0 1; m zone 东 2 3; m zone 西 4 5; r located_in 0 2 0 5", "~ relation located_in 甲 → 东 => relation located_in 甲 → 西 @0:0-5\n"},
      {"to the reporting zone", "m company 甲 0 1", "m company 甲 0 1; r located_in 0 z 0 5", "+ relation located_in 甲 → (reporting zone) @0:0-5\n"},
      {"both ends others", "m company 甲 0 1; m company 乙 2 3; r sells_to 0 z 0 5", "m company 甲 0 1; m company 乙 2 3; r sells_to 1 0 0 5",
       "- relation sells_to 甲 → (reporting zone) @0:0-5\n+ relation sells_to 乙 → 甲 @0:0-5\n"},
      {"a status", "m project 甲 0 1; f status 0 started 0 5 actual", "m project 甲 0 1; f status 0 started 0 5 target",
       "~ fact status 甲 = started (actual) => fact status 甲 = started (target) @0:0-5\n"},
  };
  for (const VersionsCase& row : cases)
    EXPECT_EQ(told(compare_versions({read(row.before)}, {read(row.now)})), row.changes) << row.what;
}

TEST(Versions, AreComparedDocumentByDocument) {
  const std::vector<VersionChange> changes =
      compare_versions({read("m company 甲 5 6"), read("m company 乙 0 1")}, {read("m company 丙 0 1; m company 甲 5 6"), read("")});
  EXPECT_EQ(told(changes), "+ mention company 丙 @0:0-1\n- mention company 乙 @1:0-1\n");
}

} // namespace
} // namespace zonekg
