// Hand-built extractions for tests of linking.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg::test {

class DocumentBuilder {
 public:
  explicit DocumentBuilder(const std::string& id, const std::string& title = {}) {
    extraction_.document.id = id;
    extraction_.document.path = id + ".txt";
    extraction_.document.title = title;
    extraction_.document.sha256 = std::string(64, 'a');
  }

  // Mentions stand one after the other in a text that is not there.
  std::uint32_t mention(const std::string& type, const std::string& name, std::vector<Attribute> attributes = {},
                        double confidence = 0.9) {
    extraction_.mentions.push_back({type, name, confidence, std::move(attributes), evidence(name)});
    return static_cast<std::uint32_t>(extraction_.mentions.size() - 1);
  }

  DocumentBuilder& relation(const std::string& type, std::uint32_t head, std::uint32_t tail,
                            const std::string& modality = {}, zkg_interval period = {0, 0}) {
    extraction_.relations.push_back({type, head, tail, 0.8, modality, period, evidence(type)});
    return *this;
  }

  DocumentBuilder& status(std::uint32_t mention, const std::string& value, const std::string& modality = "actual",
                          zkg_interval period = {0, 0}) {
    extraction_.facts.push_back({mention, "status", value, modality, period, 0.8, evidence(value)});
    return *this;
  }

  DocumentBuilder& siblings(std::vector<std::uint32_t> mentions) {
    extraction_.siblings.push_back(std::move(mentions));
    return *this;
  }

  DocumentBuilder& period(int start, int end) {
    extraction_.document.date.period = {start, end};
    return *this;
  }

  DocumentHeader& header() { return extraction_.document; }
  [[nodiscard]] Extraction build() const { return extraction_; }

 private:
  Evidence evidence(const std::string& text) {
    const auto begin = at_;
    at_ += 10;
    return {0, begin, begin + 5, text, "test", "rule"};
  }

  Extraction extraction_;
  std::uint32_t at_ = 0;
};

} // namespace zonekg::test
