#include "export/pinyin.hpp"

#include <algorithm>
#include <map>
#include <unicode/translit.h>
#include <unordered_map>

#include "core/model/diagnostic.hpp"
#include "core/text/utf8.hpp"
#include "graph/code_points.hpp"

namespace zonekg {
namespace {

// Words whose characters are read otherwise than they usually are: word, syllables.
struct Reading {
  std::string_view word, syllables;
};
constexpr Reading special_readings[] = {
#include "export/readings.inc"
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_ascii_letter_or_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// ü as it is typed: v on Chinese keyboards, u by everybody else.
std::string with_both_spellings(const std::string& full) {
  if (full.find("ü") == std::string::npos) return full;
  return replace_all(full, "ü", "v") + ' ' + replace_all(full, "ü", "u");
}

void add_word(std::string& words, const std::string& word) {
  if (!word.empty()) words += (words.empty() ? "" : " ") + word;
}

} // namespace

struct PinyinReader::Impl {
  std::unique_ptr<icu::Transliterator> latin;
  std::unordered_map<char32_t, std::string> syllables; // empty: none
  // By first character, longer words first.
  std::unordered_map<char32_t, std::vector<std::pair<std::u32string, std::vector<std::string>>>> special;

  const std::string& syllable(char32_t c) {
    const auto [found, added] = syllables.try_emplace(c);
    if (!added) return found->second;
    if (is_ascii_letter_or_digit(c)) return found->second = std::string(1, static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c));
    if (!is_han(c)) return found->second;
    icu::UnicodeString text(static_cast<UChar32>(c));
    latin->transliterate(text);
    std::string bytes;
    text.toUTF8String(bytes);
    for (const char32_t letter : to_code_points(bytes))
      if ((letter >= U'a' && letter <= U'z') || letter == U'ü') append_code_point(found->second, letter);
    return found->second;
  }

  // What begins at `at`: its syllables and how many characters they take.
  std::size_t read_special(std::u32string_view name, std::size_t at, std::vector<std::string>& into) {
    const auto found = special.find(name[at]);
    if (found == special.end()) return 0;
    for (const auto& [word, sounds] : found->second)
      if (name.substr(at).starts_with(word)) {
        into.insert(into.end(), sounds.begin(), sounds.end());
        return word.size();
      }
    return 0;
  }

  std::vector<std::string> sounds(std::u32string_view name) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t taken = read_special(name, at, result);
      if (taken == 0) result.push_back(syllable(name[at]));
      at += std::max<std::size_t>(taken, 1);
    }
    return result;
  }
};

PinyinReader::PinyinReader() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  // Tone marks fall, the two dots of ü stay: they tell lü from lu.
  impl_->latin.reset(icu::Transliterator::createInstance(
      "Han-Latin; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC; Lower", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !impl_->latin)
    throw Error("the Unicode library (ICU) cannot read Chinese characters: its data may be incomplete; install libicu again");
  for (const Reading& reading : special_readings) {
    std::u32string word = to_code_points(reading.word);
    impl_->special[word.front()].emplace_back(word, split(reading.syllables));
  }
  for (auto& [first, words] : impl_->special)
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

PinyinReader::~PinyinReader() = default;

Pinyin PinyinReader::read(std::string_view name) {
  const std::u32string text = to_code_points(name);
  Pinyin result;
  for (const std::string& sound : impl_->sounds(text)) {
    result.full += sound;
    if (!sound.empty()) result.initials += sound.front();
  }
  result.full = with_both_spellings(result.full);
  return result;
}

Pinyin PinyinReader::read(const Node& node) {
  Pinyin result = read(node.name);
  for (const std::string& alias : node.aliases) {
    const Pinyin more = read(alias);
    add_word(result.full, more.full);
    add_word(result.initials, more.initials);
  }
  return result;
}

} // namespace zonekg
