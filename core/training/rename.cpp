#include "core/training/rename.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/kit/features.hpp"
#include "core/training/rename_invent.hpp"
#include "core/training/rename_text.hpp"

namespace zonekg {
namespace {

struct Name {
  std::u32string key;
  std::string type;
  std::vector<NamePart> parts;
};

// The types in the order in which their names are told apart best.
int rank(std::string_view type) {
  constexpr std::string_view order[] = {"industry", "company", "zone", "fund", "infrastructure", "project"};
  return static_cast<int>(std::find(std::begin(order), std::end(order), type) - std::begin(order));
}

struct LongestFirst {
  bool operator()(const std::u32string& a, const std::u32string& b) const {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  }
};

class Renaming {
 public:
  Renaming(const GoldPassage& passage, std::string_view text, std::uint64_t seed, const NameParser& parser)
      : passage_(passage), parser_(parser), source_(decode(text)), text_(key_text(source_)), changed_(text_.key),
        draw_(seed) {
    find_boundaries();
    collect_names();
    for (std::size_t i = 0; i < names_.size(); ++i) parse(i);
    invent_all();
    rewrite();
  }

  RenamedPassage result() const {
    RenamedPassage out{passage_, encode(with_changes(source_, text_, changed_))};
    GoldPassage& gold = out.gold;
    rename(gold.zone, gold.zone_text);
    for (GoldEntity& e : gold.entities)
      for (std::size_t i = 0; i < e.keys.size(); ++i) rename(e.keys[i], e.texts[i]);
    for (GoldStatus& s : gold.statuses) rename(s.project, s.project_text);
    for (GoldInvestment& i : gold.investments) rename(i.subject, i.subject_text);
    for (GoldIndicator& i : gold.indicators) rename(i.metric, i.metric_text);
    for (GoldRelation& r : gold.relations) {
      rename(r.head, r.head_text);
      rename(r.tail, r.tail_text);
    }
    return out;
  }

 private:
  // For code points of the key text: is no known word cut before it?
  void find_boundaries() {
    const std::string bytes = encode(text_.key);
    const std::vector<bool> at_byte = parser_.boundaries(bytes);
    for (std::size_t at = 0; at < bytes.size(); at += code_point_at(bytes, at).size) boundary_.push_back(at_byte[at]);
    boundary_.push_back(true);
  }

  void collect_names() {
    std::set<std::u32string> seen;
    for (const GoldEntity& e : passage_.entities)
      for (const std::string& key : e.keys)
        if (!key.empty()) names_.push_back({decode(key), e.type, {}});
    std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
      const int left = rank(a.type), right = rank(b.type);
      return std::tuple(left, a.key.size(), std::u32string_view(a.key)) <
             std::tuple(right, b.key.size(), std::u32string_view(b.key));
    });
    names_.erase(
        std::remove_if(names_.begin(), names_.end(), [&](const Name& n) { return !seen.insert(n.key).second; }),
        names_.end());
  }

  // Names before it that stand in it, or in which it stands, decide about the characters they share; then parts that
  // are known from them (the firm's brand in its project's name); then its own build.
  void parse(std::size_t index) {
    Name& name = names_[index];
    decided_.assign(name.key.size(), 0);
    for (std::size_t i = 0; i < index; ++i) {
      const Name& other = names_[i];
      if (other.key.size() < 2) continue;
      if (const auto at = other.key.find(name.key); at != std::u32string::npos)
        inherit(name, other, at, 0, name.key.size());
      else if (const auto in = name.key.find(other.key); in != std::u32string::npos)
        inherit(name, other, 0, in, other.key.size());
    }
    if (name.type != "industry")
      for (const auto& [words, kind] : known_parts_)
        if (const auto at = name.key.find(words); at != std::u32string::npos)
          add_part(name, {at, at + words.size(), kind});
    for (const NamePart& part : parser_.parts(name.key, name.type)) add_part(name, part);
    for (const NamePart& part : name.parts)
      if (part.end - part.begin >= 2)
        known_parts_.emplace(name.key.substr(part.begin, part.end - part.begin), part.kind);
  }

  // `size` code points of `other` from `from` on are those of `name` from `at` on.
  void inherit(Name& name, const Name& other, std::size_t from, std::size_t at, std::size_t size) {
    for (const NamePart& part : other.parts)
      if (part.begin >= from && part.end <= from + size)
        add_part(name, {at + part.begin - from, at + part.end - from, part.kind});
    std::fill_n(decided_.begin() + offset(at), size, 1);
  }

  void add_part(Name& name, NamePart part) {
    if (any(decided_, part.begin, part.end)) return;
    name.parts.push_back(part);
    std::fill(decided_.begin() + offset(part.begin), decided_.begin() + offset(part.end), 1);
  }

  static bool any(const std::vector<char>& flags, std::size_t begin, std::size_t end) {
    return std::any_of(flags.begin() + offset(begin), flags.begin() + offset(end), [](char flag) { return flag; });
  }

  static std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

  void invent_all() {
    std::set<std::u32string> used;
    for (const Name& name : names_)
      for (const NamePart& part : name.parts) {
        const std::u32string words = name.key.substr(part.begin, part.end - part.begin);
        if (invented_.count(words)) continue;
        // A brand that is no word must not become one: 智能.
        const bool distinctive = parser_.is_distinctive(words);
        const auto taken = [&](std::u32string_view with) {
          return text_.key.find(with) != std::u32string::npos || used.count(std::u32string(with)) > 0 ||
                 (distinctive && !parser_.is_distinctive(with));
        };
        used.insert(invented_.emplace(words, invent(words, part.kind, draw_, taken)).first->second);
      }
  }

  // Where `key` stands in the text without cutting a word; wherever it stands when it always cuts one.
  std::vector<std::size_t> places_of(std::u32string_view key) const {
    std::vector<std::size_t> all, clean;
    for (auto at = text_.key.find(key); at != std::u32string::npos; at = text_.key.find(key, at + 1)) {
      all.push_back(at);
      if (boundary_[at] || boundary_[at + key.size()]) clean.push_back(at);
    }
    return clean.empty() ? all : clean;
  }

  void replace(std::size_t at, std::u32string_view words) {
    const std::u32string& with = invented_.at(std::u32string(words));
    if (!text_.is_single(at, words.size()) || any(done_, at, at + words.size())) return;
    std::copy(with.begin(), with.end(), changed_.begin() + offset(at));
    std::fill_n(done_.begin() + offset(at), words.size(), 1);
  }

  void rewrite() {
    done_.assign(changed_.size(), 0);
    std::vector<const Name*> longest_first;
    for (const Name& name : names_) longest_first.push_back(&name);
    std::stable_sort(longest_first.begin(), longest_first.end(),
                     [](const Name* a, const Name* b) { return a->key.size() > b->key.size(); });
    for (const Name* name : longest_first)
      for (const std::size_t at : places_of(name->key))
        for (const NamePart& part : name->parts)
          replace(at + part.begin, std::u32string_view(name->key).substr(part.begin, part.end - part.begin));
    for (const auto& [words, with] : invented_)
      if (parser_.is_distinctive(words)) replace_outside(words);
  }

  void replace_outside(const std::u32string& words) {
    for (auto at = text_.key.find(words); at != std::u32string::npos; at = text_.key.find(words, at + 1))
      if (boundary_[at] || boundary_[at + words.size()]) replace(at, words);
  }

  // A name becomes what stands in its place in the new text.
  void rename(std::string& key, std::string& text) const {
    const std::u32string name = decode(key);
    const std::vector<std::size_t> at = name.empty() ? std::vector<std::size_t>() : places_of(name);
    if (at.empty()) return;
    const std::u32string_view with = std::u32string_view(changed_).substr(at.front(), name.size());
    const std::u32string words = decode(text);
    key = encode(with);
    text = encode(with_changes(words, key_text(words), with));
  }

  const GoldPassage& passage_;
  const NameParser& parser_;
  std::u32string source_;
  KeyText text_;
  std::u32string changed_; // text_.key with invented names
  std::vector<bool> boundary_;
  std::vector<char> done_; // code points of changed_ that have been decided
  std::vector<Name> names_;
  std::vector<char> decided_; // code points of the name that is being parsed
  std::map<std::u32string, PartKind, LongestFirst> known_parts_;
  std::map<std::u32string, std::u32string, LongestFirst> invented_;
  Draw draw_;
};

} // namespace

RenamedPassage renamed(const GoldPassage& passage, std::string_view text, std::uint64_t seed,
                       const NameParser& parser) {
  return Renaming(passage, text, seed, parser).result();
}

std::uint64_t passage_seed(const GoldPassage& passage, std::uint32_t seed) {
  return kit::mix(kit::hash_text(passage.text.stem().string()) + seed);
}

std::uint64_t training_seed(const GoldPassage& passage, std::uint32_t copy) {
  return kit::mix(kit::hash_text(passage.text.stem().string()) + (std::uint64_t{1} << 32) + copy);
}

} // namespace zonekg
