#include "core/reader/encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::size_t damage_allowed = 200;              // one damaged place in so many bytes is still UTF-8

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, Close>;

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

Converter open_converter(const char* name, bool strict) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (strict && U_SUCCESS(status)) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// By way of a small UTF-16 buffer, so that a large file needs no second copy of itself.
std::optional<std::string> convert(std::string_view bytes, const char* name, bool strict) {
  const Converter from = open_converter(name, strict), to = open_converter("UTF-8", false);
  if (!from || !to) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  std::array<UChar, 4096> pivot{};
  std::array<char, 16384> out{};
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  const char* source = bytes.data();
  for (bool first = true;; first = false) {
    UErrorCode status = U_ZERO_ERROR;
    char* target = out.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    text.append(out.data(), target);
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    return U_SUCCESS(status) ? std::optional(std::move(text)) : std::nullopt;
  }
}

// UTF-8 with each malformed place replaced.
Decoded mend_utf8(std::string_view bytes) {
  Decoded decoded{{}, "UTF-8"};
  decoded.text.reserve(bytes.size());
  for (auto bad = find_invalid_utf8(bytes); ; bad = find_invalid_utf8(bytes)) {
    decoded.text.append(bytes.substr(0, bad.value_or(bytes.size())));
    if (!bad) return decoded;
    decoded.text.append(replacement);
    ++decoded.replaced;
    std::size_t next = *bad + 1;
    while (next < bytes.size() && is_continuation(bytes[next])) ++next;
    bytes.remove_prefix(next);
  }
}

std::string detected_name(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1U << 30)), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  const char* name = match ? ucsdet_getName(match, &status) : nullptr;
  return U_SUCCESS(status) && name ? name : "GB18030";
}

Decoded by_name(std::string_view bytes, const std::string& name, bool guessed) {
  Decoded decoded{convert(bytes, name.c_str(), false).value_or(""), name, 0, guessed};
  decoded.replaced = count(decoded.text, replacement);
  return decoded;
}

std::optional<Decoded> by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return mend_utf8(bytes.substr(3));
  if (bytes.starts_with("\x84\x31\x95\x33")) return by_name(bytes.substr(4), "GB18030", false);
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return by_name(bytes.substr(4), "UTF-32LE", false);
  if (bytes.starts_with("\xFF\xFE")) return by_name(bytes.substr(2), "UTF-16LE", false);
  if (bytes.starts_with("\xFE\xFF")) return by_name(bytes.substr(2), "UTF-16BE", false);
  return std::nullopt;
}

} // namespace

Decoded decode(std::string_view bytes) {
  if (auto marked = by_mark(bytes)) return std::move(*marked);
  if (!find_invalid_utf8(bytes)) return {std::string(bytes), "UTF-8"};
  Decoded utf8 = mend_utf8(bytes);
  const bool little_damage = utf8.replaced * damage_allowed <= bytes.size();
  if (!little_damage)
    if (auto text = convert(bytes, "GB18030", true)) return {std::move(*text), "GB18030"};
  if (little_damage) return utf8;
  return by_name(bytes, detected_name(bytes), true);
}

Decoded decode_by_name(std::string_view bytes, const std::string& name) { return by_name(bytes, name, false); }

Decoded decode_as(std::string_view bytes, std::string_view declared) {
  std::string name;
  for (const char c : declared) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (name.empty() || name == "utf-8" || name == "utf8" || name.find("gb") != std::string::npos || name == "ascii" ||
      name.starts_with("iso-8859") || name.starts_with("windows-1252"))
    return decode(bytes);
  if (auto marked = by_mark(bytes)) return std::move(*marked);
  if (!find_invalid_utf8(bytes)) return {std::string(bytes), "UTF-8"};
  if (auto text = convert(bytes, name.c_str(), true)) return {std::move(*text), name};
  return decode(bytes);
}

} // namespace zonekg
