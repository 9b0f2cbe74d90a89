// Normalisation and layers: spans lie inside the text, at whole characters, in order; the way back to the source is monotone.
#include "core/text/dictionary.hpp"
#include "core/text/layers.hpp"
#include "core/text/normalise.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

void check_span(std::string_view text, zkg_span span) {
  fuzz::expect(span.begin <= span.end && span.end <= text.size(), "a span lies inside the text");
  for (const std::uint32_t at : {span.begin, span.end})
    fuzz::expect(at == text.size() || !is_continuation(text[at]), "a span begins and ends at whole characters");
}

template <class Row> void check_rows(std::string_view text, const std::vector<Row>& rows) {
  std::uint32_t last = 0;
  for (const Row& row : rows) {
    check_span(text, row.span);
    fuzz::expect(row.span.begin >= last, "rows stand in order");
    last = row.span.begin;
  }
}

void check_layers(std::string_view text, const Layers& layers) {
  check_rows(text, layers.sentences);
  check_rows(text, layers.words);
  check_rows(text, layers.sections);
  check_rows(text, layers.enumerations);
  check_rows(text, layers.quantities);
  check_rows(text, layers.periods);
  fuzz::expect(!layers.sections.empty(), "there is a section for the whole");
  for (const zkg_sentence& s : layers.sentences) fuzz::expect(s.section < layers.sections.size(), "a sentence's section is there");
  for (const zkg_section& s : layers.sections) {
    check_span(text, s.heading);
    check_span(text, s.number);
    fuzz::expect(s.parent < layers.sections.size(), "a section's parent is there");
  }
  for (const zkg_enumeration& e : layers.enumerations) {
    check_span(text, e.head);
    fuzz::expect(std::size_t{e.first_item} + e.item_count <= layers.items.size(), "the items of a list are there");
  }
  for (const zkg_item& item : layers.items) {
    for (const zkg_span& span : {item.span, item.marker, item.header}) check_span(text, span);
    fuzz::expect(item.enumeration < layers.enumerations.size(), "an item's list is there");
  }
  for (const zkg_quantity& q : layers.quantities) check_span(text, q.unit);
  fuzz::expect(!find_invalid_utf8(layers.title), "the title is UTF-8");
}

void check_map(const NormalisedText& normalised, std::size_t source_size) {
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < normalised.text.size(); at += code_point_at(normalised.text, at).size) {
    const zkg_span span = normalised.map.to_source({at, at + code_point_at(normalised.text, at).size});
    fuzz::expect(span.begin >= last && span.begin <= span.end && span.end <= source_size, "the way back is monotone");
    last = span.begin;
  }
  last = 0;
  for (const Repair& repair : normalised.repairs) {
    fuzz::expect(repair.source.begin >= last && repair.source.end <= source_size, "repairs stand in order and do not overlap");
    last = repair.source.end;
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Dictionary dictionary(ZONEKG_BUILD_DIR "/words.dict");
  const std::string source = fuzz::as_source(fuzz::view(data, size));
  for (const bool as_printed : {false, true}) {
    const NormalisedText normalised = normalise(source, as_printed);
    fuzz::expect(!find_invalid_utf8(normalised.text), "repaired text is UTF-8");
    check_map(normalised, count_code_points(source));
    check_layers(normalised.text, compute_layers(normalised.text, dictionary));
  }
  return 0;
}
