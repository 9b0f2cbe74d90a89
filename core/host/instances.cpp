#include "core/host/instances.hpp"

#include "core/abi/plugin.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::size_t max_message = 4096;
constexpr std::size_t max_triggers = 1'000'000;

// What a plugin says about a failure; readable whatever it points at.
std::string read_message(zkg_text message) {
  if (!message.data || message.size == 0) return "it gives no reason";
  const std::string_view text(message.data, std::min(message.size, max_message));
  return std::string(text.substr(0, find_invalid_utf8(text).value_or(text.size())));
}

std::string value_of(const std::map<std::string, std::string>& map, const std::string& key, std::string fallback) {
  const auto found = map.find(key);
  return found == map.end() ? std::move(fallback) : found->second;
}

// A plugin that breaks the contract by throwing fails like one that reports a failure.
template <class Call> std::string guarded(Call&& call) {
  try {
    return call();
  } catch (const std::exception& error) {
    return std::string("an exception crossed the plugin boundary: ") + error.what();
  } catch (...) {
    return "an exception crossed the plugin boundary";
  }
}

} // namespace

PluginInstances::PluginInstances(const PluginSet& set, const PluginConfig& config) : set_(set), config_(config) {
  instances_.resize(set.plugins.size(), nullptr);
  isolated_.resize(set.plugins.size());
  try {
    for (std::size_t i = 0; i < instances_.size(); ++i) create(i);
  } catch (...) {
    for (std::size_t i = 0; i < instances_.size(); ++i) destroy(i);
    throw;
  }
}

PluginInstances::~PluginInstances() {
  for (std::size_t i = 0; i < instances_.size(); ++i) destroy(i);
}

bool PluginInstances::training(std::size_t plugin) const { return config_.training.contains(set_.plugins[plugin].id); }

// Where the plugin looks for nothing by the working directory: its process has another one.
void PluginInstances::create_isolated(std::size_t plugin) {
  const Plugin& loaded = set_.plugins[plugin];
  const auto weights = config_.weights.find(loaded.id);
  const auto absolute = [](const std::filesystem::path& path) { return std::filesystem::absolute(path).string(); };
  CreateOrder order{config_.shared.empty() ? "" : absolute(config_.shared),
                    value_of(config_.settings, loaded.id, "{}"),
                    weights == config_.weights.end() ? "" : absolute(weights->second), training(plugin) ? 1U : 0U, {}};
  if (const auto words = config_.words.find(loaded.id); words != config_.words.end()) order.words = words->second;
  if (!documents_) documents_ = std::make_unique<SharedArea>(std::size_t{1} << 20);
  isolated_[plugin] = std::make_unique<IsolatedPlugin>(loaded, std::move(order), *documents_);
}

std::string PluginInstances::make(std::size_t plugin) {
  const Plugin& loaded = set_.plugins[plugin];
  const std::string folder = loaded.file.parent_path().string();
  const std::string shared = config_.shared.string();
  const std::string settings = value_of(config_.settings, loaded.id, "{}");
  const auto weights_file = config_.weights.find(loaded.id);
  const std::string weights = weights_file == config_.weights.end() ? "" : weights_file->second.string();
  const zkg_config config{sizeof config,    borrow(folder),           borrow(shared),
                          borrow(settings), training(plugin) ? 1 : 0, borrow(weights)};
  zkg_text message{nullptr, 0};
  instances_[plugin] = loaded.packs != nullptr ? loaded.packs->create(loaded.pack.get(), &config, &message)
                                              : loaded.functions->create(&config, &message);
  if (instances_[plugin] == nullptr) return read_message(message);
  const auto additions = config_.words.find(loaded.id);
  if (loaded.use_lexicon == nullptr || (loaded.lexicon.empty() && additions == config_.words.end())) return {};
  PluginLexicon lexicon = loaded.lexicon;
  if (additions != config_.words.end()) add_words(lexicon, additions->second);
  const LexiconView view(lexicon);
  const auto failed = loaded.use_lexicon->use(instances_[plugin], view.classes().data(), view.classes().size(), &message);
  return failed != 0 ? read_message(message) : std::string();
}

double PluginInstances::threshold(std::size_t plugin) const {
  const auto found = config_.thresholds.find(set_.plugins[plugin].id);
  return found == config_.thresholds.end() ? 0 : found->second;
}

void PluginInstances::create(std::size_t plugin) {
  const Plugin& loaded = set_.plugins[plugin];
  if (loaded.isolation) return create_isolated(plugin);
  const std::string failure = guarded([&] { return make(plugin); });
  if (failure.empty()) return;
  destroy(plugin);
  throw InputError("plugin '" + loaded.id + "' (" + loaded.file.string() + ") cannot start: " + failure);
}

void PluginInstances::destroy(std::size_t plugin) noexcept {
  if (void* const instance = std::exchange(instances_[plugin], nullptr)) {
    try {
      set_.plugins[plugin].functions->destroy(instance);
    } catch (...) {
      // It breaks the contract; there is nothing left of it to report about.
    }
  }
}

std::vector<zkg_trigger> PluginInstances::triggers(std::size_t plugin) const {
  if (isolated_[plugin]) return isolated_[plugin]->triggers();
  const Plugin& loaded = set_.plugins[plugin];
  std::vector<zkg_trigger> words;
  const std::string failure = guarded([&] {
    std::size_t count = 0;
    const zkg_trigger* first = loaded.functions->triggers(instances_[plugin], &count);
    if (count > max_triggers || (count > 0 && !first)) return std::to_string(count) + " trigger words";
    words.assign(first, first + count);
    return std::string();
  });
  if (!failure.empty()) throw InputError("plugin '" + loaded.id + "' gives no usable trigger words: " + failure);
  return words;
}

PluginOutcome PluginInstances::extract(std::size_t plugin, const zkg_document& document, const zkg_sink& sink,
                                       std::uint32_t first_mention) {
  if (isolated_[plugin]) return isolated_[plugin]->extract(document, sink, first_mention);
  const std::string failure = guarded([&] {
    zkg_text message{nullptr, 0};
    const std::int32_t failed = set_.plugins[plugin].functions->extract(instances_[plugin], &document, &sink, &message);
    return failed ? read_message(message) : std::string();
  });
  if (failure.empty()) return {};
  destroy(plugin);
  create(plugin);
  return {"failed on this document: " + failure, false};
}

TriggerScanner::TriggerScanner(const PluginInstances& instances) : plugins_(instances.set().plugins.size()) {
  std::vector<Scanner::Word> words;
  for (std::size_t i = 0; i < plugins_; ++i)
    for (const zkg_trigger& trigger : instances.triggers(i)) {
      const std::string_view word(trigger.word.data ? trigger.word.data : "",
                                  trigger.word.data ? trigger.word.size : 0);
      if (word.empty() || word.size() > max_trigger || find_invalid_utf8(word))
        throw InputError("plugin '" + instances.set().plugins[i].id + "' has a trigger word (id " +
                         std::to_string(trigger.id) + ") that is empty, longer than 256 bytes or not UTF-8");
      words.push_back({word, static_cast<std::uint32_t>(words_.size())});
      words_.push_back({static_cast<std::uint32_t>(i), trigger.id});
    }
  scanner_ = Scanner(words);
}

std::vector<std::vector<zkg_trigger_hit>> TriggerScanner::scan(std::string_view text) const {
  std::vector<std::vector<zkg_trigger_hit>> hits(plugins_);
  for (const Scanner::Hit& hit : scanner_.scan(text)) {
    const Word& word = words_[hit.id];
    hits[word.plugin].push_back({hit.span, word.id});
  }
  return hits;
}

} // namespace zonekg
