// Documents for targets that begin behind the reader.
#pragma once

#include <memory>
#include <string>

#include "core/model/document.hpp"
#include "core/text/dictionary.hpp"

namespace zonekg::fuzz {

inline std::unique_ptr<AnalysedDocument> analysed(std::string source) {
  static const Dictionary dictionary(ZONEKG_BUILD_DIR "/words.dict");
  auto document = std::make_unique<AnalysedDocument>();
  document->header.path = "report.txt";
  document->header.id = "d000000000000";
  document->header.sha256 = std::string(64, '0');
  document->source = std::move(source);
  document->normalised = normalise(document->source);
  document->layers = compute_layers(document->normalised.text, dictionary);
  document->header.title = document->layers.title;
  document->header.date = document->layers.date;
  return document;
}

} // namespace zonekg::fuzz
