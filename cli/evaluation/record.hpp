// Evaluations kept: what one said about each passage, and what got better and worse since.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/evaluation/figures.hpp"

namespace zonekg {

struct PassageRecord {
  std::string name;                       // distinct within an evaluation
  Figures figures;                        // of this passage
  std::vector<std::string> missed, wrong; // `company 华星集团`; the same words twice are there twice
};

PassageRecord record_of(const std::string& name, const Findings& findings);

// The records in what `zonekg eval --json` printed. Throws InputError that starts with `where`.
std::vector<PassageRecord> read_records(std::string_view json, const std::string& where);

enum class PassageChangeKind { found, no_longer_wrong, missed, wrong };
std::string_view change_word(PassageChangeKind kind); // for people: `no longer wrong`

struct PassageChange {
  std::string passage;
  PassageChangeKind kind;
  std::string what;
};

// Of the passages that both know.
struct Changes {
  Figures before, now;
  std::vector<PassageChange> better, worse; // by passage in the order of `now`
};

Changes changes_since(const std::vector<PassageRecord>& before, const std::vector<PassageRecord>& now);

} // namespace zonekg
