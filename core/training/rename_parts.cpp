#include "core/training/rename_parts.hpp"

#include <algorithm>
#include <array>

#include "core/kit/lexicon.hpp"
#include "core/text/characters.hpp"
#include "core/text/places.hpp"
#include "core/training/rename_text.hpp"

namespace zonekg {
namespace {

using Words = std::initializer_list<const char*>;

// Classes of the shared lexicon whose words stay.
constexpr std::array<const char*, 9> kept_classes = {"legal_form",   "organisation_form", "trade",
                                                     "zone_head",    "project_noun",      "project_head",
                                                     "company_head", "person_title",      "place_suffix"};

// Words that stay although they could be a brand or a place: countries and wide regions, words of banks' names, and
// words of zones' and projects' names that tell what they are for.
const Words kept_words = {
    "中国", "中华", "全国", "国家", "国际", "世界", "全球", "环球", "亚洲", "欧洲", "非洲", "美洲", "亚太", "东盟",
    "欧盟", "台湾", "香港", "澳门", "港澳", "日本", "韩国", "德国", "美国", "英国", "法国", "意大利", "俄罗斯", "芬兰",
    "瑞典", "瑞士", "荷兰", "丹麦", "挪威", "新加坡", "马来西亚", "泰国", "印度", "越南", "加拿大", "澳大利亚", "巴西",
    "以色列", "西班牙", "比利时", "奥地利", "波兰", "匈牙利", "墨西哥", "印尼", "印度尼西亚", "阿联酋", "华东", "华南",
    "华北", "华中", "西南", "西北", "东北", "东北亚", "长三角", "珠三角", "京津冀", "大湾区", "长江", "黄河", "江南",
    "江北", "海西", "西部", "东部", "中部", "南部", "北部", "东南", "工商", "农业", "人民", "交通", "邮政", "储蓄",
    "商业", "农村", "民生", "进出口", "政策性", "信用", "中央", "地方", "城市", "循环", "绿色", "生态", "临港", "临空",
    "空港", "陆港", "滨海", "沿海", "飞地", "双创", "创业", "创新", "科创", "众创", "青创", "创投", "综合", "高端",
    "先进", "现代", "特色", "轻工", "军民", "中小", "小微", "返乡", "青年", "留学生", "大学生", "民营", "全省", "全市",
    "全县", "全区", "省级", "市级", "县级", "国家级", "高新", "高新区", "经开", "开发区", "自贸", "保税", "公铁",
    "联运", "跨境", "海关", "站前", "沿河", "滨江", "滨河", "环城", "环岛", "城东", "城西", "城南", "城北", "城中村",
    "市政", "文旅", "康养", "医养", "大健康", "医美", "移动", "碳谷", "硅谷", "光谷", "药谷", "智谷", "云谷", "绿谷",
    "智慧", "智能", "智造", "智能化", "智能网", "人工智能", "互联网", "元宇宙", "物联网", "乡村振兴", "孵化", "时尚",
    "会展", "融合", "启动", "生活", "服务", "美食", "食堂", "精品", "世纪", "胜利", "丝路", "金融", "天使", "新兴",
    "新型", "市场", "研究所", "水乡", "之窗", "城投", "交投", "水投", "国投", "开投", "建投", "产投", "工投", "自来水",
    "体育", "年产", "日产", "月产", "万吨", "精细", "特种", "公路", "高速", "铁路", "专用线", "水库", "港区", "航空港",
    "大道", "大街", "入口", "绕城", "疏港", "港湾", "西站", "南站", "北站", "东站", "南路", "北路", "东路", "西路",
    // products and trades
    "五金", "玉米", "小米", "花生", "麦芽", "中药", "中草药", "蒙药", "藏药", "清真", "裘皮", "皮革", "童装", "珠宝",
    "黄金", "石墨", "云母", "尼龙", "骆驼", "煤化工", "氯碱", "铜箔", "铝箔", "冷链", "港航", "卫星", "北斗", "多晶",
    "多晶硅", "单晶硅", "太阳能", "负极", "正极", "电芯", "芯屏", "磁材", "靶材", "耐材", "炭基", "镁质", "超纤",
    "固废", "餐厨", "家纺", "光储", "储能", "绿电", "液奶", "高纯", "超算", "皮卡", "重卡", "香辛料", "微粉", "富硒",
    "深冷", "复烤", "胶辊", "亚克力", "海产品", "矿山", "气动", "驱动", "聚合", "塑胶模具", "磷化", "炭黑", "白炭黑",
    "热电", "蒸汽", "植保", "青花瓷", "复合材料", "电子科技", "生物科技", "防暴", "海巡", "水源", "运维", "数控",
    "车厂", "电站", "风力", "水力", "燕窝", "杜仲", "食用菌", "预制菜", "保鲜", "山村", "钢构", "新材", "新网", "阳极",
    "关联", "焕发", "欢腾", "绿道", "沿河路", "集聚", "合作", "港口", "园中园", "资源", "自动化", "外包", "通道",
    "外网", "交易所", "组件", "景观", "良种场", "无纺布", "基础设施", "蓝宝石", "高铁", "煤化", "现货交易"};

// Latin words that name a thing, not a firm or a place.
const Words kept_latin = {"led",        "oled", "lcd",  "pcb",   "lng",     "cng",     "lpg",      "pvc",
                          "pet",        "pta",  "abs",  "mdi",   "tdi",     "pc",      "pp",       "pe",
                          "pbat",       "petg", "pla",  "ai",    "ar",      "vr",      "it",       "ic",
                          "ict",        "iot",  "epc",  "eod",   "bot",     "ppp",     "gwh",      "mw",
                          "gw",         "kv",   "kw",   "rto",   "mems",    "suv",     "cbd",      "idc",
                          "cdmo",       "cro",  "gmp",  "gdp",   "park",    "zone",    "economic", "development",
                          "industrial", "high", "tech", "area",  "new",     "and",     "of",       "the",
                          "co",         "ltd",  "inc",  "group", "company", "limited", "china",    "international",
                          "technology", "iii",  "vii",  "viii"};

// Characters of substances: a run of unknown characters that holds one is a product, not a brand.
constexpr std::u32string_view substance = U"箔膜纤棉纱布酸酯烯烃苯酚醇醛酮胺腈糖氢氟氯溴碘氨氮氧硫磷硅锂钠钾镁钙铝钛铬"
                                          U"锰铁钴镍铜锌锡钨钼铅碳铵脲酐醚腺肽酶脂烷炔砜";
// A run of nothing but these is no name: 中横路, 六园.
constexpr std::u32string_view side_or_count_or_class =
    U"东西南北中横纵经纬内外新老大小上下前后左右一二三四五六七八九十百号第环沿站甲乙丙丁标路街道桥园区厂村线段";
constexpr std::u32string_view class_characters =
    U"路街道桥河湖江港站厂房村镇乡县市省区州园城馆院楼库线段渠山岛湾口巷坊变店行局所项";
constexpr std::u32string_view trade_characters = U"贷券债科电药化钢材能机车船业光纸纺茶酒糖乳油气水电工建投控股集";
constexpr std::u32string_view place_ends = U"省市县区镇乡州旗盟港湾湖河江山岛口站路桥";
constexpr std::u32string_view joining = U"与及、暨至";

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool holds_one_of(std::u32string_view text, std::u32string_view set) {
  return text.find_first_of(set) != std::u32string_view::npos;
}
bool all_of(std::u32string_view text, std::u32string_view set) {
  return text.find_first_not_of(set) == std::u32string_view::npos;
}
bool all_chinese(std::u32string_view text) { return std::all_of(text.begin(), text.end(), is_cjk); }

} // namespace

NameParser::NameParser(const Dictionary& dictionary, const std::filesystem::path& shared)
    : dictionary_(dictionary), likeness_(shared / "name_likeness.bin") {
  kit::Lexicon lexicon;
  lexicon.read(shared / "lexicon.json");
  kit::Classes kept = 0;
  for (const char* name : kept_classes) kept |= lexicon.one(name);
  for (const zkg_trigger& trigger : lexicon.triggers())
    if (kept >> trigger.id & 1) kept_.insert(std::string(trigger.word.data, trigger.word.size));
  kept_.insert(kept_words.begin(), kept_words.end());
  kept_.insert(kept_latin.begin(), kept_latin.end());
}

bool NameParser::is_kept(std::u32string_view word) const { return kept_.count(encode(word)) > 0; }

std::size_t NameParser::head_size(std::u32string_view word) const {
  for (std::size_t at = 1; at + 1 < word.size(); ++at)
    if (is_kept(word.substr(at))) return at;
  return word.size();
}

NameParser::Token::Kind NameParser::kind_of(std::u32string_view words, const zkg_word& word) const {
  using Kind = Token::Kind;
  if (word.tag == ZKG_TAG_LATIN) {
    const bool redacted = words.find_first_not_of(U"x*") == std::u32string_view::npos;
    return redacted || words.size() < 3 || is_kept(words) ? Kind::kept : Kind::latin;
  }
  if (!all_chinese(words) || words == U"期" || words == U"号" || is_kept(words)) return Kind::kept;
  if (words.size() == 1) return is_one_of(words.front(), joining) ? Kind::kept : Kind::unknown;
  if (is_known_place(words) || (word.tag == ZKG_TAG_PLACE && words.size() <= 5)) return Kind::place;
  // 化工集团, 农村商业银行
  if (words.size() > 2 && (is_kept(words.substr(0, 2)) || is_kept(words.substr(0, 3)))) return Kind::kept;
  if (head_size(words) == 1) return Kind::kept;
  if (head_size(words) < words.size()) return Kind::doubtful;
  if (word.tag == ZKG_TAG_NUMBER || word.tag == ZKG_TAG_MEASURE || word.tag == ZKG_TAG_TIME) return Kind::doubtful;
  constexpr std::uint32_t known = 50; // the dictionary takes many a common word for a person's name
  return word.tag == ZKG_TAG_PERSON && word.frequency < known ? Kind::unknown : Kind::word;
}

std::vector<NameParser::Token> NameParser::tokens(std::u32string_view name) const {
  const std::string text = encode(name);
  std::vector<Token> result;
  std::size_t at = 0, byte = 0;
  for (const zkg_word& word : dictionary_.segment(text)) {
    const auto length = [&](std::size_t from, std::size_t to) {
      return count_code_points(std::string_view(text).substr(from, to - from));
    };
    const std::size_t begin = at + length(byte, word.span.begin), end = begin + length(word.span.begin, word.span.end);
    at = end;
    byte = word.span.end;
    const Token token{begin, end, kind_of(name.substr(begin, end - begin), word)};
    std::size_t head = end;
    if (token.kind == Token::Kind::place && token.size() > 2 && is_one_of(name[end - 1], place_ends))
      head = end - 1; // 射洪县, 钦州港
    if (token.kind == Token::Kind::doubtful) head = begin + head_size(name.substr(begin, end - begin));
    result.push_back({begin, head, token.kind});
    if (head != end) result.push_back({head, end, Token::Kind::kept});
  }
  return result;
}

// Walks the tokens of a name once.
struct NameParser::Builder {
  using Kind = Token::Kind;
  const NameParser& parser;
  std::u32string_view name;
  std::string_view type;
  std::vector<Token> tokens;
  std::vector<NamePart> parts;
  bool named = false; // a brand or place name of its own was found

  [[nodiscard]] std::u32string_view words(std::size_t begin, std::size_t end) const {
    return name.substr(begin, end - begin);
  }
  [[nodiscard]] float likeness(std::size_t begin, std::size_t end) const {
    return parser.likeness_.score(encode(words(begin, end)));
  }
  // Zones and facilities are called after places, known and unknown ones.
  [[nodiscard]] bool after_place() const { return type == "zone" || type == "infrastructure"; }

  void add(std::size_t begin, std::size_t end, PartKind kind) {
    parts.push_back({begin, end, kind});
    named = named || after_place() || kind == PartKind::brand;
  }

  void run() {
    for (std::size_t i = 0; i < tokens.size();) {
      const Token& token = tokens[i];
      if (token.kind == Kind::place)
        add(token.begin, token.end, PartKind::place), ++i;
      else if (token.kind == Kind::latin && type != "project" && type != "infrastructure")
        add(token.begin, token.end, PartKind::brand), ++i;
      else if (token.kind == Kind::unknown)
        i = unknown(i);
      else if (token.kind == Kind::word || (token.kind == Kind::doubtful && type == "company"))
        i = word(i);
      else
        ++i;
    }
  }

  // Tokens i … of unknown characters: a brand, without the class or trade character it ends in.
  std::size_t unknown(std::size_t i) {
    std::size_t last = i;
    while (last < tokens.size() && tokens[last].kind == Kind::unknown) ++last;
    std::size_t begin = tokens[i].begin, end = tokens[last - 1].end;
    if (end - begin == 1 && last < tokens.size() && tokens[last].kind == Kind::word && tokens[last].size() == 2 &&
        first(i) && type == "company") {
      end = tokens[last].end;
      ++last;
    } else if (last == tokens.size() || type != "company") {
      while (end - begin > 2 && is_one_of(name[end - 1], class_characters)) --end;
    }
    trim_kept(begin, end);
    if (end - begin == 4 && holds_one_of(words(begin + 2, end), substance)) end -= 2;
    if (end - begin == 3 && is_one_of(name[end - 1], trade_characters)) --end;
    if (is_own_name(begin, end, first(i))) add(begin, end, after_place() ? PartKind::locality : PartKind::brand);
    return last;
  }

  // Kept words of two characters that the segmenter did not know: 福龙|智造.
  void trim_kept(std::size_t& begin, std::size_t& end) const {
    while (end - begin >= 2 && parser.is_kept(words(end - 2, end))) end -= 2;
    while (end - begin >= 2 && parser.is_kept(words(begin, begin + 2))) begin += 2;
  }

  [[nodiscard]] bool is_own_name(std::size_t begin, std::size_t end, bool at_start) const {
    const std::u32string_view run = words(begin, end);
    if (run.size() < 2 || run.size() > 6) return false;
    if (type == "company") return at_start || likeness(begin, end) > 0;
    if (all_of(run, side_or_count_or_class) || holds_one_of(run, substance)) return false;
    return type == "zone" ? at_start || likeness(begin, end) > 0 : likeness(begin, end) > (at_start ? -0.2F : 0.3F);
  }

  // Nothing but places before it, so that it opens the name proper.
  [[nodiscard]] bool first(std::size_t i) const {
    return std::none_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i),
                        [](const Token& t) { return t.kind == Kind::word || t.kind == Kind::unknown; }) &&
           !named;
  }

  // A word of the dictionary is a brand where a name of its type opens with one.
  std::size_t word(std::size_t i) {
    std::size_t end = tokens[i].end;
    std::size_t next = i + 1;
    if (!first(i)) return next;
    if (type == "company" && next < tokens.size() && tokens[next].kind == Kind::unknown &&
        (next + 1 == tokens.size() || tokens[next + 1].kind != Kind::unknown)) {
      if (!is_one_of(name[tokens[next].begin], trade_characters)) end = tokens[next].end;
      ++next;
    }
    if (is_brand_word(i)) add(tokens[i].begin, end, after_place() ? PartKind::place : PartKind::brand);
    return next;
  }

  [[nodiscard]] bool is_brand_word(std::size_t i) const {
    const Token& token = tokens[i];
    if (token.size() > 4) return false;
    if (type == "company") return true;
    const float score = likeness(token.begin, token.end);
    const bool road = i + 1 < tokens.size() && holds_one_of(words(tokens[i + 1].begin, tokens[i + 1].end), U"路街道");
    if (type == "zone" || road) return token.size() <= 3 && score > 0;
    return token.size() <= 3 && score > 0.8F;
  }
};

std::vector<NamePart> NameParser::parts(std::u32string_view name, std::string_view type) const {
  if (type == "industry") return {};
  Builder builder{*this, name, type, tokens(name), {}};
  builder.run();
  return std::move(builder.parts);
}

bool NameParser::is_distinctive(std::u32string_view part) const {
  const std::string text = encode(part);
  const std::vector<zkg_word> words = dictionary_.segment(text);
  if (part.size() < 2 || words.empty()) return false;
  const bool one = words.front().span.end == text.size();
  return !one || is_known_place(part) || words.front().tag == ZKG_TAG_PLACE || words.front().tag == ZKG_TAG_UNKNOWN ||
         words.front().tag == ZKG_TAG_LATIN;
}

std::vector<bool> NameParser::boundaries(std::string_view text) const {
  std::vector<bool> result(text.size() + 1, true);
  for (const zkg_word& word : dictionary_.segment(text))
    if (word.tag != ZKG_TAG_UNKNOWN)
      for (std::size_t i = word.span.begin + 1; i < word.span.end; ++i) result[i] = false;
  return result;
}

} // namespace zonekg
