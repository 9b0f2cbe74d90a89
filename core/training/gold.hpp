// Annotated passages: what a careful reader found in a text (the format is described in docs/gold.md).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

struct GoldEntity {
  std::string type;
  std::vector<std::string> keys; // name_key of the name and of same_as
  bool optional = false;
  std::optional<bool> resident;
};

struct GoldStatus {
  std::string project, status, modality; // project: a name_key
  bool optional = false;
};

struct GoldInvestment {
  std::string subject, kind, currency, modality;
  std::optional<double> amount, amount_min, amount_max;
  bool optional = false;
};

struct GoldIndicator {
  std::string metric, unit, period, modality;
  std::optional<double> value, yoy;
  bool optional = false;
};

struct GoldRelation {
  std::string head, relation, tail;
  bool optional = false;
};

struct GoldPassage {
  std::filesystem::path text; // the .txt file
  std::string zone;           // name_key; empty when the passage never names its zone
  std::vector<GoldEntity> entities;
  std::vector<GoldStatus> statuses;
  std::vector<GoldInvestment> investments;
  std::vector<GoldIndicator> indicators;
  std::vector<GoldRelation> relations;

  // Keys of the entity that one of whose names is `key`; just `key` when there is none.
  [[nodiscard]] std::vector<std::string> names_of(const std::string& key) const;
};

// What names are compared by: NFKC, case folded, without white space and quotation marks.
std::string name_key(std::string_view name);

// All passages of a folder, by file name. Throws InputError naming the file and the place.
std::vector<GoldPassage> read_gold(const std::filesystem::path& folder);

} // namespace zonekg
