// What the extractors of named things share: read lexicon and weights, propose spans, score them, relate them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/kit/name_likeness.hpp"
#include "core/kit/relations.hpp"
#include "core/kit/spans.hpp"

namespace zonekg::kit {

// Files: <shared>/lexicon.json, for named things <shared>/name_likeness.bin, <folder>/weights.bin (tables `mention:TYPE`,
// `relation:…`, `fact:…`); <folder>/lexicon.json comes through the host, with the user's words.
class KitExtractor : public Extractor {
 public:
  void configure(const Config& config) override;
  void use_lexicon(WordClasses words) override { lexicon_.add(words); }
  [[nodiscard]] std::vector<zkg_trigger> triggers() const override { return lexicon_.triggers(); }

 protected:
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const Models& models() const { return models_; }
  [[nodiscard]] bool training() const { return training_; }

 private:
  Lexicon lexicon_;
  Models models_;
  bool training_ = false;
};

// A mention on its way to the host.
struct Proposal {
  Range range;
  MentionCandidate candidate;
  [[nodiscard]] bool likely() const { return candidate.confidence >= 0.5; }
};

class EntityExtractor : public KitExtractor {
 public:
  explicit EntityExtractor(std::string type) : type_(std::move(type)) {}
  void configure(const Config& config) override;
  void extract(const Document& document, Sink& sink) override;

 protected:
  [[nodiscard]] virtual SpanOptions span_options() const = 0;
  // Adds attributes to the mentions of at least 0.3, in text order; what they view must outlive the call (string literals,
  // document text). Not called in training.
  virtual void describe(const Reading&, std::vector<Proposal>&) const {}
  // `own`: own mentions of at least 0.5, in text order. They never overlap.
  virtual void relate(const std::vector<End>& own, Relater& relater) const = 0;

 private:
  std::vector<End> propose(const Reading& reading, Sink& sink) const;
  void propose_abbreviations(std::vector<End>& own, Relater& relater) const;
  std::string type_;
  std::unique_ptr<NameLikeness> likeness_;
};

} // namespace zonekg::kit
