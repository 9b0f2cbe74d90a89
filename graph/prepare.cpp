#include "graph/prepare.hpp"

#include "core/text/utf8.hpp"
#include "graph/code_points.hpp"
#include "graph/nested_zones.hpp"

namespace zonekg {
namespace {

void clean(std::string& text) {
  if (find_invalid_utf8(text)) text = clean_utf8(text);
}

void clean(SharedText& text) {
  if (find_invalid_utf8(text)) text = clean_utf8(text);
}

void clean(Evidence& evidence, std::uint32_t document) {
  evidence.document = document;
  clean(evidence.text);
  clean(evidence.plugin);
  clean(evidence.rule);
}

void clean(Extraction& extraction, std::uint32_t document) {
  for (std::string* text :
       {&extraction.document.id, &extraction.document.path, &extraction.document.title, &extraction.document.sha256})
    clean(*text);
  for (Mention& mention : extraction.mentions) {
    clean(mention.type);
    clean(mention.name);
    clean(mention.evidence, document);
  }
  for (Relation& relation : extraction.relations) {
    clean(relation.type);
    clean(relation.modality);
    clean(relation.evidence, document);
  }
  for (Fact& fact : extraction.facts) {
    for (std::string* text : {&fact.key, &fact.value, &fact.modality}) clean(*text);
    clean(fact.evidence, document);
  }
}

} // namespace

void prepare_document(Extraction& document, std::uint32_t index, const std::vector<Decision>& decisions) {
  clean(document, index);
  retype_mentions(decisions, document);
  add_nested_zones(document);
}

} // namespace zonekg
