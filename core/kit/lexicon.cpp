#include "core/kit/lexicon.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "core/kit/features.hpp"

namespace zonekg::kit {
namespace {

constexpr std::size_t max_classes = 64;

rapidjson::Document parse(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + ": cannot read the lexicon");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  if (json.HasParseError())
    throw std::runtime_error(file.string() + ": " + rapidjson::GetParseError_En(json.GetParseError()) + " at byte " +
                             std::to_string(json.GetErrorOffset()));
  if (!json.IsObject() || !json.HasMember("classes") || !json["classes"].IsObject())
    throw std::runtime_error(file.string() + ": expected an object with \"classes\"");
  return json;
}

} // namespace

void Lexicon::read(const std::filesystem::path& file) {
  const auto json = parse(file);
  for (const auto& [name, words] : json["classes"].GetObject()) {
    if (!words.IsArray()) throw std::runtime_error(file.string() + ": class " + name.GetString() + " is not a list");
    auto& list = words_[bit_of(name.GetString())];
    for (const auto& word : words.GetArray()) {
      if (!word.IsString() || word.GetStringLength() == 0)
        throw std::runtime_error(file.string() + ": class " + name.GetString() + " holds something that is not a word");
      list.emplace_back(word.GetString(), word.GetStringLength());
    }
  }
}

void Lexicon::add(const WordClasses& classes) {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    auto& list = words_[bit_of(classes.name(i))];
    for (const std::string& word : classes.words(i))
      if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
  }
}

std::size_t Lexicon::bit_of(const std::string& name) {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at != names_.end()) return static_cast<std::size_t>(at - names_.begin());
  if (names_.size() == max_classes) throw std::runtime_error("more than 64 word classes: " + name);
  names_.push_back(name);
  hashes_.push_back(hash_text(name));
  words_.emplace_back();
  return names_.size() - 1;
}

Classes Lexicon::classes(std::initializer_list<std::string_view> names) const {
  Classes result = 0;
  for (std::size_t bit = 0; bit < names_.size(); ++bit)
    if (std::find(names.begin(), names.end(), names_[bit]) != names.end()) result |= Classes{1} << bit;
  return result;
}

Classes Lexicon::one(std::string_view name) const {
  const Classes bit = classes({name});
  if (!bit) throw std::runtime_error("the lexicon has no class " + std::string(name));
  return bit;
}

std::vector<zkg_trigger> Lexicon::triggers() const {
  std::vector<zkg_trigger> result;
  for (std::size_t bit = 0; bit < words_.size(); ++bit)
    for (const auto& word : words_[bit]) result.push_back({{word.data(), word.size()}, static_cast<std::uint32_t>(bit)});
  return result;
}

} // namespace zonekg::kit
