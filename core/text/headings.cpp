#include "core/text/headings.hpp"

#include "core/text/characters.hpp"
#include "core/text/word_set.hpp"

namespace zonekg {

namespace {

constexpr auto problem_words = word_set({"问题", "不足", "困难", "短板", "薄弱环节", "差距", "制约因素", "瓶颈", "主要矛盾", "堵点"});
constexpr auto problem_context = word_set({"存在", "主要", "面临", "突出", "当前", "目前", "不足", "困难", "短板", "差距", "薄弱", "瓶颈"});
constexpr auto plan_words = word_set({"下一步", "下步", "下一阶段", "下阶段", "工作打算", "工作安排", "工作计划", "工作思路", "工作要点",
                              "工作目标", "目标任务", "总体目标", "总体要求", "目标举措", "工作举措", "工作重点", "重点工作安排",
                              "计划", "打算", "思路", "谋划", "展望", "今后", "未来", "明年", "近期工作", "发展目标", "主要目标",
                              "预期目标", "下半年", "四季度", "意见建议", "对策建议", "工作建议", "恳请", "需协调", "需要协调"});
constexpr auto background_words = word_set({"基本情况", "概况", "基本概况", "简介", "总体情况", "园区情况", "发展现状", "背景", "基本现状",
                                    "园区名片"});
constexpr auto result_words = word_set({"完成情况", "成效", "工作开展", "开展情况", "推进情况", "进展", "运行情况", "主要做法", "工作总结",
                                "工作回顾", "建设情况", "工作情况", "指标", "主要工作", "落实情况", "亮点", "成绩", "情况汇报",
                                "执行情况", "所做工作", "做法", "经济运行", "发展情况", "工作完成", "回顾"});
constexpr auto problem_solved = word_set({"解决", "破解", "化解", "整改", "协调"});
constexpr auto sure_result_words = word_set({"完成情况", "总结", "回顾", "执行情况"});
constexpr auto result_endings = word_set({"情况", "总结", "回顾", "成效", "进展", "通报", "小结", "汇报", "做法"});

// Words with which a heading ends when the text below runs on behind it, and what such text begins with.
constexpr auto heading_ends = word_set({"情况", "成效", "问题", "不足", "计划", "安排", "打算", "思路", "措施", "建议", "目标", "任务",
                                "概况", "总结", "回顾", "举措", "做法", "进展", "要求"});
constexpr auto role_starts = word_set({"下一步", "下步", "下阶段", "存在", "主要问题", "基本情况", "近期工作"});
constexpr auto text_starts = word_set({"今年", "上半年", "下半年", "截至", "截止", "目前", "当前", "我县", "我区", "我市",
                               "围绕", "按照", "立足"});

std::size_t run_in_size(std::string_view words) {
  for (std::size_t i = 0; i < words.size() && i < 120; i += code_point_at(words, i).size) {
    const std::size_t behind = i + heading_ends.match(words, i);
    const bool year = words.substr(behind).starts_with("20");
    if (behind > i && behind < words.size() && (year || text_starts.match(words, behind) > 0)) return behind;
  }
  return 0;
}

} // namespace

zkg_role heading_role(std::string_view heading) {
  if (problem_words.occurs_in(heading) && (problem_context.occurs_in(heading) || heading.size() <= 24)) {
    if (!problem_solved.occurs_in(heading) && !heading.starts_with("下")) return ZKG_ROLE_PROBLEMS;
  }
  if (sure_result_words.occurs_in(heading)) return ZKG_ROLE_RESULTS;
  if (plan_words.occurs_in(heading)) return ZKG_ROLE_PLAN;
  if (background_words.occurs_in(heading)) return ZKG_ROLE_BACKGROUND;
  if (result_words.occurs_in(heading) || result_endings.ends(heading)) return ZKG_ROLE_RESULTS;
  if (heading == "目标" || heading.ends_with("目标")) return ZKG_ROLE_PLAN;
  return ZKG_ROLE_NONE;
}

zkg_role section_role(std::string_view heading, int level, zkg_role inherited) {
  if (level >= 5) return inherited;
  const zkg_role own = heading_role(heading);
  const bool weak = level >= 2 && inherited == ZKG_ROLE_PLAN && own == ZKG_ROLE_RESULTS && !sure_result_words.occurs_in(heading);
  return own == ZKG_ROLE_NONE || weak ? inherited : own;
}

bool is_bare_heading(std::string_view line) {
  constexpr std::size_t longest = 48; // bytes, 16 Chinese characters
  if (line.size() > longest || line.find(' ') != std::string_view::npos || line.find(',') != std::string_view::npos) return false;
  const bool framed_by_role = heading_ends.ends(line) || role_starts.match(line, 0) > 0;
  return framed_by_role && heading_role(line) != ZKG_ROLE_NONE;
}

std::size_t heading_size(std::string_view words) {
  constexpr std::size_t longest = 120; // bytes, 40 Chinese characters: beyond it a sentence, no heading
  std::size_t comma = 0, end = 0;
  while (end < words.size()) {
    const CodePoint c = code_point_at(words, end);
    if (ends_sentence(c.value) || c.value == U':' || c.value == U'\n') break;
    if (c.value == U' ' && words.substr(end).starts_with("  ")) break;
    if (c.value == U',' && comma == 0) comma = end;
    if (end > longest && comma > 0) break;
    end += c.size;
  }
  const std::size_t run_in = run_in_size(words.substr(0, end));
  if (run_in > 0) return run_in;
  return end > longest && comma > 0 ? comma : end;
}

} // namespace zonekg
