#include "tests/evaluation/notation.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace zonekg::test {
namespace {

using Words = std::vector<std::string>;

Words split(const std::string& text, const std::string& separator) {
  Words words;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return words;
}

bool take_last(Words& words, const std::string& word) {
  if (words.empty() || words.back() != word) return false;
  words.pop_back();
  return true;
}

std::string text_of(const std::string& word) { return word == "-" ? "" : word; }

std::optional<double> number_of(const std::string& word) {
  return word == "-" ? std::nullopt : std::optional(std::stod(word));
}

struct Amount {
  std::optional<double> exact, least, most;
};

Amount amount_of(const std::string& word) {
  const std::size_t dots = word.find("..");
  if (dots == std::string::npos) return {std::stod(word), {}, {}};
  return {{}, std::stod(word.substr(0, dots)), std::stod(word.substr(dots + 2))};
}

void add_entity(GoldPassage& gold, Words words, bool optional) {
  GoldEntity entity;
  if (take_last(words, "resident")) entity.resident = true;
  if (take_last(words, "outside")) entity.resident = false;
  entity.type = words.at(0);
  entity.texts = split(words.at(1), "=");
  for (const std::string& name : entity.texts) entity.keys.push_back(name_key(name));
  entity.optional = optional;
  gold.entities.push_back(std::move(entity));
}

class GraphBuilder {
 public:
  void add(Words words) {
    evidence_.clear();
    Words plugins = {"p"};
    if (words.size() > 2 && words[words.size() - 2] == "by") {
      plugins = split(words.back(), "=");
      words.resize(words.size() - 2);
    }
    for (const std::string& plugin : plugins) evidence_.push_back({0, 0, 1, "x", plugin, "rule"});
    if (words[0] == "edge") return add_edge(words);
    if (words[0] == "status") return add_status(words);
    Node& node = nodes_.emplace_back();
    node.type = words[0];
    node.id = words[1];
    node.confidence = 0.9;
    node.mentions = evidence_;
    add_own(node, words);
    std::sort(node.properties.begin(), node.properties.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
  }

  Graph take() {
    GraphHeader header;
    header.documents.emplace_back();
    return Graph(std::move(header), std::move(nodes_), std::move(ends_), std::move(edges_));
  }

 private:
  std::uint32_t position(const std::string& id) const {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      if (nodes_[i].id == id) return i;
    throw std::invalid_argument("no node " + id);
  }

  void add_edge(const Words& words) {
    ends_.push_back({position(words.at(1)), position(words.at(3))});
    edges_.push_back({words.at(2), 0.9, {}, {}, evidence_});
  }

  void add_status(const Words& words) {
    Node& node = nodes_[position(words.at(1))];
    if (node.histories.empty()) node.histories.push_back({"status", {}});
    node.histories.front().entries.push_back({words.at(2), text_of(words.at(3)), {}, evidence_});
  }

  static void put(Node& node, const char* key, const std::string& word) {
    if (word != "-") node.properties.push_back({key, word});
  }
  static void put_number(Node& node, const char* key, std::optional<double> number) {
    if (number) node.properties.push_back({key, *number});
  }

  static void add_own(Node& node, Words& words) {
    if (node.type == "investment") {
      const Amount amount = amount_of(words.at(3));
      put(node, "kind", words.at(2));
      put(node, "currency", words.at(4));
      put_number(node, "amount", amount.exact);
      put_number(node, "amount_min", amount.least);
      put_number(node, "amount_max", amount.most);
    } else if (node.type == "indicator") {
      put(node, "metric", words.at(2));
      put_number(node, "value", number_of(words.at(3)));
      put(node, "unit", words.at(4));
      put_number(node, "yoy", number_of(words.at(5)));
      put(node, "period", words.at(6));
      put(node, "modality", words.at(7));
    } else {
      if (take_last(words, "implicit")) node.properties.push_back({"implicit", true});
      const Words names = split(words.at(2), "=");
      node.name = names.front();
      node.aliases.assign(names.begin() + 1, names.end());
    }
  }

  std::vector<Node> nodes_;
  std::vector<EdgeEnds> ends_;
  std::vector<Edge> edges_;
  std::vector<Evidence> evidence_;
};

} // namespace

GoldPassage gold_of(const std::string& notation) {
  GoldPassage gold;
  for (const std::string& statement : split(notation, "; ")) {
    Words w = split(statement, " ");
    const bool optional = take_last(w, "optional");
    if (w[0] == "reporting") {
      gold.zone_text = w.at(1);
      gold.zone = name_key(w[1]);
    } else if (w[0] == "status") {
      gold.statuses.push_back({name_key(w.at(1)), w.at(2), w.at(3), optional, w[1]});
    } else if (w[0] == "investment") {
      const Amount amount = amount_of(w.at(3));
      gold.investments.push_back(
          {name_key(w.at(1)), w.at(2), w.at(4), "actual", amount.exact, amount.least, amount.most, optional, w[1]});
    } else if (w[0] == "indicator") {
      gold.indicators.push_back({name_key(w.at(1)), name_key(text_of(w.at(3))), text_of(w.at(5)), w.at(6),
                                 number_of(w.at(2)), number_of(w.at(4)), optional, w[1], text_of(w.at(3))});
    } else if (w[0] == "relation") {
      gold.relations.push_back({name_key(w.at(1)), w.at(2), name_key(w.at(3)), optional, w[1], w[3]});
    } else {
      add_entity(gold, std::move(w), optional);
    }
  }
  return gold;
}

Graph graph_of(const std::string& notation) {
  GraphBuilder builder;
  for (const std::string& statement : split(notation, "; ")) builder.add(split(statement, " "));
  return builder.take();
}

std::string shown(const Findings& findings) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  for (const Finding& finding : findings.things) {
    const char* mark = finding.outcome == Outcome::right ? "= " : finding.outcome == Outcome::wrong ? "+ " : "- ";
    add(mark + finding.kind + " " + finding.what);
  }
  for (const auto& [kind, share] : findings.shares)
    add(kind + " " + std::to_string(share.right) + "/" + std::to_string(share.of));
  return text;
}

} // namespace zonekg::test
