// The words that a plugin keeps in data: `lexicon.json` in its folder, and what the user's configuration adds.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/abi/plugin.h"
#include "core/json/json_file.hpp"

namespace zonekg {

struct WordClass {
  std::string name;
  std::vector<std::string> words;
};

using PluginLexicon = std::vector<WordClass>; // names distinct

// `{"about": "…", "classes": {"NAME": ["WORD", …], …}}`. Throws JsonError that names file, line and column.
PluginLexicon read_lexicon(const std::filesystem::path& file);

// `{"NAME": ["WORD", …], …}`; widths are folded, as in the text.
PluginLexicon read_word_classes(const JsonValue& classes);

// Words of a class that is there join it, those it has already are left out; other classes are new.
void add_words(PluginLexicon& lexicon, const PluginLexicon& more);

// The lexicon as it crosses the boundary. The lexicon must outlive it, unchanged.
class LexiconView {
 public:
  explicit LexiconView(const PluginLexicon& lexicon);
  [[nodiscard]] const std::vector<zkg_word_class>& classes() const { return classes_; }

 private:
  std::vector<std::vector<zkg_text>> words_;
  std::vector<zkg_word_class> classes_;
};

} // namespace zonekg
