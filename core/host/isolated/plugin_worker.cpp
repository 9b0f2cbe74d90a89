#include "core/host/isolated/plugin_worker.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/host/instances.hpp"
#include "core/host/isolated/channel.hpp"
#include "core/host/isolated/orders.hpp"
#include "core/host/isolated/record_sink.hpp"
#include "core/host/isolated/results.hpp"
#include "core/process/landlock.hpp"
#include "core/process/limits.hpp"
#include "core/process/system_calls.hpp"

namespace zonekg {
namespace {

bool is_socket(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

// The orders as they stand in the host's memory, for reading only.
class Orders {
 public:
  std::string_view read(std::size_t size) {
    if (size > size_) map(size);
    return {bytes_, size};
  }

 private:
  void map(std::size_t size) {
    if (bytes_ != nullptr) ::munmap(bytes_, size_);
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, WorkerDescriptors::orders, 0);
    bytes_ = bytes == MAP_FAILED ? nullptr : static_cast<char*>(bytes);
    size_ = bytes_ == nullptr ? 0 : size;
    if (bytes_ == nullptr) throw std::bad_alloc();
  }
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

// Where answers go. The host may have gone: then there is nobody left to work for.
class Answers {
 public:
  Answers()
      : results_(::mmap(nullptr, sizeof(WorkerResults), PROT_READ | PROT_WRITE, MAP_SHARED, WorkerDescriptors::results,
                        0)) {
    if (results_ == MAP_FAILED) throw std::bad_alloc();
    ::close(WorkerDescriptors::results); // could be mapped again
  }

  [[nodiscard]] WorkerResults& results() const { return *static_cast<WorkerResults*>(results_); }

  void put(std::string_view bytes) {
    while (!bytes.empty()) {
      if (used_ == worker_results_size) flush();
      const std::size_t size = std::min(bytes.size(), worker_results_size - used_);
      std::memcpy(results().bytes + used_, bytes.data(), size);
      used_ += size;
      bytes.remove_prefix(size);
    }
  }
  // Whole, or after a flush.
  void put_record(std::string_view record) {
    if (record.size() > worker_results_size - used_) flush();
    put(record);
  }
  void flush() {
    send(Signal::part);
    const auto answer = receive_message(WorkerDescriptors::channel);
    if (!answer || answer->signal != Signal::carry_on) ::_exit(0);
  }
  void send(Signal signal) {
    if (!send_message(WorkerDescriptors::channel, {signal, 0, std::exchange(used_, 0)})) ::_exit(0);
  }
  void fail(std::string_view why) {
    used_ = 0;
    put(why.substr(0, worker_results_size));
    send(Signal::failed);
  }

 private:
  void* results_;
  std::size_t used_ = 0;
};

// Everything that a plugin may need is loaded from these; nothing of a user lies there.
std::vector<std::string> libraries() { return {"/usr", "/lib", "/lib32", "/lib64", "/opt", "/etc/ld.so.cache"}; }

[[noreturn]] void refuse_to_run(const LoadOrder& order, const std::string& what) {
  throw InputError("plugin " + order.file + " cannot be used: its process could not be shut in (" + what +
                   "); --trust runs it without");
}

// No more of it than shows the host that it is too long.
std::string copy_of(zkg_text word) {
  return word.data == nullptr ? std::string() : std::string(word.data, std::min(word.size, max_trigger + 1));
}

class Worker {
 public:
  int run() {
    while (const auto request = receive_message(WorkerDescriptors::channel)) {
      try {
        answer(*request);
      } catch (const std::exception& error) {
        answers_.fail(error.what());
      }
    }
    return 0;
  }

 private:
  void answer(const WorkerMessage& request) {
    switch (request.signal) {
    case Signal::load:
      return load(unpacked<LoadOrder>(request));
    case Signal::create:
      return create(unpacked<CreateOrder>(request));
    case Signal::triggers:
      return tell_triggers();
    case Signal::extract:
      return extract(request);
    default:
      throw std::runtime_error("unknown request");
    }
  }

  template <typename Order> Order unpacked(const WorkerMessage& request) {
    Order order;
    if (!unpack(orders_.read(request.size), order)) throw std::runtime_error("an order that is not whole");
    return order;
  }

  // Loading runs code of the plugin and of its libraries: all but the last restriction are in force by then.
  void load(const LoadOrder& order) {
    const std::filesystem::path file = order.file;
    std::vector<std::string> own = order.readable;
    own.push_back(file.parent_path().string());
    std::vector<std::string> with_libraries = libraries();
    with_libraries.insert(with_libraries.end(), own.begin(), own.end());
    const bool filter = order.filter_calls != 0 && can_filter_system_calls();
    const bool restrict = order.restrict_files != 0 && landlock_version() > 0;
    limit_resources({order.memory, worker_output_size, 64, filter});
    if (!drop_privileges()) refuse_to_run(order, "no_new_privs");
    const FileRules while_loading(with_libraries), afterwards(own);
    if (restrict && !while_loading.apply()) refuse_to_run(order, "Landlock");
    if (filter && !filter_system_calls(&answers_.results().denied)) refuse_to_run(order, "seccomp");
    plugin_.plugins.push_back(load_plugin(file));
    if (restrict && !afterwards.apply()) refuse_to_run(order, "Landlock");
    const Plugin& plugin = plugin_.plugins.front();
    answers_.put(packed(EntryDescription{plugin.abi_major, plugin.abi_minor, plugin.id, plugin.version, plugin.summary,
                                         plugin.provides, plugin.requirements, plugin.types,
                                         plugin.use_lexicon != nullptr ? 1U : 0U}));
    answers_.send(Signal::done);
  }

  void create(const CreateOrder& order) {
    const std::string& id = plugin_.plugins.at(0).id;
    config_.shared = order.shared;
    config_.settings[id] = order.settings;
    if (!order.weights.empty()) config_.weights[id] = order.weights;
    if (!order.words.empty()) config_.words[id] = order.words;
    if (order.training != 0) config_.training.insert(id);
    instances_ = std::make_unique<PluginInstances>(plugin_, config_);
    answers_.send(Signal::done);
  }

  void tell_triggers() {
    std::vector<TriggerWord> words;
    for (const zkg_trigger& trigger : instances_->triggers(0))
      words.push_back({copy_of(trigger.word), trigger.id});
    answers_.put(packed(std::move(words)));
    answers_.send(Signal::done);
  }

  void extract(const WorkerMessage& request) {
    const DocumentImage document(orders_.read(request.size));
    RecordSink sink(document, plugin_.plugins.front(), instances_->training(0),
                    [&](const std::string& record) { answers_.put_record(record); });
    const PluginOutcome outcome = instances_->extract(0, document.abi(), sink.abi(), document.first_mention());
    const std::string failure = sink.lost_something() ? "failed on this document: out of memory" : outcome.failure;
    if (failure.empty()) return answers_.send(Signal::done);
    answers_.flush(); // what it said before it failed
    answers_.fail(failure);
  }

  Orders orders_;
  Answers answers_;
  PluginSet plugin_; // one
  PluginConfig config_;
  std::unique_ptr<PluginInstances> instances_;
};

} // namespace

int run_plugin_worker() {
  if (!is_socket(WorkerDescriptors::channel)) return 2;
  if (!die_with_parent()) return 0;
  ::closefrom(WorkerDescriptors::results + 1);
  if (::chdir("/") != 0) return 2; // a relative path of a library must not mean a folder of the user's
  return Worker().run();
}

} // namespace zonekg
