// Character encodings: bytes of unknown encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

struct Decoded {
  std::string text;            // valid UTF-8, no byte order mark
  std::string encoding;        // UTF-8, GB18030, UTF-16LE, …
  std::size_t replaced = 0;    // places that were not of the encoding, now U+FFFD
  bool guessed = false;        // told by statistics, not by a mark or by strict decoding
};

// Byte order mark, else strict UTF-8, else strict GB18030, else UTF-8 with a few damaged places, else what ICU's
// detector finds in the whole text. Linear.
Decoded decode(std::string_view bytes);

// The same for bytes that declare their encoding (`gb2312`, in any case; may be empty). A declaration counts for less than
// a byte order mark and than being valid UTF-8; gb2312 and gbk mean GB18030, which holds both.
Decoded decode_as(std::string_view bytes, std::string_view declared);

// In exactly this encoding, with a name that ICU knows; no guessing, so right for pieces of a text. Empty when ICU does not
// know the name.
Decoded decode_by_name(std::string_view bytes, const std::string& name);

} // namespace zonekg
