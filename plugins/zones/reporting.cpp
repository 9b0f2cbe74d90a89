#include "plugins/zones/reporting.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "core/kit/characters.hpp"
#include "core/kit/lattice.hpp"

namespace zonekg {
namespace {

using kit::Features;
using kit::Range;
using kit::Reading;

constexpr std::uint32_t base = 2600;

// Features of each mention in the choice among all zones that a document names.
class Candidates {
 public:
  Candidates(const Reading& reading, const std::vector<Range>& mentions) : reading_(reading) {
    for (const Range range : mentions) {
      const auto [name, is_new] = names_.try_emplace(reading.text_hash(range));
      if (is_new) name->second = look_at(range, names_.size() - 1);
      ++name->second.count;
      name->second.at_head = name->second.at_head || stands_at_head(range);
      name->second.last = range.begin;
      most_ = std::max(most_, name->second.count);
    }
    for (const auto& [hash, name] : names_) heads_ += name.at_head;
    find_inside_others();
    const kit::Classes generic = reading.lexicon().one("zone_generic");
    for (std::uint32_t i = 0; i < reading.size() && !says_we_; ++i)
      says_we_ = (reading.class_begins(i) & generic) && (reading.at(i) == U'我' || reading.at(i) == U'全' || reading.at(i) == U'本');
  }

  [[nodiscard]] Features features_of(Range range) const {
    Features features;
    kit::place_features(reading_, range, base, features);
    const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
      features.push_back(kit::feature(base + kind, a, b, c));
    };
    const Name& known = names_.find(reading_.text_hash(range))->second;
    const bool in_title = known.in_title;
    const std::uint64_t start = known.start;
    const std::uint64_t order = std::min<std::size_t>(known.order, 3), zones = std::min<std::size_t>(names_.size(), 5);
    const std::uint64_t often = std::min<std::size_t>(known.count, 4), most = known.count == most_;
    add(20, in_title, start);
    add(21, in_title, often, most);
    add(22, start, often, order);
    add(23, static_cast<std::uint64_t>(reading_.folded(std::int64_t{range.end} - 2)) << 21 | reading_.folded(std::int64_t{range.end} - 1));
    add(24, reading_.word_hash(reading_.word_at(std::int64_t{range.end} - 1)), in_title);
    add(25, reading_.word_tag(reading_.word_at(range.begin)), in_title);
    add(26, std::min(range.size(), 12U), in_title);
    add(27, reading_.sentence_at(range.begin) == 0, in_title);
    add(28, order, zones);
    add(29, order, most, zones);
    add(30, says_we_, order, in_title);
    add(31, says_we_, zones);
    add(32, zones, in_title, most);
    add(33, known.inside_another, zones);
    add(34, reading_.word_hash(reading_.word_at(range.begin)), order);
    const std::uint64_t heads = std::min<std::size_t>(heads_, 3);
    add(35, known.at_head, heads, zones);
    add(36, known.at_head, heads, in_title);
    add(37, heads, order, in_title);
    const std::uint64_t last = std::uint64_t{8} * known.last / std::max(1U, reading_.size()), first = std::uint64_t{8} * known.range.begin / std::max(1U, reading_.size());
    add(38, first, last, zones);
    add(39, last, in_title, often);
    return features;
  }

 private:
  struct Name {
    Range range; // where it is named first
    std::size_t order = 0, count = 0;
    bool in_title = false, inside_another = false;
    bool at_head = false; // begins a line, after its number
    std::uint32_t last = 0; // where it is named last
    std::uint64_t start = 0; // how far from the start of the text its words stand first
  };

  [[nodiscard]] Name look_at(Range range, std::size_t order) const {
    constexpr std::size_t far = 1500; // bytes
    const std::string_view name = reading_.text(range), title = reading_.document().title();
    const std::size_t first = reading_.document().text().substr(0, far + name.size()).find(name);
    const std::uint64_t start = first < 60 ? 0 : first < 150 ? 1 : first < 600 ? 2 : first < far ? 3 : 4;
    Name result;
    result.range = range;
    result.order = order;
    result.in_title = !title.empty() && title.find(name) != std::string_view::npos;
    result.start = start;
    return result;
  }

  // 二、云川经济开发区：…: nothing but a number stands before it in its line, which is not the document's first.
  [[nodiscard]] bool stands_at_head(Range range) const {
    constexpr std::int64_t longest_number = 6;
    const std::int64_t begin = range.begin;
    for (std::int64_t i = begin; i-- > 0 && begin - i <= longest_number;) {
      const char32_t c = reading_.at(i);
      if (c == U'\n') return true;
      if ((kit::is_cjk(c) && !is_number(c)) || kit::is_latin_letter(c)) return false;
    }
    return false;
  }
  static bool is_number(char32_t c) { return std::u32string_view(U"一二三四五六七八九十甲乙丙丁").find(c) != std::u32string_view::npos; }

  // Every stretch of every name is looked up: names are short, and there may be many.
  void find_inside_others() {
    std::set<std::uint32_t> sizes;
    for (const auto& [hash, name] : names_) sizes.insert(name.range.size());
    for (const auto& [hash, name] : names_)
      for (const std::uint32_t size : sizes)
        for (std::uint32_t begin = name.range.begin; size < name.range.size() && begin + size <= name.range.end; ++begin)
          if (const auto inner = names_.find(reading_.text_hash({begin, begin + size})); inner != names_.end())
            inner->second.inside_another = true;
  }

  const Reading& reading_;
  std::unordered_map<std::uint64_t, Name> names_; // by the hash of their text
  std::size_t most_ = 0, heads_ = 0;
  bool says_we_ = false;
};

} // namespace

void mark_reporting(const Reading& reading, const kit::Model& model, std::vector<kit::Proposal>& proposals) {
  std::vector<Range> mentions;
  for (const kit::Proposal& proposal : proposals)
    if (proposal.likely()) mentions.push_back(proposal.range);
  const Candidates candidates(reading, mentions);
  std::vector<float> probabilities;
  for (const Range range : mentions) probabilities.push_back(model.score(candidates.features_of(range)));
  kit::settle_choice(probabilities);
  std::map<std::string_view, double> by_name;
  for (std::size_t i = 0; i < mentions.size(); ++i) by_name[reading.text(mentions[i])] += static_cast<double>(probabilities[i]);
  for (kit::Proposal& proposal : proposals)
    if (proposal.likely()) proposal.candidate.with_number("reporting", std::min(1.0, by_name[reading.text(proposal.range)]));
}

void teach_reporting(const std::vector<kit::End>& zones, kit::Relater& relater) {
  std::vector<Range> mentions;
  for (const kit::End& zone : zones) mentions.push_back(zone.range);
  const Candidates candidates(relater.reading(), mentions);
  const std::uint32_t group = relater.new_group();
  for (const kit::End& zone : zones) {
    const Features features = candidates.features_of(zone.range);
    FactCandidate fact{zone.id, "reporting", "true"};
    fact.evidence = relater.reading().span(zone.range);
    fact.features = &features;
    fact.group = group;
    relater.sink().add(fact);
  }
}

} // namespace zonekg
