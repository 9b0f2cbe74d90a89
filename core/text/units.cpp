// Measure words: those of JioNLP's counted list (dongrixinyu/JioNLP, Apache-2.0) that can count something in a report,
// and those of administrative reports. Physical units: SI, GB 3100; 亩 is 2000/3 square metres.
#include "core/text/units.hpp"

#include <algorithm>
#include <array>

#include "core/text/character_set.hpp"
#include "core/text/numbers.hpp"

namespace zonekg {
namespace {

constexpr double mu = 2000.0 / 3;

constexpr Unit measure(std::string_view word) { return {word, word, ZKG_Q_COUNT, 1}; }
constexpr Unit other(std::string_view word) { return {word, word, ZKG_Q_OTHER, 1}; }
constexpr Unit money(std::string_view word, std::string_view canonical, std::string_view currency, double factor = 1) {
  return {word, canonical, ZKG_Q_MONEY, factor, currency};
}

constexpr auto sorted_units() {
  // Not by deduction: Clang nests no more than 256 arguments.
  // clang-format off
  auto units = std::to_array<Unit>({
      money("元", "元", "CNY"), money("圆", "元", "CNY"), money("圆整", "元", "CNY"), money("元整", "元", "CNY"),
      money("元人民币", "元", "CNY"), money("人民币", "元", "CNY"), money("块钱", "元", "CNY"), money("角", "角", "CNY", 0.1),
      money("美元", "美元", "USD"), money("美金", "美元", "USD"), money("美分", "美分", "USD", 0.01),
      money("欧元", "欧元", "EUR"), money("港元", "港元", "HKD"), money("港币", "港元", "HKD"), money("港幣", "港元", "HKD"),
      money("日元", "日元", "JPY"), money("日圆", "日元", "JPY"), money("英镑", "英镑", "GBP"), money("韩元", "韩元", "KRW"),
      money("澳元", "澳元", "AUD"), money("加元", "加元", "CAD"), money("加拿大元", "加元", "CAD"), money("新元", "新元", "SGD"),
      money("新加坡元", "新元", "SGD"), money("新台币", "新台币", "TWD"), money("台币", "新台币", "TWD"), money("卢布", "卢布", "RUB"),
      money("泰铢", "泰铢", "THB"), money("瑞士法郎", "瑞士法郎", "CHF"), money("澳门元", "澳门元", "MOP"),
      money("越南盾", "越南盾", "VND"), money("卢比", "卢比", "INR"), money("林吉特", "林吉特", "MYR"),

      Unit{"%", "%", ZKG_Q_PERCENT, 1}, Unit{"％", "%", ZKG_Q_PERCENT, 1}, Unit{"‰", "‰", ZKG_Q_PERCENT, 0.1},
      Unit{"﹪", "%", ZKG_Q_PERCENT, 1}, Unit{"成", "成", ZKG_Q_PERCENT, 10}, Unit{"个百分点", "个百分点", ZKG_Q_POINTS, 1},
      Unit{"百分点", "个百分点", ZKG_Q_POINTS, 1},

      Unit{"亩", "亩", ZKG_Q_AREA, mu}, Unit{"畝", "亩", ZKG_Q_AREA, mu}, Unit{"公顷", "公顷", ZKG_Q_AREA, 1e4},
      Unit{"hm2", "公顷", ZKG_Q_AREA, 1e4}, Unit{"hm²", "公顷", ZKG_Q_AREA, 1e4}, Unit{"ha", "公顷", ZKG_Q_AREA, 1e4},
      Unit{"平方公里", "平方公里", ZKG_Q_AREA, 1e6}, Unit{"平方千米", "平方公里", ZKG_Q_AREA, 1e6},
      Unit{"km2", "平方公里", ZKG_Q_AREA, 1e6}, Unit{"km²", "平方公里", ZKG_Q_AREA, 1e6}, Unit{"㎢", "平方公里", ZKG_Q_AREA, 1e6},
      Unit{"平方米", "平方米", ZKG_Q_AREA, 1}, Unit{"平米", "平方米", ZKG_Q_AREA, 1}, Unit{"平方", "平方米", ZKG_Q_AREA, 1},
      Unit{"㎡", "平方米", ZKG_Q_AREA, 1}, Unit{"m2", "平方米", ZKG_Q_AREA, 1}, Unit{"m²", "平方米", ZKG_Q_AREA, 1},
      Unit{"M2", "平方米", ZKG_Q_AREA, 1}, Unit{"M²", "平方米", ZKG_Q_AREA, 1}, Unit{"平方厘米", "平方厘米", ZKG_Q_AREA, 1e-4},
      Unit{"平方毫米", "平方毫米", ZKG_Q_AREA, 1e-6}, Unit{"平方英尺", "平方英尺", ZKG_Q_AREA, 0.09290304},
      Unit{"平方英里", "平方英里", ZKG_Q_AREA, 2589988.110336},

      Unit{"公里", "公里", ZKG_Q_LENGTH, 1e3}, Unit{"千米", "公里", ZKG_Q_LENGTH, 1e3}, Unit{"km", "公里", ZKG_Q_LENGTH, 1e3},
      Unit{"Km", "公里", ZKG_Q_LENGTH, 1e3}, Unit{"KM", "公里", ZKG_Q_LENGTH, 1e3}, Unit{"㎞", "公里", ZKG_Q_LENGTH, 1e3},
      Unit{"米", "米", ZKG_Q_LENGTH, 1}, Unit{"公尺", "米", ZKG_Q_LENGTH, 1}, Unit{"m", "米", ZKG_Q_LENGTH, 1},
      Unit{"延米", "米", ZKG_Q_LENGTH, 1}, Unit{"延长米", "米", ZKG_Q_LENGTH, 1}, Unit{"分米", "分米", ZKG_Q_LENGTH, 0.1},
      Unit{"厘米", "厘米", ZKG_Q_LENGTH, 0.01}, Unit{"公分", "厘米", ZKG_Q_LENGTH, 0.01}, Unit{"cm", "厘米", ZKG_Q_LENGTH, 0.01},
      Unit{"毫米", "毫米", ZKG_Q_LENGTH, 1e-3}, Unit{"mm", "毫米", ZKG_Q_LENGTH, 1e-3}, Unit{"微米", "微米", ZKG_Q_LENGTH, 1e-6},
      Unit{"μm", "微米", ZKG_Q_LENGTH, 1e-6}, Unit{"纳米", "纳米", ZKG_Q_LENGTH, 1e-9}, Unit{"nm", "纳米", ZKG_Q_LENGTH, 1e-9},
      Unit{"英寸", "英寸", ZKG_Q_LENGTH, 0.0254}, Unit{"英尺", "英尺", ZKG_Q_LENGTH, 0.3048},
      Unit{"英里", "英里", ZKG_Q_LENGTH, 1609.344}, Unit{"海里", "海里", ZKG_Q_LENGTH, 1852}, Unit{"华里", "华里", ZKG_Q_LENGTH, 500},

      Unit{"吨", "吨", ZKG_Q_MASS, 1e3}, Unit{"噸", "吨", ZKG_Q_MASS, 1e3}, Unit{"t", "吨", ZKG_Q_MASS, 1e3},
      Unit{"公斤", "公斤", ZKG_Q_MASS, 1}, Unit{"千克", "公斤", ZKG_Q_MASS, 1}, Unit{"kg", "公斤", ZKG_Q_MASS, 1},
      Unit{"Kg", "公斤", ZKG_Q_MASS, 1}, Unit{"KG", "公斤", ZKG_Q_MASS, 1}, Unit{"斤", "斤", ZKG_Q_MASS, 0.5},
      Unit{"市斤", "斤", ZKG_Q_MASS, 0.5}, Unit{"克", "克", ZKG_Q_MASS, 1e-3}, Unit{"g", "克", ZKG_Q_MASS, 1e-3},
      Unit{"毫克", "毫克", ZKG_Q_MASS, 1e-6}, Unit{"mg", "毫克", ZKG_Q_MASS, 1e-6}, Unit{"微克", "微克", ZKG_Q_MASS, 1e-9},
      Unit{"μg", "微克", ZKG_Q_MASS, 1e-9}, Unit{"盎司", "盎司", ZKG_Q_MASS, 0.028349523125}, Unit{"磅", "磅", ZKG_Q_MASS, 0.45359237},
      Unit{"吨标煤", "吨标准煤", ZKG_Q_MASS, 1e3}, Unit{"吨标准煤", "吨标准煤", ZKG_Q_MASS, 1e3},

      Unit{"立方米", "立方米", ZKG_Q_VOLUME, 1}, Unit{"立方", "立方米", ZKG_Q_VOLUME, 1}, Unit{"m3", "立方米", ZKG_Q_VOLUME, 1},
      Unit{"m³", "立方米", ZKG_Q_VOLUME, 1}, Unit{"M3", "立方米", ZKG_Q_VOLUME, 1}, Unit{"M³", "立方米", ZKG_Q_VOLUME, 1},
      Unit{"㎥", "立方米", ZKG_Q_VOLUME, 1}, Unit{"Nm3", "标方", ZKG_Q_VOLUME, 1}, Unit{"Nm³", "标方", ZKG_Q_VOLUME, 1},
      Unit{"标方", "标方", ZKG_Q_VOLUME, 1}, Unit{"标立方米", "标方", ZKG_Q_VOLUME, 1}, Unit{"方", "立方米", ZKG_Q_VOLUME, 1},
      Unit{"立方公里", "立方公里", ZKG_Q_VOLUME, 1e9}, Unit{"立方厘米", "立方厘米", ZKG_Q_VOLUME, 1e-6},
      Unit{"升", "升", ZKG_Q_VOLUME, 1e-3}, Unit{"公升", "升", ZKG_Q_VOLUME, 1e-3}, Unit{"L", "升", ZKG_Q_VOLUME, 1e-3},
      Unit{"毫升", "毫升", ZKG_Q_VOLUME, 1e-6}, Unit{"ml", "毫升", ZKG_Q_VOLUME, 1e-6}, Unit{"mL", "毫升", ZKG_Q_VOLUME, 1e-6},
      Unit{"加仑", "加仑", ZKG_Q_VOLUME, 0.003785411784}, Unit{"吉焦", "吉焦", ZKG_Q_ENERGY, 1e9 / 3600},

      Unit{"瓦", "瓦", ZKG_Q_POWER, 1}, Unit{"W", "瓦", ZKG_Q_POWER, 1}, Unit{"千瓦", "千瓦", ZKG_Q_POWER, 1e3},
      Unit{"kW", "千瓦", ZKG_Q_POWER, 1e3}, Unit{"KW", "千瓦", ZKG_Q_POWER, 1e3}, Unit{"kw", "千瓦", ZKG_Q_POWER, 1e3},
      Unit{"兆瓦", "兆瓦", ZKG_Q_POWER, 1e6}, Unit{"MW", "兆瓦", ZKG_Q_POWER, 1e6}, Unit{"MWp", "兆瓦", ZKG_Q_POWER, 1e6},
      Unit{"吉瓦", "吉瓦", ZKG_Q_POWER, 1e9}, Unit{"GW", "吉瓦", ZKG_Q_POWER, 1e9}, Unit{"GWp", "吉瓦", ZKG_Q_POWER, 1e9},
      Unit{"kWp", "千瓦", ZKG_Q_POWER, 1e3}, Unit{"伏安", "伏安", ZKG_Q_POWER, 1}, Unit{"千伏安", "千伏安", ZKG_Q_POWER, 1e3},
      Unit{"kVA", "千伏安", ZKG_Q_POWER, 1e3}, Unit{"KVA", "千伏安", ZKG_Q_POWER, 1e3}, Unit{"兆伏安", "兆伏安", ZKG_Q_POWER, 1e6},
      Unit{"MVA", "兆伏安", ZKG_Q_POWER, 1e6}, Unit{"马力", "马力", ZKG_Q_POWER, 735.49875},

      Unit{"千瓦时", "千瓦时", ZKG_Q_ENERGY, 1e3}, Unit{"千瓦·时", "千瓦时", ZKG_Q_ENERGY, 1e3},
      Unit{"千瓦小时", "千瓦时", ZKG_Q_ENERGY, 1e3}, Unit{"kWh", "千瓦时", ZKG_Q_ENERGY, 1e3}, Unit{"KWh", "千瓦时", ZKG_Q_ENERGY, 1e3},
      Unit{"kwh", "千瓦时", ZKG_Q_ENERGY, 1e3}, Unit{"KWH", "千瓦时", ZKG_Q_ENERGY, 1e3}, Unit{"瓦时", "瓦时", ZKG_Q_ENERGY, 1},
      Unit{"兆瓦时", "兆瓦时", ZKG_Q_ENERGY, 1e6}, Unit{"MWh", "兆瓦时", ZKG_Q_ENERGY, 1e6}, Unit{"MWH", "兆瓦时", ZKG_Q_ENERGY, 1e6},
      Unit{"吉瓦时", "吉瓦时", ZKG_Q_ENERGY, 1e9}, Unit{"GWh", "吉瓦时", ZKG_Q_ENERGY, 1e9}, Unit{"GWH", "吉瓦时", ZKG_Q_ENERGY, 1e9},
      Unit{"TWh", "太瓦时", ZKG_Q_ENERGY, 1e12}, Unit{"度电", "度", ZKG_Q_ENERGY, 1e3}, Unit{"度", "度", ZKG_Q_OTHER, 1},

      Unit{"伏", "伏", ZKG_Q_VOLTAGE, 1}, Unit{"V", "伏", ZKG_Q_VOLTAGE, 1}, Unit{"千伏", "千伏", ZKG_Q_VOLTAGE, 1e3},
      Unit{"kV", "千伏", ZKG_Q_VOLTAGE, 1e3}, Unit{"KV", "千伏", ZKG_Q_VOLTAGE, 1e3}, Unit{"kv", "千伏", ZKG_Q_VOLTAGE, 1e3},
      Unit{"Kv", "千伏", ZKG_Q_VOLTAGE, 1e3},

      Unit{"年", "年", ZKG_Q_DURATION, 365}, Unit{"个年头", "年", ZKG_Q_DURATION, 365}, Unit{"周年", "周年", ZKG_Q_DURATION, 365},
      Unit{"个月", "个月", ZKG_Q_DURATION, 30}, Unit{"个季度", "个季度", ZKG_Q_DURATION, 91}, Unit{"周", "周", ZKG_Q_DURATION, 7},
      Unit{"星期", "周", ZKG_Q_DURATION, 7}, Unit{"个星期", "周", ZKG_Q_DURATION, 7}, Unit{"天", "天", ZKG_Q_DURATION, 1},
      Unit{"个工作日", "个工作日", ZKG_Q_DURATION, 1}, Unit{"工作日", "个工作日", ZKG_Q_DURATION, 1},
      Unit{"小时", "小时", ZKG_Q_DURATION, 1.0 / 24}, Unit{"个小时", "小时", ZKG_Q_DURATION, 1.0 / 24},
      Unit{"h", "小时", ZKG_Q_DURATION, 1.0 / 24}, Unit{"分钟", "分钟", ZKG_Q_DURATION, 1.0 / 1440},
      Unit{"秒", "秒", ZKG_Q_DURATION, 1.0 / 86400}, Unit{"昼夜", "天", ZKG_Q_DURATION, 1},

      measure("个"), measure("家"), measure("名"), measure("条"), measure("位"), measure("种"), measure("项"), measure("起"),
      measure("款"), measure("件"), measure("辆"), measure("份"), measure("批"), measure("批次"), measure("场"), measure("张"),
      measure("只"), measure("套"), measure("轮"), measure("段"), measure("台"), measure("台套"), measure("台(套)"), {"台（套）", "台(套)", ZKG_Q_COUNT, 1}, measure("块"),
      measure("座"), measure("处"), measure("户"), measure("户次"), measure("笔"), measure("篇"), measure("支"), measure("片"),
      measure("人次"), measure("组"), measure("架"), measure("颗"), measure("宗"), measure("瓶"), measure("根"), measure("桶"),
      measure("枚"), measure("艘"), measure("幅"), measure("首"), measure("趟"), measure("箱"), measure("幢"), measure("栋"),
      measure("棵"), measure("粒"), measure("株"), measure("册"), measure("匹"), measure("席"), measure("车次"), measure("架次"),
      measure("台次"), measure("辆次"), measure("场次"), measure("间"), measure("所"), measure("口"), measure("门"), measure("类"),
      measure("人"), measure("列"), measure("对"), measure("双"), measure("面"), measure("本"), measure("部"), measure("例"),
      measure("头"), measure("羽"), measure("尾"), measure("盏"), measure("标箱"), measure("标准箱"), measure("TEU"), measure("锭"),
      measure("纱锭"), measure("孔"), measure("盘"), measure("次"), measure("家次"), measure("人份"), measure("公厅"), measure("层"),
      measure("重量箱"), measure("座次"), measure("班"), measure("班次"), measure("单"), measure("道"), measure("句"), measure("盒"),
      measure("袋"), measure("芯"), measure("床"), measure("张床位"), measure("泊位"), measure("车"), measure("把"), measure("顶"),

      other("倍"), other("番"), other("折"), other("分"), other("岁"), other("周岁"), other("摄氏度"), other("℃"), other("°C"),
      other("蒸吨"), other("GB"), other("MB"), other("KB"), other("TB"), other("PB"), other("Mbps"), other("Gbps"), other("Hz"),
      other("分贝"), other("克拉"), other("载重吨"), other("总吨"),
  });
  // clang-format on
  std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.text < b.text; });
  return units;
}

constexpr auto units = sorted_units();

// A unit in front of one of these characters is the beginning of a word.
struct Compound {
  std::string_view unit, next;
};
// clang-format off
constexpr Compound compounds[] = {
    {"项", "目"},           {"家", "具居电族长用乡庭属里园务"}, {"人", "民才均工员力造文事气身生行防流"}, {"名", "优牌称录城誉义单额列"},
    {"条", "例件款约"},     {"处", "理置长罚于在分"},         {"位", "于置列居一"},                  {"户", "外籍型"},
    {"台", "湾阶州商资风账胞"}, {"座", "谈落"},               {"克", "服"},                         {"分", "别类布解管局公之离析期批工钟配红支校会为成子厂担散流"},
    {"天", "津然气府下台"}, {"年", "代级度轻份龄"}, {"周", "边转期末围口密"},               {"元", "素旦件宝区锂催系前正乙桥"},
    {"起", "步来到草点重始"}, {"种", "植子业养"},               {"类", "别型似"},                      {"场", "地所馆景站"},
    {"所", "有在以需属谓"}, {"面", "积对向临貌料"},           {"口", "岸罩径碑"},                    {"门", "类槛户口"},
    {"本", "地级报区市年月身着次省"}, {"部", "门分署委长队级落"}, {"批", "准发复量"},                  {"支", "持撑付行流线部"},
    {"组", "织建团成长合"}, {"张", "家江北"},                 {"间", "接"},                         {"对", "外于接口标比策"},
    {"列", "入为车举"},     {"例", "如"},                     {"度", "假"},                         {"层", "次级面"},
    {"笔", "记者"},         {"款", "项"},                     {"份", "额"},                         {"只", "有要是能需"},
    {"头", "部企"},         {"片", "区"},                     {"道", "路"},                         {"根", "据本"},
    {"首", "个次批家席期府要先创"}, {"幅", "度"},             {"成", "立功为效果员本都长套交熟型品就分片网链"}, {"班", "子列组"},
    {"次", "产日年月性"},   {"车", "间辆站型"},               {"单", "位元体"},                     {"双", "方边向创碳"},
    {"床", "垫"},           {"方", "面式案向针法便"},              {"伏", "安"},
    {"瓦", "房斯"},         {"升", "级至"},                   {"米", "粉"},                         {"个", "体性税"},
    {"套", "路"},           {"亩", "均产"},                   {"孔", "雀"},                         {"盘", "活锦"},
    {"折", "叠"},           {"段", "落"},                     {"架", "构"},                         {"角", "度"},
    {"顶", "层"},           {"把", "手关"},                   {"句", "容"},                         {"尾", "矿气水"},
    {"秒", "杀"},           {"轮", "胎毂"},                   {"件", "杂"},                         {"株", "洲"},
    {"泊", "头"},           {"平方", "根"},                   {"块", "状"},                         {"箱", "包"},
    {"桶", "装"},           {"袋", "装"},                     {"盒", "装"},                         {"瓶", "装"},
    {"席", "位"},           {"级", "别"},                     {"斤", "两"},                         {"宗", "旨"},
};
// clang-format on

bool begins_word(std::string_view text, std::size_t end, std::string_view unit) {
  if (end >= text.size() || static_cast<unsigned char>(text[end]) < 0x80) return false;
  const std::string_view next = text.substr(end, code_point_at(text, end).size);
  return std::any_of(std::begin(compounds), std::end(compounds), [&](const Compound& c) {
    return c.unit.back() == unit.back() && c.unit == unit && c.next.find(next) != std::string_view::npos;
  });
}

bool cuts_latin(std::string_view text, std::size_t end, std::string_view unit) {
  if (!is_latin(unit.back()) && !is_digit(unit.back())) return false;
  const char32_t next = folded_or_zero(text, end);
  return is_ascii_letter(next) || is_ascii_digit(next);
}

} // namespace

std::optional<Unit> match_unit(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()), 16);
  if (rest.empty()) return std::nullopt;
  // Units that `rest` begins with are not greater than it; of two such the later one is the longer one.
  auto unit =
      std::upper_bound(units.begin(), units.end(), rest, [](std::string_view a, const Unit& b) { return a < b.text; });
  while (unit != units.begin()) {
    --unit;
    if (unit->text[0] != rest[0]) break;
    if (!starts_at(rest, 0, unit->text)) continue;
    const std::size_t end = at + unit->text.size();
    if (!cuts_latin(text, end, unit->text) && !begins_word(text, end, unit->text)) {
      Unit found = *unit;
      found.text = text.substr(at, unit->text.size());
      return found;
    }
  }
  return std::nullopt;
}

std::optional<Unit> match_currency_prefix(std::string_view text, std::size_t at) {
  constexpr Unit prefixes[] = {
      money("US$", "美元", "USD"),  money("HK$", "港元", "HKD"),  money("$", "美元", "USD"),
      money("¥", "元", "CNY"),      money("￥", "元", "CNY"),     money("€", "欧元", "EUR"),
      money("£", "英镑", "GBP"),    money("CNY", "元", "CNY"),    money("RMB", "元", "CNY"),
      money("USD", "美元", "USD"),  money("EUR", "欧元", "EUR"),  money("HKD", "港元", "HKD"),
      money("JPY", "日元", "JPY"),  money("GBP", "英镑", "GBP"),  money("人民币", "元", "CNY"),
      money("港币", "港元", "HKD"), money("美金", "美元", "USD"), money("＄", "美元", "USD"),
  };
  for (Unit prefix : prefixes) {
    if (!starts_at(text, at, prefix.text)) continue;
    prefix.text = text.substr(at, prefix.text.size());
    return prefix;
  }
  return std::nullopt;
}

bool may_begin_currency_prefix(char32_t c) {
  static constexpr CharacterSet openings(U"$¥￥€£UHCREJG人港美");
  return openings.contains(c);
}

std::optional<Denominator> match_denominator(std::string_view text, std::size_t at) {
  // clang-format off
  constexpr Denominator denominators[] = {
      {"年", "年", true}, {"日", "日", true}, {"天", "日", true}, {"个月", "月", true}, {"月", "月", true},
      {"小时", "小时", true}, {"时", "小时", true}, {"分钟", "分钟", true}, {"秒", "秒", true}, {"周", "周", true},
      {"昼夜", "昼夜", true}, {"d", "日", true}, {"h", "小时", true}, {"a", "年", true}, {"s", "秒", true},
      {"平方公里", "平方公里", false}, {"平方米", "平方米", false}, {"立方米", "立方米", false}, {"千瓦时", "千瓦时", false},
      {"公斤", "公斤", false}, {"公里", "公里", false}, {"公顷", "公顷", false}, {"人", "人", false}, {"亩", "亩", false},
      {"吨", "吨", false}, {"㎡", "平方米", false}, {"m2", "平方米", false}, {"m²", "平方米", false}, {"m3", "立方米", false},
      {"m³", "立方米", false}, {"户", "户", false}, {"桶", "桶", false}, {"台", "台", false}, {"度", "度", false},
      {"套", "套", false}, {"个", "个", false}, {"家", "家", false}, {"米", "米", false}, {"辆", "辆", false},
      {"股", "股", false}, {"kWh", "千瓦时", false}, {"t", "吨", false}, {"kg", "公斤", false}, {"L", "升", false},
      {"次", "次", false}, {"箱", "箱", false}, {"只", "只", false}, {"件", "件", false},
  };
  // clang-format on
  for (const Denominator& denominator : denominators) {
    if (!starts_at(text, at, denominator.text)) continue;
    if (cuts_latin(text, at + denominator.text.size(), denominator.text)) continue;
    return Denominator{text.substr(at, denominator.text.size()), denominator.canonical, denominator.time};
  }
  return std::nullopt;
}

} // namespace zonekg
