// The plugin boundary is a promise to libraries that were compiled before: sizes and offsets of every published struct,
// as they were on the day ABI 1.0 was published (LP64, as on x86-64 and AArch64).
#include "core/abi/plugin.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

struct Pinned {
  const char* what;
  std::size_t is, published;
};

#define SIZE(type, published)                                                                                          \
  Pinned { #type, sizeof(type), published }
#define FIELD(type, field, published)                                                                                  \
  Pinned { #type "." #field, offsetof(type, field), published }

constexpr Pinned pinned[] = {
    SIZE(zkg_text, 16),
    FIELD(zkg_text, data, 0),
    FIELD(zkg_text, size, 8),
    SIZE(zkg_span, 8),
    FIELD(zkg_span, begin, 0),
    FIELD(zkg_span, end, 4),
    SIZE(zkg_interval, 8),
    FIELD(zkg_interval, start, 0),
    FIELD(zkg_interval, end, 4),
    SIZE(zkg_table, 24),
    FIELD(zkg_table, rows, 0),
    FIELD(zkg_table, count, 8),
    FIELD(zkg_table, row_size, 16),
    SIZE(zkg_sentence, 16),
    FIELD(zkg_sentence, span, 0),
    FIELD(zkg_sentence, section, 8),
    FIELD(zkg_sentence, paragraph, 12),
    SIZE(zkg_word, 16),
    FIELD(zkg_word, span, 0),
    FIELD(zkg_word, tag, 8),
    FIELD(zkg_word, frequency, 12),
    SIZE(zkg_section, 40),
    FIELD(zkg_section, span, 0),
    FIELD(zkg_section, heading, 8),
    FIELD(zkg_section, number, 16),
    FIELD(zkg_section, ordinal, 24),
    FIELD(zkg_section, level, 28),
    FIELD(zkg_section, role, 32),
    FIELD(zkg_section, parent, 36),
    SIZE(zkg_enumeration, 40),
    FIELD(zkg_enumeration, span, 0),
    FIELD(zkg_enumeration, kind, 8),
    FIELD(zkg_enumeration, claimed, 16),
    FIELD(zkg_enumeration, head, 24),
    FIELD(zkg_enumeration, first_item, 32),
    FIELD(zkg_enumeration, item_count, 36),
    SIZE(zkg_item, 36),
    FIELD(zkg_item, span, 0),
    FIELD(zkg_item, marker, 8),
    FIELD(zkg_item, enumeration, 16),
    FIELD(zkg_item, row, 20),
    FIELD(zkg_item, column, 24),
    FIELD(zkg_item, header, 28),
    SIZE(zkg_quantity, 88),
    FIELD(zkg_quantity, span, 0),
    FIELD(zkg_quantity, unit, 8),
    FIELD(zkg_quantity, kind, 16),
    FIELD(zkg_quantity, flags, 20),
    FIELD(zkg_quantity, value, 24),
    FIELD(zkg_quantity, base_value, 32),
    FIELD(zkg_quantity, lower, 40),
    FIELD(zkg_quantity, upper, 48),
    FIELD(zkg_quantity, currency, 56),
    FIELD(zkg_quantity, unit_name, 60),
    SIZE(zkg_period, 24),
    FIELD(zkg_period, span, 0),
    FIELD(zkg_period, interval, 8),
    FIELD(zkg_period, grain, 16),
    FIELD(zkg_period, relative, 20),
    SIZE(zkg_trigger_hit, 12),
    FIELD(zkg_trigger_hit, span, 0),
    FIELD(zkg_trigger_hit, id, 8),
    SIZE(zkg_attribute, 48),
    FIELD(zkg_attribute, key, 0),
    FIELD(zkg_attribute, kind, 16),
    FIELD(zkg_attribute, text, 24),
    FIELD(zkg_attribute, number, 40),
    SIZE(zkg_mention, 56),
    FIELD(zkg_mention, span, 0),
    FIELD(zkg_mention, id, 8),
    FIELD(zkg_mention, type, 16),
    FIELD(zkg_mention, name, 32),
    FIELD(zkg_mention, confidence, 48),
    SIZE(zkg_mention_candidate, 104),
    FIELD(zkg_mention_candidate, size, 0),
    FIELD(zkg_mention_candidate, flags, 4),
    FIELD(zkg_mention_candidate, type, 8),
    FIELD(zkg_mention_candidate, span, 24),
    FIELD(zkg_mention_candidate, name, 32),
    FIELD(zkg_mention_candidate, confidence, 48),
    FIELD(zkg_mention_candidate, rule, 56),
    FIELD(zkg_mention_candidate, attributes, 72),
    FIELD(zkg_mention_candidate, attribute_count, 80),
    FIELD(zkg_mention_candidate, features, 88),
    FIELD(zkg_mention_candidate, feature_count, 96),
    SIZE(zkg_relation_candidate, 104),
    FIELD(zkg_relation_candidate, size, 0),
    FIELD(zkg_relation_candidate, group, 4),
    FIELD(zkg_relation_candidate, type, 8),
    FIELD(zkg_relation_candidate, head, 24),
    FIELD(zkg_relation_candidate, tail, 28),
    FIELD(zkg_relation_candidate, evidence, 32),
    FIELD(zkg_relation_candidate, confidence, 40),
    FIELD(zkg_relation_candidate, rule, 48),
    FIELD(zkg_relation_candidate, modality, 64),
    FIELD(zkg_relation_candidate, period, 80),
    FIELD(zkg_relation_candidate, features, 88),
    FIELD(zkg_relation_candidate, feature_count, 96),
    SIZE(zkg_fact_candidate, 120),
    FIELD(zkg_fact_candidate, size, 0),
    FIELD(zkg_fact_candidate, group, 4),
    FIELD(zkg_fact_candidate, mention, 8),
    FIELD(zkg_fact_candidate, key, 16),
    FIELD(zkg_fact_candidate, value, 32),
    FIELD(zkg_fact_candidate, modality, 48),
    FIELD(zkg_fact_candidate, period, 64),
    FIELD(zkg_fact_candidate, evidence, 72),
    FIELD(zkg_fact_candidate, confidence, 80),
    FIELD(zkg_fact_candidate, rule, 88),
    FIELD(zkg_fact_candidate, features, 104),
    FIELD(zkg_fact_candidate, feature_count, 112),
    SIZE(zkg_sink, 48),
    FIELD(zkg_sink, size, 0),
    FIELD(zkg_sink, host, 8),
    FIELD(zkg_sink, mention, 16),
    FIELD(zkg_sink, relation, 24),
    FIELD(zkg_sink, fact, 32),
    FIELD(zkg_sink, diagnostic, 40),
    SIZE(zkg_document, 88),
    FIELD(zkg_document, size, 0),
    FIELD(zkg_document, host, 8),
    FIELD(zkg_document, text, 16),
    FIELD(zkg_document, name, 32),
    FIELD(zkg_document, title, 48),
    FIELD(zkg_document, published, 64),
    FIELD(zkg_document, period, 68),
    FIELD(zkg_document, layer, 80),
    SIZE(zkg_trigger, 24),
    FIELD(zkg_trigger, word, 0),
    FIELD(zkg_trigger, id, 16),
    SIZE(zkg_config, 80),
    FIELD(zkg_config, size, 0),
    FIELD(zkg_config, folder, 8),
    FIELD(zkg_config, shared, 24),
    FIELD(zkg_config, settings, 40),
    FIELD(zkg_config, training, 56),
    FIELD(zkg_config, weights, 64),
    SIZE(zkg_plugin, 32),
    FIELD(zkg_plugin, create, 0),
    FIELD(zkg_plugin, triggers, 8),
    FIELD(zkg_plugin, extract, 16),
    FIELD(zkg_plugin, destroy, 24),
    SIZE(zkg_entry, 64),
    FIELD(zkg_entry, abi_major, 0),
    FIELD(zkg_entry, abi_minor, 4),
    FIELD(zkg_entry, id, 8),
    FIELD(zkg_entry, version, 16),
    FIELD(zkg_entry, summary, 24),
    FIELD(zkg_entry, provides, 32),
    FIELD(zkg_entry, requires_, 40),
    FIELD(zkg_entry, plugin, 48),
    FIELD(zkg_entry, interface_, 56),
    SIZE(zkg_shared, 24),
    FIELD(zkg_shared, size, 0),
    FIELD(zkg_shared, host, 8),
    FIELD(zkg_shared, object, 16),
    // Since ABI 1.1.
    SIZE(zkg_word_class, 32),
    FIELD(zkg_word_class, name, 0),
    FIELD(zkg_word_class, words, 16),
    FIELD(zkg_word_class, count, 24),
    SIZE(zkg_lexicon, 16),
    FIELD(zkg_lexicon, size, 0),
    FIELD(zkg_lexicon, use, 8),
    SIZE(zkg_type, 32),
    FIELD(zkg_type, name, 0),
    FIELD(zkg_type, english, 8),
    FIELD(zkg_type, chinese, 16),
    FIELD(zkg_type, colour, 24),
    SIZE(zkg_types, 24),
    FIELD(zkg_types, size, 0),
    FIELD(zkg_types, types, 8),
    FIELD(zkg_types, count, 16),
    SIZE(zkg_packs, 56),
    FIELD(zkg_packs, size, 0),
    FIELD(zkg_packs, ending, 8),
    FIELD(zkg_packs, open, 16),
    FIELD(zkg_packs, entry, 24),
    FIELD(zkg_packs, types, 32),
    FIELD(zkg_packs, create, 40),
    FIELD(zkg_packs, close, 48),
};

TEST(Abi, PublishedStructsNeverChange) {
  for (const Pinned& pin : pinned) EXPECT_EQ(pin.is, pin.published) << pin.what;
}

// A struct that is added to the header is pinned in the list above with every field.
TEST(Abi, EveryStructAndFieldIsPinned) {
  std::set<std::string> pins;
  for (const Pinned& pin : pinned) pins.insert(pin.what);
  std::ifstream file(ZONEKG_SOURCE_DIR "/core/abi/plugin.h");
  std::string header{std::istreambuf_iterator<char>(file), {}};
  header = std::regex_replace(header, std::regex(R"(/\*[^*]*\*+([^/*][^*]*\*+)*/)"), "");
  const std::regex structs(R"(typedef struct (zkg_\w+) \{([^}]*)\})"), fields(R"((\w+)(\[\d+\])?(\)\([^;]*\))?\s*[,;])");
  std::size_t found = 0;
  for (std::sregex_iterator type(header.begin(), header.end(), structs), end; type != end; ++type) {
    const std::string name = (*type)[1], body = (*type)[2];
    EXPECT_TRUE(pins.contains(name)) << name;
    for (std::sregex_iterator field(body.begin(), body.end(), fields); field != end; ++field, ++found)
      EXPECT_TRUE(pins.contains(name + "." + (*field)[1].str())) << name << "." << (*field)[1];
  }
  EXPECT_EQ(found + 29, std::size(pinned));
}

TEST(Abi, VersionAndSymbol) {
  EXPECT_EQ(ZKG_ABI_MAJOR, 1);
  EXPECT_EQ(ZKG_ABI_MINOR, 1);
  EXPECT_STREQ(ZKG_ENTRY_SYMBOL, "zkg_plugin_entry");
}

} // namespace
