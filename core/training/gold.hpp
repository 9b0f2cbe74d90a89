// Annotated passages: what a careful reader found in a text (the format is described in docs/gold.md).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// Names are name_keys; `…_text` is the name as the annotation has it.
struct GoldEntity {
  std::string type;
  std::vector<std::string> keys; // of the name and of same_as
  bool optional = false;
  std::optional<bool> resident;
  std::vector<std::string> texts; // parallel to keys
};

struct GoldStatus {
  std::string project, status, modality;
  bool optional = false;
  std::string project_text;
};

struct GoldInvestment {
  std::string subject, kind, currency, modality;
  std::optional<double> amount, amount_min, amount_max;
  bool optional = false;
  std::string subject_text;
};

struct GoldIndicator {
  std::string metric, unit, period, modality;
  std::optional<double> value, yoy;
  bool optional = false;
  std::string metric_text, unit_text;
};

struct GoldRelation {
  std::string head, relation, tail;
  bool optional = false;
  std::string head_text, tail_text;
};

struct GoldPassage {
  std::filesystem::path text; // the .txt file
  std::string zone;           // empty when the passage never names its zone
  std::string zone_text;
  std::uint32_t weight = 1; // as how many passages it counts in learning
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

// One passage, without its text. Throws InputError that begins with `where` and names the place.
GoldPassage parse_gold(std::string_view json, const std::string& where);

// All passages of a folder and the folders in it, by path. Throws InputError naming the file and the place.
std::vector<GoldPassage> read_gold(const std::filesystem::path& folder);

} // namespace zonekg
