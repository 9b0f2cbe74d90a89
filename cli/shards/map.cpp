#include "cli/shards/map.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "cli/shards/lines.hpp"
#include "cli/shards/manifest.hpp"
#include "core/host/pipeline.hpp"
#include "core/host/sha256.hpp"
#include "core/process/parallel.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

// Keeps two runs of one shard apart. Where the file system knows no locks, they only do work twice, and leftovers of
// killed runs stay.
class ShardLock {
 public:
  explicit ShardLock(const fs::path& file) : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) throw OutputError("cannot write to " + file.parent_path().string() + "; check the folder and its permissions");
    held_ = ::flock(descriptor_, LOCK_EX) == 0;
  }
  ~ShardLock() { ::close(descriptor_); }
  ShardLock(const ShardLock&) = delete;
  ShardLock& operator=(const ShardLock&) = delete;
  [[nodiscard]] bool held() const { return held_; }

 private:
  int descriptor_;
  bool held_ = false;
};

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) throw OutputError("cannot make the folder " + folder.string() + ": " + error.message());
}

std::string hash_of_paths(const std::vector<Input>& inputs) {
  Sha256 hash;
  for (const Input& input : inputs) hash.add(escape_value(input.path) + '\n');
  return hash.hex();
}

std::string input_line(const std::string& sha256, const std::string& path) { return sha256 + '\t' + escape_value(path); }

// The files of one shard, in a folder of their own.
class ShardWriter {
 public:
  explicit ShardWriter(fs::path folder) : folder_(std::move(folder)) {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    make_folder(folder_);
  }

  template <typename Fill> void write(const std::string& name, Fill fill) {
    LineWriter out(folder_ / name);
    fill(out);
    out.commit();
    files.push_back({name, out.bytes(), out.sha256()});
  }

  std::vector<ShardFile> files;

 private:
  fs::path folder_;
};

class ShardMap {
 public:
  ShardMap(std::vector<Input> inputs, const MapPlan& plan) : plan_(plan), stem_(file_stem("shard", plan.shard)) {
    std::ranges::stable_sort(inputs, {}, &Input::path);
    manifest_ = {plan.head, plan.shard, plan.buckets, inputs.size(), hash_of_paths(inputs), 0, {}, {}};
    for (Input& input : inputs)
      if (path_hash(input.path) % plan.shard.count == plan.shard.index - 1) inputs_.push_back(std::move(input));
    manifest_.documents = inputs_.size();
  }

  bool run(const ReadDocuments& read) {
    make_folder(plan_.folder);
    const ShardLock lock(plan_.folder / ('.' + stem_ + ".lock"));
    if (is_there()) {
      manifest_.folder = old_->folder;
      manifest_.files = old_->files;
      if (manifest_ == *old_) return false;
    } else {
      write_files(read);
    }
    LineWriter out(manifest_file());
    std::string text = write_manifest(manifest_);
    text.pop_back();
    out.add(text);
    out.commit();
    if (lock.held()) remove_leftovers();
    return true;
  }

 private:
  [[nodiscard]] fs::path manifest_file() const { return plan_.folder / (stem_ + ".json"); }

  // Are the files of an earlier run whole, and of these documents?
  bool is_there() {
    try {
      old_ = read_manifest(read_bytes({manifest_file(), manifest_file().string()}), manifest_file().string());
      if (old_->head != manifest_.head || old_->shard != manifest_.shard || old_->buckets != manifest_.buckets) return false;
      for (const ShardFile& file : old_->files) check_shard_file(plan_.folder, *old_, file);
    } catch (const InputError&) {
      return false;
    }
    std::vector<std::string> lines(inputs_.size());
    for_each_parallel(inputs_.size(), plan_.jobs, [&](std::size_t i, unsigned) {
      lines[i] = input_line(content_sha256(inputs_[i]), inputs_[i].path);
    });
    Sha256 hash;
    for (const std::string& line : lines) hash.add(line + '\n');
    return std::ranges::any_of(old_->files, [&](const ShardFile& file) { return file.name == "inputs" && file.sha256 == hash.hex(); });
  }

  void write_files(const ReadDocuments& read) {
    const fs::path part = plan_.folder / (stem_ + ".part");
    ShardWriter files(part);
    const std::set<Name> names = write_documents(read, files);
    write_names(names, files);
    manifest_.files = std::move(files.files);
    std::ranges::sort(manifest_.files, {}, &ShardFile::name);
    Sha256 hash;
    for (const ShardFile& file : manifest_.files) hash.add(file.name + file.sha256);
    manifest_.folder = stem_ + '.' + hash.hex().substr(0, 12);
    put_in_place(part);
  }

  std::set<Name> write_documents(const ReadDocuments& read, ShardWriter& files) const {
    std::vector<std::string> documents(inputs_.size()), inputs(inputs_.size()); // lines
    std::set<Name> names;
    std::mutex mutex;
    read(inputs_, [&](std::size_t i, Extraction extraction) {
      documents[i] = document_line(extraction);
      inputs[i] = input_line(extraction.document.sha256, extraction.document.path);
      std::set<Name> found = names_of_document(std::move(extraction));
      const std::lock_guard lock(mutex);
      names.merge(found);
    });
    files.write("documents", [&](LineWriter& out) {
      for (std::string& line : documents) out.add(std::exchange(line, {}));
    });
    files.write("inputs", [&](LineWriter& out) {
      for (const std::string& line : inputs) out.add(line);
    });
    return names;
  }

  void write_names(const std::set<Name>& names, ShardWriter& files) const {
    std::vector<std::vector<const NamePosting*>> buckets(plan_.buckets);
    const std::vector<NamePosting> postings = post_names(names);
    for (const NamePosting& posting : postings) buckets[posting.block.key % plan_.buckets].push_back(&posting);
    for (std::uint32_t b = 0; b < plan_.buckets; ++b)
      files.write(bucket_name(b), [&](LineWriter& out) {
        for (const NamePosting* posting : buckets[b]) out.add(name_line(*posting));
      });
  }

  // A folder of that name holds the same: it is replaced only when it is damaged.
  void put_in_place(const fs::path& part) const {
    const fs::path target = plan_.folder / manifest_.folder;
    std::error_code error;
    if (fs::exists(target, error)) {
      try {
        for (const ShardFile& file : manifest_.files) check_shard_file(plan_.folder, manifest_, file);
        fs::remove_all(part, error);
        return;
      } catch (const InputError&) {
        fs::remove_all(target, error);
      }
    }
    fs::rename(part, target, error);
    if (error) throw OutputError("cannot make the folder " + target.string() + ": " + error.message());
  }

  void remove_leftovers() const {
    std::error_code error;
    std::vector<fs::path> leftovers;
    for (fs::directory_iterator entry(plan_.folder, error), end; !error && entry != end; entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      if (name.starts_with(stem_ + '.') && name != manifest_.folder && name != stem_ + ".json")
        leftovers.push_back(entry->path());
    }
    for (const fs::path& leftover : leftovers) fs::remove_all(leftover, error);
  }

  const MapPlan& plan_;
  std::string stem_;
  std::vector<Input> inputs_; // of this shard
  Manifest manifest_;
  std::optional<Manifest> old_;
};

} // namespace

bool map_shard(std::vector<Input> inputs, const MapPlan& plan, const ReadDocuments& read) {
  return ShardMap(std::move(inputs), plan).run(read);
}

} // namespace zonekg
