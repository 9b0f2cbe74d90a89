// What the host tells a worker and what it hears of it, but for documents and candidates: packed by one description for
// both ways. All of it comes from the other process: the host checks what it hears like anything else of a plugin.
#pragma once

#include <string>
#include <vector>

#include "core/model/packing.hpp"
#include "core/host/plugin_lexicon.hpp"
#include "core/model/type_label.hpp"

namespace zonekg {

// Descriptors that a worker has, and how much it may write to its standard output and error in one call.
struct WorkerDescriptors {
  static constexpr int channel = 3, orders = 4, results = 5;
};
inline constexpr std::size_t worker_results_size = std::size_t{1} << 20;
inline constexpr std::size_t worker_output_size = std::size_t{1} << 20;

struct LoadOrder {
  std::string file;                  // the library
  std::vector<std::string> readable; // files and folders beside the plugin's own
  std::uint64_t memory = 0;
  std::uint32_t filter_calls = 1, restrict_files = 1;
};

template <typename Way> void pass(Way& way, LoadOrder& order) {
  way.text(order.file);
  pass_list(way, order.readable, [&](std::string& path) { way.text(path); });
  way.number(order.memory);
  way.number(order.filter_calls);
  way.number(order.restrict_files);
}

// As zkg_entry has it.
struct EntryDescription {
  std::uint32_t abi_major = 0, abi_minor = 0;
  std::string id, version, summary;
  std::vector<std::string> provides, requirements;
  std::vector<TypeLabel> types;
  std::uint32_t takes_words = 0; // it has the lexicon interface
};

template <typename Way> void pass(Way& way, EntryDescription& entry) {
  way.number(entry.abi_major);
  way.number(entry.abi_minor);
  for (std::string* text : {&entry.id, &entry.version, &entry.summary}) way.text(*text);
  for (std::vector<std::string>* list : {&entry.provides, &entry.requirements})
    pass_list(way, *list, [&](std::string& text) { way.text(text); });
  pass_list(way, entry.types, [&](TypeLabel& type) {
    for (std::string* text : {&type.kind, &type.name, &type.english, &type.chinese, &type.colour}) way.text(*text);
  });
  way.number(entry.takes_words);
}

// PluginConfig, as far as it is this plugin's.
struct CreateOrder {
  std::string shared, settings, weights;
  std::uint32_t training = 0;
  PluginLexicon words; // of the user
};

template <typename Way> void pass(Way& way, CreateOrder& order) {
  for (std::string* text : {&order.shared, &order.settings, &order.weights}) way.text(*text);
  way.number(order.training);
  pass_list(way, order.words, [&](WordClass& added) {
    way.text(added.name);
    pass_list(way, added.words, [&](std::string& word) { way.text(word); });
  });
}

struct TriggerWord {
  std::string word;
  std::uint32_t id = 0;
};

template <typename Way> void pass(Way& way, std::vector<TriggerWord>& words) {
  pass_list(way, words, [&](TriggerWord& word) {
    way.text(word.word);
    way.number(word.id);
  });
}

template <typename Value> std::string packed(Value value) {
  Packer packer;
  pass(packer, value);
  return std::move(packer.bytes);
}

// False when the bytes are not exactly that.
template <typename Value> [[nodiscard]] bool unpack(std::string_view bytes, Value& value) {
  Unpacker unpacker(bytes);
  pass(unpacker, value);
  return unpacker.whole();
}

} // namespace zonekg
