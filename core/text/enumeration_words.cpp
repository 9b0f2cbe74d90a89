#include "core/text/enumeration_words.hpp"

#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/word_set.hpp"

namespace zonekg {

namespace {

constexpr auto head_nouns = word_set({
    "项目", "企业", "公司", "工程", "产业", "园区", "基金", "银行", "机构", "道路", "平台", "集团", "单位", "集群", "领域",
    "行业", "板块", "基地", "厂房", "设施", "地块", "片区", "产品", "品牌", "厂家", "厂商", "客户", "商会", "协会", "高校",
    "院所", "市场主体", "工业企业", "平台公司", "产业集群", "产业链", "龙头", "巨头", "大厂", "标段", "变电站", "小区", "泊位",
    "污水处理厂", "路段", "国家", "地区", "城市", "地", "镇", "乡镇", "街道", "村", "部门", "功能区", "中心", "業企", "項目",
    "生产线", "民企", "央企", "国企", "外企", "车企", "药企", "子公司", "股东", "名企", "投资方",
    "上市公司", "独角兽", "路", "桥", "园", "场馆", "学校", "医院", "酒店", "批次", "债券", "荣誉", "称号", "小巨人"});

// Behind these a list may begin wherever they stand: verbs and particles that hardly occur inside names.
constexpr auto strong_openers = word_set({
    "签约", "引进", "招引", "引入", "引来", "迎来", "吸引", "吸引了", "集聚了", "聚集", "汇聚", "聚起", "培育", "包括", "包含",
    "涵盖", "涉及", "推动", "推进", "加快", "促成", "促使", "支持", "帮助", "扶持", "围绕", "依托", "抢抓", "盯紧", "启动", "审批",
    "抓住", "抓好", "实施", "落实", "谋划", "储备", "布局", "承担", "形成", "构建", "组建", "成立", "设立", "获批", "下设", "办好",
    "协调", "走访", "走訪", "拜訪", "拜访", "洽谈", "对接", "跟踪", "参观", "赴", "邀请", "督促", "指导", "协助", "争取", "力争",
    "力促", "确保", "保障", "落户", "签下", "拿下", "签有", "开建", "新建", "续建", "在建", "新开工", "已开工", "已投产", "做大",
    "建成投产", "已建成", "建成", "动工建设", "规划建设", "开工建设", "加快建设", "启动建设", "拟建设", "同步建设", "新产投的",
    "主要建设", "新修", "修建", "出让", "收储", "盘活", "处置了", "腾出", "收购", "投向", "投了", "投资了", "建设了", "看了",
    "获得", "荣获", "授予", "引导", "鼓励", "举办", "申报", "入选", "评为", "选定", "主要有", "分别有", "分别是", "主要是", "分别为",
    "主要为", "规划为", "诸如", "譬如", "比如", "例如", "特别是", "尤其是", "以及", "其中", "前述", "上述", "的", "了", "就有", "有着", "随着", "带着", "围绕着", "朝着",
    "盯住", "紧盯", "瞄准", "聚焦", "壮大", "做强", "做优", "主攻", "主营", "推出", "完成", "实现", "列入", "纳入", "位于", "坐落于",
    "来自", "分布在", "集中在", "落在", "放在", "摆在", "破解", "化解", "引育", "签订", "签署", "达成", "入驻", "外供", "供给",
    "促进", "加大", "牵头", "携手", "会同", "分别与", "积极与", "先后与", "已与", "府与", "会与", "区与", "园与", "县与", "市与", "企与",
    "司与", "间与", "方与", "子与", "分别向", "积极向", "分别给", "经过", "途经", "连接", "贯通", "横跨", "打通", "畅通", "关停",
    "拆除", "取缔", "即将", "是", "有", "审批了", "考察了", "对接了", "我们把", "着抓", "给", "由", "由原", "开工", "竣工", "投产", "达产"});

// Only at the start of the words or right behind another opener: they often stand inside names.
constexpr auto weak_openers = word_set({
    "建设", "投资", "开发", "为", "对", "在", "以", "将", "把", "如", "像", "让", "请", "被", "与", "跟", "向",
    "赴", "服务", "生产", "发展", "提升", "改造", "扩建", "整治", "搬迁", "合作", "整合", "联合", "打造", "建立", "完善", "强化",
    "加强", "深化", "开展", "统筹", "发挥", "组织", "明确", "确定", "认定", "突出", "重点发展", "从事", "投入", "释放", "供应",
    "提供", "满足", "解决", "克服", "缓解", "推行", "推广", "运用", "采用", "招商", "承接", "导入", "孵化", "覆盖", "退出", "淘汰",
    "清理", "督导", "调度", "并购", "处置", "安排", "进入", "达到", "拟", "抓", "即", "拥有", "现有", "共有", "设有", "建有", "集聚",
    "含", "从", "还是", "要给", "要为", "使", "至", "凭", "靠"});

// Adverbs and times: stepped over at the start of the words and behind an opener.
constexpr auto fillers = word_set({
    "今年以来", "今年", "去年", "明年", "目前", "眼下", "当前", "近年来", "近两年", "近期", "近日", "先后", "相继", "陆续", "已",
    "已经", "正在", "将", "拟", "全力", "重点", "主要", "分别", "成功", "积极", "持续", "继续", "加快", "进一步", "同时", "此后",
    "其中", "此外", "另外", "截至目前", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "全年", "本年", "年内", "年底",
    "了", "一批", "大力", "扎实", "深入", "统筹", "不断", "全面", "抓紧", "尽快", "尽早", "早日", "有序", "有力", "而",
    "又", "还", "也", "就", "便", "我区", "我县", "我市", "全区", "园区", "有关", "相关", "多台", "多家", "多个", "春节前",
    "区内", "园内", "县内", "市内", "辖区内", "期间", "随着", "那时", "当时", "一起", "一并", "年底前", "当天", "当日", "同日",
    "每年", "预计", "计划", "力争", "争取", "其余"});

// Words that go on a name: a cut before them would behead it.
constexpr auto name_tails = word_set({"集团", "公司", "有限", "股份", "控股", "项目", "工程", "中心", "基地", "企业", "产业园", "指标",
                                      "情况", "工作", "方案", "规划", "管理", "能力", "环境", "体系", "机制", "模式", "问题", "年度",
                                      "平台", "服务", "合伙", "外包", "机构", "学院", "配套", "部分", "性", "率", "力"});

// Words in which an opener means nothing.
constexpr auto inert_words = word_set({"自由", "华为", "供给", "给水", "给排水", "有限", "有色", "有机", "有研", "有轨", "有效", "国有",
                                       "所有", "有害", "有氧", "是否", "目的", "的确", "了解", "着力", "着手", "着眼", "即时", "即墨",
                                       "新建区", "新建县", "实现了", "有关", "稀有", "富有", "民有", "公有", "未完成", "完成率", "如皋", "如东", "如意", "从化", "向阳", "以岭",
                                       "以色列", "含山", "将乐", "将军", "对外", "与会", "为民", "为农", "在线", "在册", "赴会"});

// What the items do or are: the last item ends before it.
constexpr auto closers = word_set({
    "正在", "已经", "已投产", "已开工", "已建成", "已完成", "已落户", "已签约", "已全部", "均已", "均", "全部", "陆续", "相继",
    "先后", "顺利", "成功", "开工", "投产", "竣工", "完工", "签约", "落户", "入驻", "落地", "建成", "启动", "加快", "进展", "推进",
    "入选", "获得", "荣获", "成为", "实现", "完成", "进入", "集聚", "合计", "共计", "分别", "作为", "达产", "达效", "有序", "稳步",
    "按期", "如期", "按", "由", "就", "则", "今年", "去年", "明年", "目前", "当天", "当时", "当前", "早前", "眼下", "上半年", "下半年",
    "年内", "尽快", "早日", "抓紧", "力争", "预计", "将于", "将在", "将", "主体", "基本", "即将", "的", "在", "已", "投入", "投用",
    "交付", "封顶", "进行", "开展", "处于", "列入", "纳入", "获批", "通过", "签署", "签订", "签有", "达成", "同日", "同时", "同步",
    "同场", "牵头", "参与", "参加", "负责", "承担", "组成", "构成", "为主", "为", "是", "也", "都", "总投资", "计划", "累计", "形成",
    "并存", "相关", "这些", "这类", "此类", "之间", "之外", "以外", "以上", "以下", "联手", "继续", "接上", "过半", "扩能", "洽谈",
    "前期", "手续", "挂牌", "摘牌", "试生产", "试运行", "试运营", "调试", "运行", "上市", "满产", "扩产", "增资", "复工", "主办",
    "承办", "授牌", "分获", "专项债", "机器", "整合而", "用地", "建设进度", "加速", "提速", "全面", "有望", "争取", "确保", "等待",
    "齐聚", "三管齐下", "给出", "表示", "认为", "纷纷", "依次", "共同", "携手", "现场", "当场", "项目", "項目", "主要负责人", "受",
    "被", "对", "向", "给", "把", "从", "个个", "各", "也是", "几", "多家", "多个", "三方", "双方", "四方", "打通", "亮相", "引入", "带来",
    "接连", "落位", "通车", "双双", "那头", "产销", "要", "这样", "这几", "这两", "往前", "接着", "管的", "未", "此前", "同属", "集中",
    "谈了", "满负荷", "打头阵", "落了", "正加快", "正式", "正抓紧", "正按", "正进行", "正建", "满产", "扩建中", "等在"});

constexpr std::u32string_view measures = U"个家项户条大类处支座所批名幢栋宗件套款只种块方样";

Claim read_number(std::string_view text, std::size_t at) {
  Claim number;
  while (number.size < 7 && at + number.size < text.size() && is_digit(text[at + number.size])) {
    number.value = number.value * 10 + (text[at + number.size] - '0');
    ++number.size;
  }
  if (number.size > 0) return number;
  constexpr std::u32string_view small = U"一二三四五六七八九十";
  const char32_t c = code_point_or_zero(text, at);
  if (c == U'两') return {2, 3};
  const auto found = small.find(c);
  if (found == std::u32string_view::npos) return {};
  number = {static_cast<double>(found + 1), 3};
  const char32_t next = code_point_or_zero(text, at + 3);
  if (next == U'十' && found < 9) {
    number = {static_cast<double>(found + 1) * 10, 6};
  }
  const int ones = chinese_numeral(code_point_or_zero(text, at + number.size));
  if (number.value >= 10 && ones > 0 && ones < 10) number = {number.value + ones, number.size + 3};
  return number;
}

// Bytes of a time at `at`: 2023年, 5月底前, 9月份, 1-10月.
std::size_t time_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 8 && (is_digit(text[end]) || text[end] == '-')) ++end;
  if (end == at) return 0;
  const bool unit = starts_at(text, end, "年") || starts_at(text, end, "月") || starts_at(text, end, "日");
  if (!unit || starts_at(text, end, "年产")) return 0;
  end += 3;
  constexpr std::string_view endings[] = {"份", "底前", "底", "初", "末", "前", "以来", "起"};
  for (const std::string_view e : endings)
    if (starts_at(text, end, e)) return end + e.size() - at;
  return end - at;
}

std::size_t opener_at(std::string_view chunk, std::size_t at, bool at_start) {
  const std::size_t strong = strong_openers.match(chunk, at);
  if (!at_start) return strong;
  return std::max({strong, weak_openers.match(chunk, at), fillers.match(chunk, at), time_at(chunk, at)});
}

// At least two characters.
bool leaves_item(std::string_view chunk, std::size_t at) {
  return at < chunk.size() && at + code_point_at(chunk, at).size < chunk.size();
}

} // namespace

std::size_t head_noun_at(std::string_view text, std::size_t at) {
  return at < text.size() ? head_nouns.match(text, at) : 0;
}

std::size_t first_item_begin(std::string_view chunk) {
  std::size_t begin = 0; // of the item, as far as seen
  for (std::size_t at = 0; at < chunk.size();) {
    if (const std::size_t inert = inert_words.match(chunk, at); inert > 0) {
      at += inert;
      continue;
    }
    const std::size_t after = at + opener_at(chunk, at, at == begin);
    if (after > at && leaves_item(chunk, after) && name_tails.match(chunk, after) == 0) {
      begin = at = after;
    } else {
      at += code_point_at(chunk, at).size;
    }
  }
  return begin;
}

std::size_t last_item_end(std::string_view chunk) {
  constexpr std::size_t shortest_item = 6;
  for (std::size_t at = 0; at < chunk.size(); at += code_point_at(chunk, at).size)
    if (at >= shortest_item && (closers.match(chunk, at) > 0 || time_at(chunk, at) > 0)) return at;
  return chunk.size();
}

Claim claim_at(std::string_view text, std::size_t at) {
  Claim claim = read_number(text, at);
  if (claim.size == 0) return {};
  if (starts_at(text, at + claim.size, "余") || starts_at(text, at + claim.size, "多")) claim.size += 3;
  const char32_t measure = code_point_or_zero(text, at + claim.size);
  if (measure == 0 || measures.find(measure) == std::u32string_view::npos) return {};
  // 甲二项目: the second of 甲, not two of them.
  if (claim.size == 3 && !is_digit(text[at]) && starts_at(text, at + 3, "项目")) return {};
  claim.size += 3;
  return claim;
}

bool closes_list(std::string_view text, std::size_t at) {
  constexpr std::u32string_view before_words = U"平高同对均中一二三上下优初何相头";
  constexpr std::u32string_view after_words = U"级待候于号同价值额离压温比效量式";
  if (!starts_at(text, at, "等")) return false;
  if (at > 0 && claim_at(text, at + 3).size > 0) return true;
  if (after_words.find(code_point_or_zero(text, at + 3)) != std::u32string_view::npos && at + 3 < text.size()) return false;
  const char32_t before = code_point_before(text, at);
  return at > 0 && before_words.find(before) == std::u32string_view::npos;
}

} // namespace zonekg
