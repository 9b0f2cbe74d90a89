// What a plugin says to its sink, as records in shared memory: exactly what was said, so that the host refuses it in the
// same words as in process. What is refused for its size alone goes without its bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/packing.hpp"
#include "core/host/sink.hpp"

namespace zonekg {

enum class RecordKind : std::uint8_t { mention = 1, relation, fact, diagnostic };

struct DiagnosticRecord {
  std::int32_t severity = 0;
  zkg_span span{0, 0};
  zkg_text message{nullptr, 0};
};

// What stands behind the pointers of a candidate that was read.
struct RecordStorage {
  std::vector<zkg_attribute> attributes;
  std::vector<std::uint32_t> features;
};

namespace records {

// The size as claimed; the bytes when they may be looked at.
template <typename Way> void pass(Way& way, zkg_text& text, std::size_t limit) {
  auto size = static_cast<std::uint64_t>(text.size);
  auto missing = static_cast<std::uint8_t>(text.data == nullptr);
  way.number(size);
  way.number(missing);
  const bool whole = missing == 0 && size <= limit;
  if constexpr (Way::reading) {
    const std::string_view bytes = whole ? way.piece(size) : std::string_view();
    text = {missing != 0 ? nullptr : bytes.empty() ? "" : bytes.data(), way.failed() ? 0 : size};
  } else if (whole) {
    way.bytes.append(text.data, text.size);
  }
}

template <typename Way> void pass(Way& way, zkg_span& span) {
  way.number(span.begin);
  way.number(span.end);
}

// A list as claimed; its values when there are no more than the limit.
template <typename Way, typename Value, typename Each>
void pass_array(Way& way, const Value*& values, std::size_t& count, std::size_t limit, std::vector<Value>& storage,
                const Each& each) {
  auto claimed = static_cast<std::uint64_t>(count);
  auto missing = static_cast<std::uint8_t>(values == nullptr);
  way.number(claimed);
  way.number(missing);
  const bool whole = missing == 0 && claimed <= limit;
  if constexpr (Way::reading) {
    storage.assign(whole ? claimed : 0, Value{});
    for (Value& value : storage) each(value);
    values = missing != 0 ? nullptr : storage.data();
    count = way.failed() ? 0 : claimed;
  } else if (whole) {
    for (std::size_t i = 0; i < count; ++i) {
      Value value = values[i];
      each(value);
    }
  }
}

template <typename Way> void pass_features(Way& way, const std::uint32_t*& features, std::size_t& count, bool training,
                                           RecordStorage& storage) {
  if (!training) return; // the host would not look at them
  pass_array(way, features, count, SinkLimits::features, storage.features, [&](std::uint32_t& id) { way.number(id); });
}

template <typename Way> void pass(Way& way, zkg_mention_candidate& c, bool training, RecordStorage& storage) {
  way.number(c.flags);
  pass(way, c.type, SinkLimits::word);
  pass(way, c.span);
  pass(way, c.name, SinkLimits::name);
  way.number(c.confidence);
  pass(way, c.rule, SinkLimits::word);
  pass_array(way, c.attributes, c.attribute_count, SinkLimits::attributes, storage.attributes,
             [&](zkg_attribute& attribute) {
               pass(way, attribute.key, SinkLimits::word);
               way.number(attribute.kind);
               if (attribute.kind == ZKG_VALUE_TEXT) pass(way, attribute.text, SinkLimits::value);
               way.number(attribute.number);
             });
  pass_features(way, c.features, c.feature_count, training, storage);
}

template <typename Way> void pass(Way& way, zkg_relation_candidate& c, bool training, RecordStorage& storage) {
  way.number(c.group);
  pass(way, c.type, SinkLimits::word);
  way.number(c.head);
  way.number(c.tail);
  pass(way, c.evidence);
  way.number(c.confidence);
  pass(way, c.rule, SinkLimits::word);
  pass(way, c.modality, SinkLimits::word);
  pass(way, c.period);
  pass_features(way, c.features, c.feature_count, training, storage);
}

template <typename Way> void pass(Way& way, zkg_fact_candidate& c, bool training, RecordStorage& storage) {
  way.number(c.group);
  way.number(c.mention);
  pass(way, c.key, SinkLimits::word);
  pass(way, c.value, SinkLimits::value);
  pass(way, c.modality, SinkLimits::word);
  pass(way, c.period);
  pass(way, c.evidence);
  way.number(c.confidence);
  pass(way, c.rule, SinkLimits::word);
  pass_features(way, c.features, c.feature_count, training, storage);
}

template <typename Way> void pass(Way& way, DiagnosticRecord& record) {
  way.number(record.severity);
  pass(way, record.span);
  pass(way, record.message, SinkLimits::value);
}

} // namespace records

// Gives the records to the sink. Nothing when all was well; else what is wrong with them: they are cut short, or the
// worker told its plugin of another verdict on a candidate than the sink's. `count` adds up the records.
std::optional<std::string> replay(std::string_view bytes, bool training, const zkg_sink& sink, std::size_t& count);

} // namespace zonekg
