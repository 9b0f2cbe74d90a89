#include "core/text/layers.hpp"

#include "core/text/dictionary.hpp"

namespace zonekg {

Layers compute_layers(std::string_view text, const Dictionary& dictionary, int published) {
  Layers layers;
  layers.title = find_title(text);
  layers.sections = find_sections(text);
  layers.sentences = find_sentences(text, layers.sections);
  layers.words = dictionary.segment(text);
  auto [enumerations, items] = find_enumerations(text, layers.sentences);
  layers.enumerations = std::move(enumerations);
  layers.items = std::move(items);
  layers.quantities = find_quantities(text);
  apply_table_units(text, layers.enumerations, layers.items, layers.quantities);
  layers.date = find_document_date(text, layers.title, published);
  layers.periods = find_periods(text, layers.date, layers.sections);
  return layers;
}

} // namespace zonekg
