// The shared layers: computed once per document, read by every plugin through the ABI as tables of the rows below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

class Dictionary;

// What a document says about its own date; what its periods are resolved against.
struct DocumentDate {
  int published = 0;          // yyyymmdd, 00 for an unknown month or day, 0 undated
  int year = 0;               // that it speaks from (今年); 0 unknown
  zkg_interval period = {0, 0}; // what the report is about, first of month to last of month
};

struct Layers {
  std::vector<zkg_sentence> sentences;
  std::vector<zkg_word> words;
  std::vector<zkg_section> sections;
  std::vector<zkg_enumeration> enumerations;
  std::vector<zkg_item> items;
  std::vector<zkg_quantity> quantities;
  std::vector<zkg_period> periods;
  DocumentDate date;
  std::string title;
};

// `text`: repaired text. `published`: what the file's own attributes say, for a text that does not say it; 0 nothing.
// Pure; linear in the text's size.
Layers compute_layers(std::string_view text, const Dictionary& dictionary, int published = 0);

// The single layers, each a pure function of the text and of the layers it names. Spans are bytes of `text`.
std::string find_title(std::string_view text);
std::vector<zkg_section> find_sections(std::string_view text);
std::vector<zkg_sentence> find_sentences(std::string_view text, const std::vector<zkg_section>& sections);
std::vector<zkg_quantity> find_quantities(std::string_view text);
DocumentDate find_document_date(std::string_view text, std::string_view title, int published = 0);
std::vector<zkg_period> find_periods(std::string_view text, const DocumentDate& date,
                                     const std::vector<zkg_section>& sections = {});

struct Enumerations {
  std::vector<zkg_enumeration> enumerations;
  std::vector<zkg_item> items;
};
Enumerations find_enumerations(std::string_view text, const std::vector<zkg_sentence>& sentences);

// Gives bare numbers in table cells the unit of their column header, 计划投资(万元), or of a line above the table, 单位：亿元.
void apply_table_units(std::string_view text, const std::vector<zkg_enumeration>& enumerations, const std::vector<zkg_item>& items,
                       std::vector<zkg_quantity>& quantities);

} // namespace zonekg
