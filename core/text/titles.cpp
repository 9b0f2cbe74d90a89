#include <algorithm>
#include <span>

#include "core/text/characters.hpp"
#include "core/text/layers.hpp"
#include "core/text/markers.hpp"

namespace zonekg {

namespace {

constexpr std::string_view metadata_words[] = {
    "索引号", "发布机构", "发布单位", "发布时间", "发布日期", "成文日期", "生成日期", "公开方式", "文号", "来源:", "时间:", "浏览",
    "字号", "当前位置", "您现在的位置", "首页", "下载", "VIP", "欢迎访问", "打印", "填报", "单位:", "记者", "网友", "编辑", "附件",
    "有效性", "报:", "供市", "分享到", "信息公开", "KB", "作者:", "小编", "主题词"};
constexpr std::string_view title_words[] = {
    "情况", "总结", "汇报", "报告", "计划", "要点", "思路", "方案", "讲话", "发言", "调研", "进展", "通报", "摘要", "安排", "清单",
    "一览", "介绍", "开发区", "园区", "高新区", "产业园", "工业园", "经开区", "集聚区", "项目", "产业"};

std::size_t hits(std::string_view line, std::span<const std::string_view> words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](std::string_view w) { return line.find(w) != std::string_view::npos; }));
}

// Higher is better; 0 for a line that is no title.
std::size_t title_score(std::string_view line, std::size_t position) {
  const std::size_t length = count_code_points(line);
  if (length < 4 || length > 60 || line.find('\t') != std::string_view::npos) return 0;
  const char32_t last = code_point_before(line, line.size());
  if (last == U'。' || last == U';' || last == U':' || last == U',' || hits(line, metadata_words) > 0) return 0;
  const Marker marker = read_marker(line, 0);
  const bool dash = line.starts_with("——");
  if (marker && !dash && marker.style != MarkerStyle::clause) return 0;
  const std::size_t words = hits(line, title_words);
  return 20 + 4 * words - 2 * std::min<std::size_t>(position, 8) - (dash ? 6 : 0);
}

} // namespace

std::string find_title(std::string_view text) {
  constexpr std::size_t lines_read = 12;
  std::string_view best;
  std::size_t best_score = 0, position = 0;
  for (std::size_t begin = 0; begin < text.size() && position < lines_read;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, std::min<std::size_t>(end - begin, 2000)));
    begin = end + 1;
    if (line.empty()) continue;
    const std::size_t score = title_score(line, position++);
    if (score > best_score) {
      best = line;
      best_score = score;
    }
    const char32_t last = code_point_before(line, line.size());
    if (best_score > 0 && last == U'。' && line.size() > 150) break;
  }
  return std::string(best);
}

} // namespace zonekg
