// C++17 wrapper of the plugin boundary, header only. A plugin:
//
//   #include <zonekg/plugin.hpp>
//   class Honors : public zonekg::Extractor {
//    public:
//     void extract(const zonekg::Document& document, zonekg::Sink& sink) override { … }
//   };
//   ZONEKG_PLUGIN(Honors, "honor", "1.0.0")
//
// Rules of ownership and threads: plugin.h. Exceptions of the plugin end here: they become the call's message.
#pragma once

#include "plugin.h"

#include <cstddef>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace zonekg {

inline std::string_view view(zkg_text text) { return text.size ? std::string_view(text.data, text.size) : std::string_view(); }
inline zkg_text borrow(std::string_view text) { return {text.data(), text.size()}; }
inline std::size_t size(zkg_span span) { return span.end - span.begin; }
inline bool empty(zkg_span span) { return span.end <= span.begin; }
inline bool contains(zkg_span outer, zkg_span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }
inline bool overlap(zkg_span a, zkg_span b) { return a.begin < b.end && b.begin < a.end; }

// A layer's rows, read with the host's row size as stride.
template <class Row>
class Rows {
 public:
  class Iterator {
   public:
    using value_type = Row;
    using reference = const Row&;
    using difference_type = std::ptrdiff_t;
    Iterator(const char* at, std::size_t stride) : at_(at), stride_(stride) {}
    const Row& operator*() const { return *reinterpret_cast<const Row*>(at_); }
    const Row* operator->() const { return reinterpret_cast<const Row*>(at_); }
    Iterator& operator++() {
      at_ += stride_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const char* at_;
    std::size_t stride_;
  };

  Rows() = default;
  explicit Rows(const zkg_table* table) {
    if (table && table->row_size >= sizeof(Row)) table_ = *table;
  }
  std::size_t size() const { return table_.count; }
  bool empty() const { return table_.count == 0; }
  const Row& operator[](std::size_t i) const {
    return *reinterpret_cast<const Row*>(static_cast<const char*>(table_.rows) + i * table_.row_size);
  }
  Iterator begin() const { return {static_cast<const char*>(table_.rows), table_.row_size}; }
  Iterator end() const { return {static_cast<const char*>(table_.rows) + table_.count * table_.row_size, table_.row_size}; }

 private:
  zkg_table table_{nullptr, 0, sizeof(Row)};
};

// The document as a plugin sees it. Valid during extract only.
class Document {
 public:
  explicit Document(const zkg_document& document) : document_(document) {}

  std::string_view text() const { return view(document_.text); }
  std::string_view text(zkg_span span) const { return text().substr(span.begin, span.end - span.begin); }
  std::string_view name() const { return view(document_.name); }
  std::string_view title() const { return view(document_.title); }
  std::int32_t published() const { return document_.published; }
  zkg_interval period() const { return document_.period; }

  Rows<zkg_sentence> sentences() const { return rows<zkg_sentence>(ZKG_LAYER_SENTENCES); }
  Rows<zkg_word> words() const { return rows<zkg_word>(ZKG_LAYER_WORDS); }
  Rows<zkg_section> sections() const { return rows<zkg_section>(ZKG_LAYER_SECTIONS); }
  Rows<zkg_enumeration> enumerations() const { return rows<zkg_enumeration>(ZKG_LAYER_ENUMERATIONS); }
  Rows<zkg_item> items() const { return rows<zkg_item>(ZKG_LAYER_ITEMS); }
  Rows<zkg_quantity> quantities() const { return rows<zkg_quantity>(ZKG_LAYER_QUANTITIES); }
  Rows<zkg_period> periods() const { return rows<zkg_period>(ZKG_LAYER_PERIODS); }
  Rows<zkg_trigger_hit> triggers() const { return rows<zkg_trigger_hit>(ZKG_LAYER_TRIGGERS); }
  Rows<zkg_mention> mentions() const { return rows<zkg_mention>(ZKG_LAYER_MENTIONS); }

  template <class Row>
  Rows<Row> rows(const char* layer) const {
    return Rows<Row>(document_.layer(document_.host, layer));
  }

 private:
  const zkg_document& document_;
};

// Candidates under construction: what they view must live until they are given to the sink.
struct MentionCandidate {
  std::string_view type;
  zkg_span span{0, 0};
  double confidence = 0;
  std::string_view rule{};
  std::string_view name{}; // empty: the words of the span
  std::uint32_t flags = 0;
  std::vector<zkg_attribute> attributes{};
  const std::vector<std::uint32_t>* features = nullptr;

  MentionCandidate& with(std::string_view key, std::string_view value) {
    attributes.push_back({borrow(key), ZKG_VALUE_TEXT, borrow(value), 0});
    return *this;
  }
  MentionCandidate& with_number(std::string_view key, double value) {
    attributes.push_back({borrow(key), ZKG_VALUE_NUMBER, {nullptr, 0}, value});
    return *this;
  }
  MentionCandidate& with_flag(std::string_view key, bool value) {
    attributes.push_back({borrow(key), ZKG_VALUE_BOOL, {nullptr, 0}, value ? 1.0 : 0.0});
    return *this;
  }
};

struct RelationCandidate {
  std::string_view type;
  std::uint32_t head = ZKG_NO_MENTION, tail = ZKG_NO_MENTION;
  zkg_span evidence{0, 0};
  double confidence = 0;
  std::string_view rule{};
  std::string_view modality{};
  zkg_interval period{0, 0};
  std::uint32_t group = 0;
  const std::vector<std::uint32_t>* features = nullptr;
};

struct FactCandidate {
  std::uint32_t mention = ZKG_NO_MENTION;
  std::string_view key, value;
  zkg_span evidence{0, 0};
  double confidence = 0;
  std::string_view rule{};
  std::string_view modality{};
  zkg_interval period{0, 0};
  std::uint32_t group = 0;
  const std::vector<std::uint32_t>* features = nullptr;
};

class Sink {
 public:
  explicit Sink(const zkg_sink& sink) : sink_(sink) {}

  std::uint32_t add(const MentionCandidate& c) {
    const zkg_mention_candidate raw{sizeof raw, c.flags, borrow(c.type), c.span, borrow(c.name), c.confidence,
                                    borrow(c.rule), c.attributes.data(), c.attributes.size(), ids(c.features), count(c.features)};
    return sink_.mention(sink_.host, &raw);
  }
  std::uint32_t add(const RelationCandidate& c) {
    const zkg_relation_candidate raw{sizeof raw, c.group, borrow(c.type), c.head, c.tail, c.evidence, c.confidence,
                                     borrow(c.rule), borrow(c.modality), c.period, ids(c.features), count(c.features)};
    return sink_.relation(sink_.host, &raw);
  }
  std::uint32_t add(const FactCandidate& c) {
    const zkg_fact_candidate raw{sizeof raw, c.group, c.mention, borrow(c.key), borrow(c.value), borrow(c.modality), c.period,
                                 c.evidence, c.confidence, borrow(c.rule), ids(c.features), count(c.features)};
    return sink_.fact(sink_.host, &raw);
  }
  void diagnostic(zkg_severity severity, zkg_span span, std::string_view message) {
    sink_.diagnostic(sink_.host, severity, span, borrow(message));
  }

 private:
  static const std::uint32_t* ids(const std::vector<std::uint32_t>* f) { return f ? f->data() : nullptr; }
  static std::size_t count(const std::vector<std::uint32_t>* f) { return f ? f->size() : 0; }
  const zkg_sink& sink_;
};

// What create was given, copied.
struct Config {
  std::string folder, shared, settings, weights;
  bool training = false;
};

// The word classes of the plugin's lexicon.json, joined with what the user's configuration adds; by name.
class WordClasses {
 public:
  WordClasses() = default;
  WordClasses(const zkg_word_class* classes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      names_.emplace_back(view(classes[i].name));
      std::vector<std::string>& words = words_.emplace_back();
      for (std::size_t w = 0; w < classes[i].count; ++w) words.emplace_back(view(classes[i].words[w]));
    }
  }
  std::size_t size() const { return names_.size(); }
  const std::string& name(std::size_t i) const { return names_[i]; }
  const std::vector<std::string>& words(std::size_t i) const { return words_[i]; }

  // Every word as a trigger; the id is the number of its class. Valid while this lives unchanged.
  std::vector<zkg_trigger> triggers() const {
    std::vector<zkg_trigger> all;
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (const std::string& word : words_[i]) all.push_back({borrow(word), static_cast<std::uint32_t>(i)});
    return all;
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::vector<std::string>> words_;
};

// One extractor instance; used by one thread at a time. The constructor may throw: the host then reports its message.
class Extractor {
 public:
  Extractor() = default;
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;
  virtual ~Extractor() = default;
  virtual void configure(const Config&) {}
  // Called after configure when the plugin has a lexicon.json or the user adds words; before triggers.
  virtual void use_lexicon(WordClasses words) { lexicon_ = std::move(words); }
  // Words the host scans for, those of the lexicon unless told otherwise; views must stay valid while the instance lives.
  virtual std::vector<zkg_trigger> triggers() const { return lexicon_.triggers(); }
  virtual void extract(const Document& document, Sink& sink) = 0;

 protected:
  const WordClasses& lexicon() const { return lexicon_; }
  // Whether the hit is a word of that class of the lexicon.
  bool is(const zkg_trigger_hit& hit, std::string_view name) const {
    return hit.id < lexicon_.size() && lexicon_.name(hit.id) == name;
  }

 private:
  WordClasses lexicon_;
};

namespace detail {

struct Instance {
  std::unique_ptr<Extractor> extractor;
  std::vector<zkg_trigger> triggers;
  std::string message;
};

inline std::string& create_message() {
  static thread_local std::string message;
  return message;
}

template <class Function>
bool guarded(std::string& message, Function&& function) {
  try {
    std::forward<Function>(function)();
    return true;
  } catch (const std::exception& error) {
    message = error.what();
  } catch (...) {
    message = "unknown exception";
  }
  return false;
}

template <class Plugin>
struct Boundary {
  static void* create(const zkg_config* config, zkg_text* message) {
    auto instance = std::make_unique<Instance>();
    const bool made = guarded(create_message(), [&] {
      instance->extractor = std::make_unique<Plugin>();
      instance->extractor->configure({std::string(view(config->folder)), std::string(view(config->shared)), std::string(view(config->settings)),
                                      std::string(view(config->weights)), config->training != 0});
      instance->triggers = instance->extractor->triggers();
    });
    if (made) return instance.release();
    if (message) *message = borrow(create_message());
    return nullptr;
  }
  static const zkg_trigger* triggers(void* instance, std::size_t* count) {
    const auto& words = static_cast<Instance*>(instance)->triggers;
    *count = words.size();
    return words.data();
  }
  static std::int32_t extract(void* instance, const zkg_document* document, const zkg_sink* sink, zkg_text* message) {
    auto& self = *static_cast<Instance*>(instance);
    const bool done = guarded(self.message, [&] {
      Sink out(*sink);
      self.extractor->extract(Document(*document), out);
    });
    if (!done && message) *message = borrow(self.message);
    return done ? 0 : 1;
  }
  static void destroy(void* instance) { delete static_cast<Instance*>(instance); }

  static std::int32_t use_lexicon(void* instance, const zkg_word_class* classes, std::size_t count, zkg_text* message) {
    auto& self = *static_cast<Instance*>(instance);
    const bool done = guarded(self.message, [&] {
      self.extractor->use_lexicon(WordClasses(classes, count));
      self.triggers = self.extractor->triggers();
    });
    if (!done && message) *message = borrow(self.message);
    return done ? 0 : 1;
  }
  static const void* interface_of(const char* id) {
    static constexpr zkg_lexicon lexicon{sizeof(zkg_lexicon), use_lexicon};
    if (std::strcmp(id, ZKG_INTERFACE_LEXICON) == 0) return &lexicon;
    if (std::strcmp(id, ZKG_INTERFACE_TYPES) == 0) return types_of<Plugin>(nullptr);
    return nullptr;
  }

 private:
  // A class may say what its types are called: `static constexpr zkg_type types[] = {{"mention:honor", …}};`
  template <class Class, std::size_t count = std::extent_v<std::remove_reference_t<decltype(Class::types)>>>
  static const void* types_of(const Class*) {
    static constexpr zkg_types all{sizeof(zkg_types), Class::types, count};
    return &all;
  }
  template <class>
  static const void* types_of(...) {
    return nullptr;
  }
};

// Strings and a null behind them, as zkg_entry wants its lists.
template <std::size_t count>
struct List {
  const char* entries[count + 1];
};
template <class... Text>
constexpr List<sizeof...(Text)> list(Text... texts) {
  return {{texts..., nullptr}};
}

} // namespace detail
} // namespace zonekg

#define ZONEKG_LIST(...) ::zonekg::detail::list(__VA_ARGS__)

// The short form provides "mention:ID" and requires nothing; the full form lists both.
#define ZONEKG_PLUGIN(Class, plugin_id, plugin_version) \
  ZONEKG_PLUGIN_FULL(Class, plugin_id, plugin_version, "", ZONEKG_LIST("mention:" plugin_id), ZONEKG_LIST())

#define ZONEKG_PLUGIN_FULL(Class, plugin_id, plugin_version, plugin_summary, provided, required)                        \
  namespace {                                                                                                           \
  constexpr auto zkg_provides = provided;                                                                               \
  constexpr auto zkg_requires = required;                                                                               \
  const zkg_plugin zkg_functions = {                                                                                    \
      ::zonekg::detail::Boundary<Class>::create, ::zonekg::detail::Boundary<Class>::triggers,                           \
      ::zonekg::detail::Boundary<Class>::extract, ::zonekg::detail::Boundary<Class>::destroy};                          \
  }                                                                                                                     \
  extern "C" ZKG_EXPORT const zkg_entry zkg_plugin_entry;                                                               \
  extern "C" ZKG_EXPORT const zkg_entry zkg_plugin_entry = {                                                            \
      ZKG_ABI_MAJOR,        ZKG_ABI_MINOR,        plugin_id,      plugin_version,                                       \
      plugin_summary,       zkg_provides.entries, zkg_requires.entries, &zkg_functions,                                 \
      ::zonekg::detail::Boundary<Class>::interface_of};
