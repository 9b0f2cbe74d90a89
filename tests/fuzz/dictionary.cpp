// A dictionary file that is damaged: refused, or wrong words. The input is what stands where in the file instead: four bytes of
// place, one of value, over and over.
#include <cstring>

#include "core/process/memory_file.hpp"
#include "core/text/dictionary.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string whole = fuzz::file(ZONEKG_BUILD_DIR "/tests/fuzz/small.dict");
  constexpr std::size_t record = 5, head = 4096; // every second place lies in the head, where sizes stand
  std::string damaged = whole;
  for (std::size_t i = 0; i + record <= size; i += record) {
    std::uint32_t place = 0;
    std::memcpy(&place, data + i, sizeof place);
    damaged[(place >> 1) % (place % 2 == 0 ? head : damaged.size())] = static_cast<char>(data[i + 4]);
  }
  if (size % record == 4) damaged.resize(damaged.size() * data[size - 1] / 256);
  const MemoryFile file(damaged);
  const std::string text = "岚溪经济开发区2023年完成投资12.5亿元，T-Box项目投产，日处理污水4万吨。";
  try {
    for (const zkg_word& word : Dictionary(file.path()).segment(text))
      fuzz::expect(word.span.begin < word.span.end && word.span.end <= text.size(), "words lie inside the text");
  } catch (const std::runtime_error&) {
  }
  return 0;
}
