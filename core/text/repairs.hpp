// The repairs: each looks for one kind of damage in folded text and says what to put in its place.
// A repair is proposed only where the plain reading makes no sense.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

struct Edit {
  std::size_t begin, end; // bytes of the folded text
  std::string replacement;
  const char* rule;
};

// Share-site markers (##paidbegin##) and banners.
void find_site_edits(std::string_view text, std::vector<Edit>& edits);
// Page numbers, running headers, line numbers and hard line breaks inside paragraphs.
void find_line_edits(std::string_view text, std::vector<Edit>& edits);
// Misread letters, lost dashes, lost full stops and stray spaces in and beside figures.
void find_character_edits(std::string_view text, std::vector<Edit>& edits);

} // namespace zonekg
