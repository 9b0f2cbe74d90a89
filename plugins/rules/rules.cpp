// Rule packs: every *.rules.json on the plugin path is a plugin of its own, read by this library.
#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "core/abi/plugin.hpp"
#include "plugins/rules/rule_reading.hpp"

namespace {

using namespace zonekg;
using rules::RulePack;

class RuleExtractor : public Extractor {
 public:
  RuleExtractor() { throw std::runtime_error("rules are read from packs: put a NAME.rules.json on the plugin path, or name it with --rules"); }
  explicit RuleExtractor(const RulePack& pack) : pack_(pack) {}

  // The user's words join classes that the pack has: a class that no rule names would be lost in silence.
  void use_lexicon(WordClasses words) override {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto known = std::find_if(pack_.lexicon.begin(), pack_.lexicon.end(), [&](const auto& c) { return c.name == words.name(i); });
      if (known == pack_.lexicon.end()) throw std::runtime_error("the lexicon of the pack has no class \"" + words.name(i) + "\" to add words to");
      for (const std::string& word : words.words(i))
        if (std::find(known->words.begin(), known->words.end(), word) == known->words.end()) known->words.push_back(word);
    }
  }

  [[nodiscard]] std::vector<zkg_trigger> triggers() const override {
    std::vector<zkg_trigger> all;
    for (std::size_t i = 0; i < pack_.lexicon.size(); ++i)
      for (const std::string& word : pack_.lexicon[i].words) all.push_back({borrow(word), static_cast<std::uint32_t>(i)});
    return all;
  }

  void extract(const Document& document, Sink& sink) override {
    rules::RuleReading reading(pack_, document, sink);
    reading.propose_entities();
    reading.propose_statements();
  }

 private:
  RulePack pack_;
};

using Boundary = zonekg::detail::Boundary<RuleExtractor>;
const zkg_plugin functions = {Boundary::create, Boundary::triggers, Boundary::extract, Boundary::destroy};

// A pack with its description as C strings.
struct OpenPack {
  explicit OpenPack(RulePack read) : pack(std::move(read)) {
    fill(pack.provides, provides);
    fill(pack.requires_, required);
    const auto text = [](const std::string& s) { return s.empty() ? nullptr : s.c_str(); };
    for (const rules::TypeText& t : pack.types) types.push_back({t.declaration.c_str(), text(t.english), text(t.chinese), text(t.colour)});
    all_types = {sizeof(zkg_types), types.data(), types.size()};
    entry = {ZKG_ABI_MAJOR,   ZKG_ABI_MINOR,   pack.id.c_str(), pack.version.c_str(), pack.summary.c_str(),
             provides.data(), required.data(), &functions,      Boundary::interface_of};
  }
  static void fill(const std::vector<std::string>& words, std::vector<const char*>& list) {
    for (const std::string& word : words) list.push_back(word.c_str());
    list.push_back(nullptr);
  }

  const RulePack pack;
  std::vector<const char*> provides, required;
  std::vector<zkg_type> types;
  zkg_types all_types{};
  zkg_entry entry{};
};

void* open_pack(zkg_text file, zkg_text* message) {
  std::string& words = zonekg::detail::create_message();
  OpenPack* opened = nullptr;
  if (zonekg::detail::guarded(words, [&] { opened = new OpenPack(rules::read_rule_pack(std::string(view(file)))); })) return opened;
  *message = borrow(words);
  return nullptr;
}

const zkg_entry* entry_of(void* pack) { return &static_cast<OpenPack*>(pack)->entry; }
const zkg_types* types_of(void* pack) { return &static_cast<OpenPack*>(pack)->all_types; }
void close_pack(void* pack) { delete static_cast<OpenPack*>(pack); }

void* create_from(void* pack, const zkg_config*, zkg_text* message) {
  auto instance = std::make_unique<zonekg::detail::Instance>();
  std::string& words = zonekg::detail::create_message();
  const bool made = zonekg::detail::guarded(words, [&] {
    instance->extractor = std::make_unique<RuleExtractor>(static_cast<const OpenPack*>(pack)->pack);
    instance->triggers = instance->extractor->triggers();
  });
  if (made) return instance.release();
  *message = borrow(words);
  return nullptr;
}

const zkg_packs packs = {sizeof(zkg_packs), ".rules.json", open_pack, entry_of, types_of, create_from, close_pack};

const void* interface_of(const char* id) { return std::strcmp(id, ZKG_INTERFACE_PACKS) == 0 ? &packs : nullptr; }

const char* const nothing[] = {nullptr};

} // namespace

extern "C" ZKG_EXPORT const zkg_entry zkg_plugin_entry;
extern "C" ZKG_EXPORT const zkg_entry zkg_plugin_entry = {ZKG_ABI_MAJOR, ZKG_ABI_MINOR, "rules",    "1.0.0",    "Reads rule packs: *.rules.json",
                                                          nothing,       nothing,       &functions, interface_of};
