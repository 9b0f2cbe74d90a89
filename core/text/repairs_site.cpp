#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/repairs.hpp"

namespace zonekg {

namespace {

// ##paidbegin##: two hash signs, lower-case letters, two hash signs.
void find_markers(std::string_view text, std::vector<Edit>& edits) {
  for (std::size_t at = text.find("##"); at != std::string_view::npos; at = text.find("##", at + 1)) {
    std::size_t end = at + 2;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z' && end - at < 24) ++end;
    if (end < at + 5 || text.substr(end, 2) != "##") continue;
    end += 2;
    const bool own_line = (at == 0 || text[at - 1] == '\n') && end < text.size() && text[end] == '\n';
    edits.push_back({at, end + (own_line ? 1 : 0), "", "share-site-marker"});
    at = end - 1;
  }
}

// Letters that a site hangs on the ends of paragraphs against copying: the same two to six at three places.
void find_copy_marks(std::string_view text, std::vector<Edit>& edits) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::unordered_map<std::string_view, int> seen;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 7 && is_latin(text[begin - 1])) --begin;
    if (end - begin < 2 || end - begin > 6 || !ends_sentence(code_point_before(text, begin))) continue;
    found.emplace_back(begin, end);
    ++seen[text.substr(begin, end - begin)];
  }
  for (const auto& [begin, end] : found)
    if (seen[text.substr(begin, end - begin)] >= 3) edits.push_back({begin, end, "", "share-site-marker"});
}

// The document's name in 《NAME.docx》由会员分享,可在线阅读,更多相关《…》请在…上搜索。
std::string_view banner_title(std::string_view line) {
  constexpr std::string_view open = "《", close = "》";
  const std::size_t end = line.find("》由会员");
  if (!line.starts_with(open) || end == std::string_view::npos) return {};
  std::string_view title = line.substr(open.size(), end - open.size());
  const std::size_t dot = title.rfind('.');
  if (dot != std::string_view::npos && title.size() - dot <= 5) title = title.substr(0, dot);
  return title.find(close) == std::string_view::npos ? title : std::string_view{};
}

// The banner goes; the title that the site ran into the first paragraph becomes a line again.
void find_banner(std::string_view text, std::vector<Edit>& edits) {
  std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return;
  if (starts_at(text, begin, "\xEF\xBB\xBF")) begin += 3;
  const std::size_t line_end = std::min(text.find('\n', begin), text.size());
  const std::string_view line = text.substr(begin, line_end - begin);
  const std::string_view title = banner_title(line);
  if (title.empty() || line.find("在线阅读") == std::string_view::npos) return;
  const std::size_t banner_end = std::min(line_end + 1, text.size());
  std::size_t body = banner_end;
  if (starts_at(text, body, "1、")) body += 4;
  if (starts_at(text, body, title)) {
    edits.push_back({begin, body, "", "share-site-banner"});
    const std::size_t title_end = body + title.size();
    if (title_end < text.size() && text[title_end] != '\n') edits.push_back({title_end, title_end, "\n", "title-run-in"});
    return;
  }
  const std::size_t title_begin = begin + std::string_view("《").size();
  edits.push_back({begin, title_begin, "", "share-site-banner"});
  edits.push_back({title_begin + title.size(), line_end, "", "share-site-banner"});
}

} // namespace

void find_site_edits(std::string_view text, std::vector<Edit>& edits) {
  find_markers(text, edits);
  find_copy_marks(text, edits);
  find_banner(text, edits);
}

} // namespace zonekg
