#include "cli/shards/pipe.hpp"

#include <algorithm>
#include <optional>

#include "cli/shards/reduce.hpp"

namespace zonekg {
namespace {

// Counts lines for messages, and takes the tab at the end that engines put behind a line without values.
class Lines {
 public:
  explicit Lines(std::istream& in) : in_(in) {}
  bool next() {
    if (!std::getline(in_, line)) return false;
    if (line.ends_with('\r')) line.pop_back();
    ++number_;
    return true;
  }
  [[noreturn]] void fail(const std::string& what) const {
    throw InputError("standard input, line " + std::to_string(number_) + ": " + what);
  }
  std::string line;

 private:
  std::istream& in_;
  std::size_t number_ = 0;
};

} // namespace

void pipe_map(std::istream& in, std::ostream& out, const RunHead& head,
              const std::function<std::vector<Extraction>(const std::string& path)>& read) {
  out << head_line(head) << '\n';
  for (Lines lines(in); lines.next();) {
    const std::string path = lines.line.substr(lines.line.rfind('\t') + 1);
    if (path.empty()) continue;
    for (Extraction& extraction : read(path)) {
      out << document_line(extraction) << '\n';
      const std::set<Name> names = names_of_document(std::move(extraction));
      for (const NamePosting& posting : post_names(names)) out << name_line(posting) << '\n';
    }
  }
}

void pipe_reduce(std::istream& in, std::ostream& out) {
  BlockComparison comparison;
  std::vector<Block> blocks;
  std::optional<std::uint64_t> last;
  std::string head;
  for (Lines lines(in); lines.next();) {
    const std::string& line = lines.line;
    const bool is_head = line.starts_with("h\t");
    if (is_head ? line != head : is_document_line(line)) out << line << '\n';
    if (is_head) head = line;
    if (is_head || is_document_line(line)) continue;
    auto row = read_name_line(line);
    if (!row) lines.fail("is not a line that zonekg map writes");
    if (last && row->block < *last) lines.fail("is out of order; sort the lines by bytes (LC_ALL=C sort)");
    last = row->block;
    comparison.add(std::move(*row), blocks);
    for (const Block& block : blocks) out << block_line(block) << '\n';
    blocks.clear();
  }
  comparison.end(blocks);
  for (const Block& block : blocks) out << block_line(block) << '\n';
}

MergedShards pipe_merge(std::istream& in, const std::string& version) {
  MergedShards merged;
  for (Lines lines(in); lines.next();) {
    const std::string& line = lines.line;
    if (auto head = read_head_line(line)) {
      if (head->version != version)
        lines.fail("was made by zonekg " + head->version + " and this is " + version + ": use one version for all steps");
      if (!merged.head.version.empty() && *head != merged.head)
        lines.fail("was made with other plugins, data or options than the lines before");
      merged.head = std::move(*head);
    } else if (auto extraction = read_document_line(line)) {
      merged.extractions.add(std::move(*extraction));
    } else if (auto block = read_block_line(line)) {
      merged.blocks.push_back(std::move(*block));
    } else {
      lines.fail("is not a line that zonekg reduce writes");
    }
  }
  if (merged.head.version.empty()) throw InputError("standard input holds no line that zonekg reduce writes");
  merged.extractions.settle();
  for (std::size_t i = 1; i < merged.extractions.size(); ++i)
    if (const std::string& path = merged.extractions.header(i).path; path == merged.extractions.header(i - 1).path)
      throw InputError("the document " + path + " came twice: map each file once");
  return merged;
}

} // namespace zonekg
