#include "core/host/plugin_lexicon.hpp"

#include <algorithm>
#include <set>

#include "core/text/numbers.hpp"

namespace zonekg {
namespace {

constexpr std::size_t max_word = 256; // as of a trigger word

zkg_text borrow(const std::string& text) { return {text.data(), text.size()}; }

// As the text is that words are looked for in: with widths folded.
std::string fold(std::string_view word) {
  std::string folded;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = folded_at(word, i);
    append_code_point(folded, point.value);
    i += point.size;
  }
  return folded;
}

} // namespace

PluginLexicon read_word_classes(const JsonValue& classes) {
  PluginLexicon lexicon;
  for (const auto& [name, words] : classes.members()) {
    WordClass& added = lexicon.emplace_back(WordClass{name, {}});
    if (name.empty()) words.fail("this class has no name");
    std::set<std::string> known;
    for (const JsonValue& word : words.items()) {
      if (word.text().size() > max_word) word.fail("the word is longer than 256 bytes");
      if (const auto [place, is_new] = known.insert(fold(word.text())); is_new) added.words.push_back(*place);
    }
  }
  return lexicon;
}

PluginLexicon read_lexicon(const std::filesystem::path& file) {
  const JsonFile json = read_json_file(file.string());
  json.root().check_keys({"about", "classes"});
  if (const auto about = json.root().find("about")) (void)about->text();
  return read_word_classes(json.root().at("classes"));
}

void add_words(PluginLexicon& lexicon, const PluginLexicon& more) {
  for (const WordClass& addition : more) {
    auto known = std::ranges::find(lexicon, addition.name, &WordClass::name);
    if (known == lexicon.end()) known = lexicon.insert(lexicon.end(), WordClass{addition.name, {}});
    const std::set<std::string> words(known->words.begin(), known->words.end());
    for (const std::string& word : addition.words)
      if (!words.contains(word)) known->words.push_back(word);
  }
}

LexiconView::LexiconView(const PluginLexicon& lexicon) {
  words_.reserve(lexicon.size()); // classes_ points into it
  for (const WordClass& words : lexicon) {
    std::vector<zkg_text>& texts = words_.emplace_back();
    for (const std::string& word : words.words) texts.push_back(borrow(word));
    classes_.push_back({borrow(words.name), texts.data(), texts.size()});
  }
}

} // namespace zonekg
