// Reads and checks a rule pack.
#include <algorithm>
#include <set>
#include <utility>

#include "core/json/json_file.hpp"
#include "plugins/rules/rule_pack.hpp"

namespace zonekg::rules {
namespace {

constexpr std::size_t max_word = 256;

bool is_word(std::string_view text, std::string_view extra) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return text.size() <= 64 && lower(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
    return lower(c) || (c >= '0' && c <= '9') || extra.find(c) != std::string_view::npos;
  });
}

const std::string& name_of(const JsonValue& value, std::string_view extra, const char* what) {
  if (!is_word(value.text(), extra)) value.fail(std::string(what) + " is of the form [a-z][a-z0-9" + std::string(extra) + "]*, at most 64 letters");
  return value.text();
}

// U+FF01–FF5E and U+3000 as the host folds them in the text.
std::string fold_widths(const std::string& text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const unsigned code = byte(i) == 0xEF ? (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU) : 0; // without the lead's bits
    if (code >= 0xF01 && code <= 0xF5E) {
      folded += static_cast<char>(code - 0xF00 + 0x20);
      i += 3;
    } else if (text.compare(i, 3, "\xE3\x80\x80") == 0) {
      folded += ' ';
      i += 3;
    } else {
      folded += text[i++];
    }
  }
  return folded;
}

class PackReader {
 public:
  explicit PackReader(const JsonFile& file) : root_(file.root()) {}

  RulePack read() {
    root_.check_keys({"about", "id", "version", "summary", "types", "relation_types", "lexicon", "entities", "relations", "facts"});
    pack_.id = name_of(root_.at("id"), "_-", "an id");
    pack_.version = root_.text_or("version", "1.0.0");
    pack_.summary = root_.text_or("summary", "");
    read_lexicon(root_.at("lexicon"));
    each("entities", [&](const JsonValue& rule) { pack_.entities.push_back(read_entity(rule)); });
    each("relations", [&](const JsonValue& rule) { pack_.statements.push_back(read_relation(rule)); });
    each("facts", [&](const JsonValue& rule) { pack_.statements.push_back(read_fact(rule)); });
    if (pack_.entities.empty() && pack_.statements.empty()) root_.fail("the pack has no rule: \"entities\", \"relations\" and \"facts\" are missing or empty");
    declare();
    read_types("types", "mention");
    read_types("relation_types", "relation");
    return std::move(pack_);
  }

 private:
  template <class Function> void each(std::string_view key, Function&& function) {
    if (const auto rules = root_.find(key))
      for (const JsonValue& rule : rules->items()) function(rule);
  }

  void read_lexicon(const JsonValue& lexicon) {
    for (const auto& [name, words] : lexicon.members()) {
      WordClass& added = pack_.lexicon.emplace_back(WordClass{name, {}});
      std::set<std::string> known;
      for (const JsonValue& word : words.items()) {
        if (word.text().size() > max_word) word.fail("the word is longer than 256 bytes");
        if (std::string folded = fold_widths(word.text()); known.insert(folded).second) added.words.push_back(std::move(folded));
      }
      if (added.words.empty()) words.fail("the class \"" + name + "\" holds no word");
    }
  }

  Class read_class(const JsonValue& rule, std::string_view key) {
    const auto value = rule.find(key);
    if (!value) return no_class;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < pack_.lexicon.size(); ++i) {
      if (pack_.lexicon[i].name == value->text()) return static_cast<Class>(i);
      names.push_back(pack_.lexicon[i].name);
    }
    const std::string meant = nearest_word(value->text(), names);
    value->fail("the lexicon has no class \"" + value->text() + "\"" + (meant.empty() ? "" : "; did you mean \"" + meant + "\"?"));
  }

  static std::uint32_t read_count(const JsonValue& rule, std::string_view key, std::uint32_t otherwise) {
    const auto value = rule.find(key);
    return value ? static_cast<std::uint32_t>(value->number(1, 300)) : otherwise;
  }
  static double read_confidence(const JsonValue& rule, double otherwise) {
    const auto value = rule.find("confidence");
    return value ? value->number(0, 1) : otherwise;
  }
  static std::vector<std::string> read_names(const JsonValue& names) {
    std::vector<std::string> read;
    for (const JsonValue& name : names.items()) read.push_back(name_of(name, "_", "a type"));
    if (read.empty()) names.fail("the list is empty");
    return read;
  }
  static std::string read_modality(const JsonValue& rule) {
    const auto value = rule.find("modality");
    if (!value) return "";
    if (value->text() != "actual" && value->text() != "expected" && value->text() != "target") value->fail("a modality is actual, expected or target");
    return value->text();
  }

  EntityRule read_entity(const JsonValue& json) {
    json.check_keys({"rule", "type", "confidence", "longest", "words", "begins_with", "ends_with", "list_head", "column", "after", "before", "widest"});
    EntityRule rule;
    rule.name = name_of(json.at("rule"), "_-", "a rule's name");
    rule.type = name_of(json.at("type"), "_", "a type");
    rule.confidence = read_confidence(json, rule.confidence);
    rule.longest = read_count(json, "longest", rule.longest);
    rule.words = read_class(json, "words");
    rule.begins = read_class(json, "begins_with");
    rule.ends = read_class(json, "ends_with");
    rule.list_head = read_class(json, "list_head");
    rule.column = read_class(json, "column");
    rule.after = read_class(json, "after");
    rule.before = read_class(json, "before");
    if (const auto widest = json.find("widest")) rule.widest = widest->flag();
    const bool spans = rule.begins != no_class || rule.ends != no_class;
    const int ways = (rule.words != no_class) + (rule.list_head != no_class) + (rule.column != no_class) + spans;
    if (ways != 1) json.fail("an entity rule has one of \"words\", \"begins_with\" and \"ends_with\", \"list_head\", \"column\"");
    if (rule.after != no_class && (rule.begins != no_class || !spans)) json.fail("\"after\" is for rules with \"ends_with\" and no \"begins_with\"");
    if (rule.before != no_class && (rule.ends != no_class || !spans)) json.fail("\"before\" is for rules with \"begins_with\" and no \"ends_with\"");
    return rule;
  }

  StatementRule read_statement(const JsonValue& json, const char* type) {
    StatementRule rule;
    rule.name = name_of(json.at("rule"), "_-", "a rule's name");
    rule.type = name_of(json.at(type), "_", "a type");
    rule.confidence = read_confidence(json, rule.confidence);
    rule.within = read_count(json, "within", rule.within);
    rule.trigger = read_class(json, "trigger");
    if (rule.trigger == no_class) json.fail("\"trigger\" is missing");
    rule.unless = read_class(json, "unless");
    rule.modality = read_modality(json);
    return rule;
  }

  void read_order(const JsonValue& json, StatementRule& rule) {
    const auto order = json.find("order");
    if (!order) return;
    for (const JsonValue& part : order->items()) {
      const std::string& word = part.text();
      if (word != "head" && word != "trigger" && (word != "tail" || rule.tails.empty()))
        part.fail(rule.tails.empty() ? "a part is head or trigger" : "a part is head, trigger or tail");
      const Part read = word == "head" ? Part::head : word == "tail" ? Part::tail : Part::trigger;
      if (std::find(rule.order.begin(), rule.order.end(), read) != rule.order.end()) part.fail("\"" + word + "\" stands twice");
      rule.order.push_back(read);
    }
    if (rule.order.size() != (rule.tails.empty() ? 2U : 3U)) order->fail("a part is missing");
  }

  StatementRule read_relation(const JsonValue& json) {
    json.check_keys({"rule", "type", "confidence", "within", "trigger", "unless", "head", "tail", "order", "reporting_zone", "modality"});
    StatementRule rule = read_statement(json, "type");
    rule.heads = read_names(json.at("head"));
    rule.tails = read_names(json.at("tail"));
    if (const auto flag = json.find("reporting_zone")) rule.reporting_zone = flag->flag();
    read_order(json, rule);
    return rule;
  }

  StatementRule read_fact(const JsonValue& json) {
    json.check_keys({"rule", "key", "value", "confidence", "within", "trigger", "unless", "of", "order", "modality"});
    StatementRule rule = read_statement(json, "key");
    rule.heads = read_names(json.at("of"));
    rule.value = json.at("value").text();
    read_order(json, rule);
    return rule;
  }

  void declare() {
    std::set<std::string> provides, required;
    for (const EntityRule& rule : pack_.entities) provides.insert("mention:" + rule.type);
    for (const StatementRule& rule : pack_.statements) {
      provides.insert((rule.tails.empty() ? "fact:" : "relation:") + rule.type);
      for (const auto* types : {&rule.heads, &rule.tails})
        for (const std::string& type : *types)
          if (!pack_.makes(type)) required.insert("mention:" + type);
    }
    pack_.provides.assign(provides.begin(), provides.end());
    pack_.requires_.assign(required.begin(), required.end());
  }

  void read_types(std::string_view key, const std::string& kind) {
    const auto types = root_.find(key);
    if (!types) return;
    for (const auto& [name, json] : types->members()) {
      json.check_keys({"label", "label_zh", "colour"});
      const std::string declaration = kind + ":" + name;
      if (std::find(pack_.provides.begin(), pack_.provides.end(), declaration) == pack_.provides.end()) json.fail("no rule makes the type \"" + name + "\"");
      const std::string colour = json.text_or("colour", "");
      if (!colour.empty() && (colour.size() != 7 || colour[0] != '#' || colour.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos))
        json.at("colour").fail("a colour is of the form #rrggbb");
      pack_.types.push_back({declaration, json.text_or("label", ""), json.text_or("label_zh", ""), colour});
    }
  }

  JsonValue root_;
  RulePack pack_;
};

} // namespace

bool RulePack::makes(const std::string& type) const {
  return std::any_of(entities.begin(), entities.end(), [&](const EntityRule& rule) { return rule.type == type; });
}

RulePack read_rule_pack(const std::string& file) {
  const JsonFile json = read_json_file(file);
  return PackReader(json).read();
}

} // namespace zonekg::rules
