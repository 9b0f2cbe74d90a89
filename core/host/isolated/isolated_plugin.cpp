#include "core/host/isolated/isolated_plugin.hpp"

#include <algorithm>
#include <system_error>

#include "core/host/isolated/candidate_records.hpp"
#include "core/host/isolated/document_image.hpp"
#include "core/host/isolated/worker_process.hpp"
#include "core/model/diagnostic.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_message = 4096;

std::string words_of(const std::string& bytes) {
  const std::string text = bytes.substr(0, most_message);
  const std::string words = text.substr(0, find_invalid_utf8(text).value_or(text.size()));
  return words.empty() ? "it gives no reason" : words;
}

LoadOrder load_order(const std::filesystem::path& file, const Isolation& isolation, std::vector<std::string> readable) {
  return {file.string(), std::move(readable), isolation.memory, isolation.filter_calls ? 1U : 0U,
          isolation.restrict_files ? 1U : 0U};
}

// Loading and starting happen once, beside much else: not what a short limit for documents is meant for.
std::chrono::milliseconds time_to_start(const Isolation& isolation) {
  return std::max(isolation.time, std::chrono::milliseconds(20'000));
}

// The time for one document: more for longer ones.
std::chrono::milliseconds time_for(const Isolation& isolation, const zkg_document& document) {
  constexpr std::size_t megabyte = 1'000'000;
  return isolation.time * (document.text.size / megabyte + 1);
}

// More than any sink takes of all kinds, and room for complaints.
std::size_t most_records(const zkg_document& document) { return 4 * SinkLimits::candidates(document.text.size) + 10'000; }

std::vector<const char*> null_terminated(const std::vector<std::string>& list) {
  std::vector<const char*> pointers;
  for (const std::string& text : list) pointers.push_back(text.c_str());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<TypeLabel> check_types(const std::vector<TypeLabel>& described, const Plugin& plugin) {
  std::vector<std::string> names;
  for (const TypeLabel& type : described) names.push_back(type.kind + ':' + type.name);
  std::vector<zkg_type> types;
  for (std::size_t i = 0; i < described.size(); ++i) {
    const TypeLabel& type = described[i];
    types.push_back({names[i].c_str(), type.english.c_str(), type.chinese.c_str(), type.colour.empty() ? nullptr : type.colour.c_str()});
  }
  const zkg_types all{sizeof(zkg_types), types.data(), types.size()};
  return zonekg::check_types(&all, plugin);
}

// Through the same check as an entry in process. Nothing is ever called by way of this one.
Plugin check_description(const EntryDescription& described, const std::filesystem::path& file) {
  static constexpr zkg_plugin functions = {
      [](const zkg_config*, zkg_text*) -> void* { return nullptr; },
      [](void*, size_t*) -> const zkg_trigger* { return nullptr; },
      [](void*, const zkg_document*, const zkg_sink*, zkg_text*) -> std::int32_t { return 1; }, [](void*) {}};
  const std::vector<const char*> provides = null_terminated(described.provides);
  const std::vector<const char*> requirements = null_terminated(described.requirements);
  const zkg_entry entry{described.abi_major,       described.abi_minor, described.id.c_str(),
                        described.version.c_str(), described.summary.c_str(), provides.data(),
                        requirements.data(),       &functions,          nullptr};
  Plugin plugin = check_entry(entry, file);
  plugin.functions = nullptr;
  plugin.types = check_types(described.types, plugin);
  static constexpr zkg_lexicon elsewhere = {sizeof(zkg_lexicon), [](void*, const zkg_word_class*, std::size_t, zkg_text*) -> std::int32_t { return 1; }};
  if (described.takes_words != 0) plugin.use_lexicon = &elsewhere;
  return plugin;
}

} // namespace

IsolatedPlugin::IsolatedPlugin(const Plugin& plugin, CreateOrder settings, SharedArea& orders)
    : plugin_(plugin), settings_(std::move(settings)), orders_(orders) {
  try {
    start();
    worker_->send(Signal::triggers, 0, time_to_start(*plugin_.isolation));
    const WorkerProcess::Answer answer = worker_->receive_whole();
    if (answer.signal != Signal::done || !unpack(answer.bytes, triggers_))
      throw InputError("plugin '" + plugin_.id + "' gives no usable trigger words: " + words_of(answer.bytes));
  } catch (const WorkerGone&) {
    worker_ = nullptr;
  }
}

IsolatedPlugin::~IsolatedPlugin() = default;

void IsolatedPlugin::start() {
  worker_ = std::make_unique<WorkerProcess>(*plugin_.isolation, orders_);
  const auto ask = [&](Signal request, const std::string& order) {
    worker_->send(request, order, time_to_start(*plugin_.isolation));
    const WorkerProcess::Answer answer = worker_->receive();
    if (answer.signal != Signal::done) throw InputError(words_of(answer.bytes)); // names the plugin by itself
  };
  ask(Signal::load, packed(load_order(plugin_.file, *plugin_.isolation, {settings_.shared, settings_.weights})));
  ask(Signal::create, packed(settings_));
}

std::vector<zkg_trigger> IsolatedPlugin::triggers() {
  std::vector<zkg_trigger> words;
  for (const TriggerWord& word : triggers_) words.push_back({{word.word.data(), word.word.size()}, word.id});
  return words;
}

void IsolatedPlugin::run(const zkg_document& document, const zkg_sink& sink, std::uint32_t first_mention,
                         PluginOutcome& outcome) {
  if (!worker_) start();
  worker_->send(Signal::extract, write_document(document, first_mention, orders_), time_for(*plugin_.isolation, document));
  for (std::size_t records = 0;;) {
    const WorkerProcess::Answer answer = worker_->receive();
    if (answer.signal == Signal::failed) {
      outcome.failure = words_of(answer.bytes);
      return;
    }
    if (const auto wrong = replay(answer.bytes, settings_.training != 0, sink, records))
      worker_->give_up("was stopped: " + *wrong);
    if (answer.signal == Signal::done) return;
    if (records > most_records(document)) worker_->give_up("was stopped: it proposes candidates without end");
    worker_->carry_on();
  }
}

PluginOutcome IsolatedPlugin::extract(const zkg_document& document, const zkg_sink& sink, std::uint32_t first_mention) {
  PluginOutcome outcome;
  try {
    run(document, sink, first_mention, outcome);
  } catch (const WorkerGone& gone) {
    outcome = {gone.what(), true};
  } catch (const std::system_error& error) {
    outcome = {std::string("cannot be given this document: ") + error.what(), true};
  }
  if (outcome.crashed) worker_ = nullptr;
  return outcome;
}

Plugin describe_isolated_plugin(const std::filesystem::path& file, std::shared_ptr<const Isolation> isolation) {
  const auto refuse = [&](const std::string& why) {
    throw InputError("plugin " + file.string() + " cannot be used: " + why);
  };
  try {
    SharedArea orders(4096);
    WorkerProcess worker(*isolation, orders);
    worker.send(Signal::load, packed(load_order(file, *isolation, {})), time_to_start(*isolation));
    const WorkerProcess::Answer answer = worker.receive();
    if (answer.signal != Signal::done) throw InputError(words_of(answer.bytes)); // names the file by itself
    EntryDescription described;
    if (!unpack(answer.bytes, described)) refuse("what it says about itself makes no sense");
    Plugin plugin = check_description(described, file);
    plugin.isolation = std::move(isolation);
    return plugin;
  } catch (const WorkerGone& gone) {
    refuse(std::string("while it was loaded, it ") + gone.what());
  } catch (const std::system_error& error) {
    refuse(error.what());
  }
  return {};
}

} // namespace zonekg
