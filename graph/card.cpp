#include "graph/card.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "core/text/places.hpp"
#include "graph/block.hpp"
#include "graph/code_points.hpp"
#include "graph/name_key.hpp"
#include "graph/owned_works.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

// Bits for each agreement of a part: equal, similar, absent on one side, different. Set by hand on the families of
// names in the tests; a part that can only tell two apart (number) says little when it agrees.
struct Weights {
  double equal, similar, absent, different;
};
constexpr Weights place_weights = {2, 1, 0, -6}, trade_weights = {3, 1, 0, -6}, form_weights = {1, 0.5, 0, -2},
                  number_weights = {2, 0, -4, -20}, amount_weights = {4, 2, 0, -8}, product_weights = {6, 3, -2, -6};

double weigh(const Weights& weights, Agreement agreement) {
  switch (agreement) {
    case Agreement::equal: return weights.equal;
    case Agreement::similar: return weights.similar;
    case Agreement::absent: return weights.absent;
    case Agreement::different: break;
  }
  return weights.different;
}

Agreement agreement_of(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return Agreement::absent;
  if (a == b) return Agreement::equal;
  return a.ends_with(b) || b.ends_with(a) || a.starts_with(b) || b.starts_with(a) ? Agreement::similar
                                                                                  : Agreement::different;
}

void add_row(Card& card, const char* part, const std::u32string& a, const std::u32string& b, const Weights& weights) {
  if (a.empty() && b.empty()) return;
  const Agreement agreement = agreement_of(a, b);
  card.rows.push_back({part, to_utf8(a), to_utf8(b), agreement, weigh(weights, agreement)});
}

std::u32string trimmed(std::u32string text) {
  while (!text.empty() && text.back() == U' ') text.pop_back();
  return text;
}

std::u32string joined(const std::set<std::u32string>& texts) {
  std::u32string result;
  for (const std::u32string& text : texts) (result += result.empty() ? U"" : U" ") += text;
  return result;
}

bool is_work(const NameForm& form) { return form.type == "project" || form.type == "infrastructure"; }

// The firm's brand that a work's name begins with, when the graph knows the firm.
std::size_t owner_size(const NameForm& form, const Surroundings& around) {
  for (std::size_t size = std::min<std::size_t>(16, form.core.size()); size >= shortest_brand; --size)
    if (around.brands.contains(form.core.substr(0, size)) || around.brands.contains(form.places + form.core.substr(0, size)))
      return size;
  return 0;
}

std::u32string own_name(const NameForm& form) {
  return form.type == "company" ? brand_of(form) : form.core;
}

void add_number(Card& card, const NameForm& x, const NameForm& y) {
  add_row(card, "number", trimmed(ordinals(x.key)), trimmed(ordinals(y.key)), number_weights);
}

} // namespace

std::string_view text_of(Agreement agreement) {
  switch (agreement) {
    case Agreement::equal: return "equal";
    case Agreement::similar: return "similar";
    case Agreement::absent: return "absent";
    case Agreement::different: break;
  }
  return "different";
}

Cards::Cards(const Graph& graph) : graph_(graph), context_(node_context(graph)) {
  std::vector<NameForm> all;
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    forms_.push_back(forms_of(graph.node(n)));
    std::set<std::u32string> brands;
    for (const NameForm& form : forms_.back()) brands.insert(own_name(form));
    for (const std::u32string& brand : brands) ++brand_counts_[brand];
    named_ += !forms_.back().empty();
    all.insert(all.end(), forms_.back().begin(), forms_.back().end());
  }
  zonekg::add_surroundings(all, around_);
}

// How much it says that two names share a brand: the rarer among the graph's names the more.
double Cards::rarity(const std::u32string& brand) const {
  const auto found = brand_counts_.find(brand);
  const double count = found == brand_counts_.end() ? 1 : static_cast<double>(found->second);
  return std::clamp(std::log2((static_cast<double>(named_) + 1) / count), 2.0, 10.0);
}

Card Cards::make(std::uint32_t a, std::uint32_t b, const NameForm& x, const NameForm& y) const {
  Card card;
  card.a = a;
  card.b = b;
  card.name_a = to_utf8(x.key);
  card.name_b = to_utf8(y.key);
  add_row(card, "place", bare_places(x.places), bare_places(y.places), place_weights);
  if (is_work(x)) {
    const WorkName p = parse_work(x, owner_size(x, around_)), q = parse_work(y, owner_size(y, around_));
    add_row(card, "owner", p.owner, q.owner, trade_weights);
    add_row(card, "product", p.product, q.product, product_weights);
    add_row(card, "amount", joined(p.amounts), joined(q.amounts), amount_weights);
  } else {
    const std::u32string brand = own_name(x), other = own_name(y);
    const double rare = brand == other ? rarity(brand) : 2;
    add_row(card, x.type == "company" ? "brand" : "name", brand, other, {rare, 2, -2, -8});
    if (x.type == "company")
      add_row(card, "trade", without_parentheses(x.core).substr(brand.size()),
              without_parentheses(y.core).substr(other.size()), trade_weights);
    add_row(card, "form", x.kind, y.kind, form_weights);
  }
  add_number(card, x, y);
  add_surroundings(card);
  const bool forward = is_fuller(y, x);
  const NameComparison comparison = forward ? compare(x, y, around_) : compare(y, x, around_);
  card.verdict = x.key == y.key ? NameVerdict::same : comparison.verdict;
  card.rule = x.key == y.key ? "equal-names" : std::string(comparison.rule);
  for (const CardRow& row : card.rows) card.score += row.weight;
  return card;
}

void Cards::add_surroundings(Card& card) const {
  if (card.a == card.b) return;
  const auto& areas_a = context_.areas[card.a];
  const auto& areas_b = context_.areas[card.b];
  const auto count = [](std::size_t n) { return std::to_string(n); };
  const std::size_t areas = count_shared(areas_a, areas_b);
  if (!areas_a.empty() && !areas_b.empty())
    card.rows.push_back({"area", count(areas_a.size()), count(areas_b.size()),
                         areas > 0 ? Agreement::equal : Agreement::different, areas > 0 ? 3.0 : -4.0});
  // One report that calls one thing two names says so, or linking saw it: two nodes of one document speak against.
  if (const std::size_t together = count_shared(context_.documents[card.a], context_.documents[card.b]))
    card.rows.push_back({"document", count(together), count(together), Agreement::different, -2});
  if (const std::size_t shared = count_shared(context_.neighbours[card.a], context_.neighbours[card.b]))
    card.rows.push_back({"neighbours", count(shared), count(shared), Agreement::similar,
                         std::min(2.0, 0.5 * static_cast<double>(shared))});
}

Card Cards::compare_nodes(std::uint32_t a, std::uint32_t b) const {
  Card best;
  bool first = true;
  for (const NameForm& x : forms_[a]) {
    for (const NameForm& y : forms_[b]) {
      if (x.type != y.type) continue;
      Card card = make(a, b, x, y);
      if (!first && card.score <= best.score) continue;
      best = std::move(card);
      first = false;
    }
  }
  if (first) {
    best = {a, b, graph_.node(a).name, graph_.node(b).name, {}, 0, NameVerdict::different,
            graph_.node(a).type != graph_.node(b).type ? "other-type" : "names-of-one-document"};
    add_surroundings(best);
  }
  return best;
}

Card Cards::compare_names(std::uint32_t node, std::string_view a, std::string_view b) const {
  const std::string& type = graph_.node(node).type;
  const NameForm x = parse_name(type, name_key(type, a)), y = parse_name(type, name_key(type, b));
  Card card = make(node, node, x, y);
  if (card.verdict == NameVerdict::unsure && is_told_to_be_owned(node, x, y)) {
    card.verdict = NameVerdict::same;
    card.rule = undertaken_by;
  }
  return card;
}

// One of the names is the other with a firm's before it that undertakes the node.
bool Cards::is_told_to_be_owned(std::uint32_t node, const NameForm& x, const NameForm& y) const {
  for (const std::uint32_t e : graph_.edges_of(node)) {
    const EdgeView view = graph_.edge(e);
    if (view.edge.type != "undertakes" || view.target != node) continue;
    for (const NameForm& firm : forms_[view.source])
      for (const std::u32string& owner : owner_names(firm.key))
        if (is_owner_and_work(x.key, owner, y.key) || is_owner_and_work(y.key, owner, x.key)) return true;
  }
  return false;
}

void Cards::pair_with_namesakes(std::uint32_t firm, std::set<std::pair<std::uint32_t, std::uint32_t>>& pairs) const {
  std::set<std::uint32_t> works;
  for (const std::uint32_t e : graph_.edges_of(firm))
    if (const EdgeView view = graph_.edge(e); view.edge.type == "undertakes" && view.source == firm) works.insert(view.target);
  if (works.size() < 2 || works.size() > longest_posting) return;
  std::set<std::u32string> names;
  for (const NameForm& form : forms_[firm]) names.merge(owner_names(form.key));
  const auto is_namesake = [&](std::uint32_t work) {
    return std::ranges::any_of(forms_[work], [&](const NameForm& form) { return names.contains(form.key) && !is_redacted(form.key); });
  };
  for (const std::uint32_t work : works)
    if (is_namesake(work))
      for (const std::uint32_t other : works)
        if (other != work) pairs.insert(std::minmax(work, other));
}

std::vector<Card> Cards::open_questions(std::size_t limit) const {
  std::vector<NameForm> forms;
  std::vector<std::uint32_t> owner;
  for (std::uint32_t n = 0; n < forms_.size(); ++n)
    for (const NameForm& form : forms_[n]) {
      if (is_redacted(form.key)) continue;
      forms.push_back(form);
      owner.push_back(n);
    }
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [shorter, fuller] : candidate_pairs(forms))
    if (owner[shorter] != owner[fuller]) pairs.insert(std::minmax(owner[shorter], owner[fuller]));
  for (std::uint32_t n = 0; n < graph_.node_count(); ++n)
    if (graph_.node(n).type == "company") pair_with_namesakes(n, pairs);
  std::vector<Card> cards;
  for (const auto& [a, b] : pairs) {
    Card card = compare_nodes(a, b);
    if (card.verdict == NameVerdict::different || card.score <= 0) continue;
    card.verdict = NameVerdict::unsure;
    cards.push_back(std::move(card));
  }
  std::sort(cards.begin(), cards.end(), [](const Card& x, const Card& y) {
    return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
  });
  if (cards.size() > limit) cards.resize(limit);
  return cards;
}

} // namespace zonekg
