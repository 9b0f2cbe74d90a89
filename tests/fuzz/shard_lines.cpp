// Lines that carry a run between machines: refused, or written back the same. The packed form of a document is tried without
// its compression and hash in packed_extraction.
#include "cli/shards/manifest.hpp"
#include "cli/shards/pipe.hpp"
#include "core/model/diagnostic.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

void check_line(std::string_view line) {
  if (const auto head = read_head_line(line)) fuzz::expect(read_head_line(head_line(*head)) == head, "a head is read back the same");
  if (const auto block = read_block_line(line)) fuzz::expect(read_block_line(block_line(*block)) == block, "a block is read back the same");
  if (const auto type = read_type_text(line)) fuzz::expect(type_text(*read_type_text(type_text(*type))) == type_text(*type), "a type is read back the same");
  if (const auto row = read_name_line(line)) {
    const Name name = row->name;
    const auto again = read_name_line(name_line({{row->block, row->fuller}, &name}));
    fuzz::expect(again && again->block == row->block && again->fuller == row->fuller && again->name == name, "a name is read back the same");
  }
  (void)read_document_line(line);
}

template <class Function> void refused_or(Function&& function) {
  try {
    function();
  } catch (const InputError&) {
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view(data, size));
  std::istringstream lines(bytes), reduced(bytes), merged(bytes);
  for (std::string line; std::getline(lines, line);) check_line(line);
  std::ostringstream out;
  refused_or([&] { pipe_reduce(reduced, out); });
  refused_or([&] { (void)pipe_merge(merged, "0.1.0"); });
  refused_or([&] {
    const Manifest manifest = read_manifest(bytes, "manifest");
    fuzz::expect(read_manifest(write_manifest(manifest), "again") == manifest, "a manifest is read back the same");
  });
  return 0;
}
