#include "cli/shards/lines.hpp"

#include "core/model/diagnostic.hpp"

namespace zonekg {

LineReader::LineReader(const std::filesystem::path& file, const std::string& advice)
    : in_(file, std::ios::binary), where_(file.string()), advice_(advice) {
  if (!in_) throw InputError("cannot open " + where_ + "; " + advice_);
}

bool LineReader::next(std::string_view& line) {
  if (has_line_) hash_.add(line_);
  if (has_line_ && !in_.eof()) hash_.add("\n");
  has_line_ = static_cast<bool>(std::getline(in_, line_));
  if (in_.bad()) throw InputError("cannot read " + where_ + "; " + advice_);
  line = line_;
  return has_line_;
}

} // namespace zonekg
