// Learning the weights of a Model from examples whose right answer is known, wholly or in part.
//
// Maximum conditional likelihood of the semi-Markov lattice (lattice.hpp) by AdaGrad with L2 penalty (Duchi, Hazan and
// Singer, JMLR 2011). Candidates that exclude each other for another reason than overlap (subjects of one amount) are
// given as spans of one position. Deterministic: the same examples give the same bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "core/kit/lattice.hpp"
#include "core/kit/weights.hpp"

namespace zonekg::kit {

constexpr std::uint32_t no_bag = 0xFFFFFFFF;

struct Example { // one document's candidates of one model
  struct Candidate {
    std::uint32_t begin, end;
    Label label;
    // Candidates of one bag say the same thing at several places: at least one of them is right, and once the model has
    // an opinion it chooses which. no_bag: the label stands as it is.
    std::uint32_t bag = no_bag;
    std::uint32_t first_feature, feature_count; // in `features`
    std::uint64_t thing = 0; // candidates of one document that end up as one node or edge have the same one; 0: of its own
    float offset = 0;        // what another model says of it: added to the score
  };
  std::vector<Candidate> candidates;
  Features features;
  std::uint32_t origin = 0; // examples in a row with the same one, other than 0, are variants of one document
  std::uint32_t weight = 1; // as how many documents it counts: visits in an epoch
  std::uint32_t unreached = 0; // right answers that no candidate gives

  void add(std::uint32_t begin, std::uint32_t end, Label label, std::uint32_t bag, const Feature* ids, std::size_t count,
           std::uint64_t thing = 0) {
    candidates.push_back({begin, end, label, bag, static_cast<std::uint32_t>(features.size()), static_cast<std::uint32_t>(count), thing, 0});
    features.insert(features.end(), ids, ids + count);
  }
};

struct LearnOptions {
  int bits = 20;         // log2 of the weight count, at most: less where features are few
  int epochs = 12;
  float rate = 0.1F;
  // How far one visit may move a score, the sum of a candidate's weights: where candidates have many features, each weight
  // takes smaller steps than `rate`, or the model would know by heart what it has seen.
  float reach = 5;
  float penalty = 5e-4F; // L2, on the weights touched
  int documents = 3;     // features of fewer documents are left out: they would be learned by heart
  // Features of so many documents have factors; 0: none has. For models whose features do not tell by themselves which of them
  // stand together.
  int factor_documents = 0;
  float drop = 0.008F;   // smaller weights become 0
  // Part of the features that a visit to an example does without, others each time: weight spreads over what says the
  // same, and names of which nothing is known are practised on (feature noising: Wang and Manning, ICML 2013).
  float noise = 0.35F;
  float bias = -3; // to begin with
};

Model learn(const std::vector<const Example*>& examples, const LearnOptions& options = {});

} // namespace zonekg::kit
