// What can be checked without a browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { modules } from "./sources.mjs";

const m = await modules(
  "data/text.ts", "data/period.ts", "data/figures.ts", "data/model.ts", "data/facets.ts", "data/filter.ts", "data/search.ts",
  "data/path.ts", "data/series.ts", "download/csv.ts", "download/save.ts", "graph/label_grid.ts", "graph/colours.ts",
  "link/hash.ts", "state/view.ts", "i18n/words.ts",
);
const zonekg = process.env.ZONEKG ?? fileURLToPath(new URL("../../build/release/zonekg", import.meta.url));

const node = (id, type, name, more = {}) => ({ id, type, name, aliases: [], confidence: 0.9, mentions: [], ...more });
const link = (source, target, type) => ({ source, target, type, key: 0, confidence: 0.9, evidence: [] });

function small() {
  return m.make_model({
    version: 1,
    title: "t",
    graph: {
      nodes: [
        node("z1", "zone", "岚溪经济开发区", { aliases: ["岚溪经开区"] }),
        node("z2", "zone", "望渡高新区"),
        node("p1", "project", "再生铝", { status: "under_construction", status_history: [
          { status: "started", modality: "actual", period: "2023-05/2023-05", evidence: [] },
          { status: "under_construction", modality: "actual", period: "2024-02/2024-02", evidence: [] },
          { status: "completed", modality: "target", period: "2025-06/2025-06", evidence: [] },
        ] }),
        node("p2", "project", "轴承", { status: "completed", status_history: [{ status: "completed", modality: "actual", period: "2024-01/2024-01", evidence: [] }] }),
        node("c1", "company", "廷砾铝业有限公司"),
        node("c2", "company", "泊岳轴承"),
        node("m1", "investment", "9.6亿元", { amount: 960000000, currency: "CNY", kind: "total", modality: "actual" }),
        node("m2", "investment", "5000万元", { amount: 50000000, currency: "CNY", kind: "total", modality: "actual" }),
        node("z3", "zone", "园中园"),
      ],
      links: [
        link("p1", "z1", "located_in"), link("p2", "z3", "located_in"), link("z3", "z1", "part_of"), link("c1", "p1", "undertakes"),
        link("c2", "p2", "undertakes"), link("m1", "p1", "invested_in"), link("m2", "p2", "invested_in"),
        link("c2", "z2", "invests_in"), link("nobody", "z1", "located_in"),
      ],
    },
    pinyin: [{ full: "lanxijingjikaifaqu lanxijingkaiqu", initials: "lxjjkfq lxjkq" }],
  });
}

test("code points and UTF-16", () => {
  const text = new m.SourceText("𠮷田🎉公司。\n第二句：产值1亿元；第三句");
  const cases = [[0, 2, "𠮷田"], [2, 3, "🎉"], [3, 5, "公司"], [7, 10, "第二句"], [11, 16, "产值1亿元"[0] + "值1亿元"]];
  for (const [begin, end, words] of cases) assert.equal(text.passage(begin, end).words, words);
  assert.deepEqual(text.passage(11, 13), { before: "第二句：", words: "产值", after: "1亿元；" });
  assert.equal(text.passage(-5, 999).words, text.text);
  assert.equal(text.passage(5, 2).words, "");
  const long = new m.SourceText("🎉".repeat(500));
  const { before, after } = long.passage(250, 251);
  for (const part of [before, after]) assert.doesNotMatch(part, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
});

test("periods", () => {
  const cases = [
    ["2023-01/2023-12", "2023年", "2023"], ["2024-01/2024-06", "2024年上半年", "2024 H1"], ["2024-07/2024-12", "2024年下半年", "2024 H2"],
    ["2024-04/2024-06", "2024年二季度", "2024 Q2"], ["2024-01/2024-09", "2024年前三季度", "2024 Q1–Q3"], ["2024-03", "2024-03", "2024-03"],
    ["2023-05/2024-02", "2023-05–2024-02", "2023-05–2024-02"], ["2024", "2024年", "2024"], ["2024-01/2024-10", "2024年1—10月", "2024-01–2024-10"],
  ];
  for (const [text, zh, en] of cases) {
    assert.equal(m.period_label(m.parse_period(text), true), zh);
    assert.equal(m.period_label(m.parse_period(text), false), en);
  }
  for (const text of ["", undefined, "x", "2024-13", "2024-05/2024-01"]) assert.equal(m.parse_period(text), undefined);
});

test("figures", () => {
  assert.equal(m.money_text(960000000, "CNY", true), "9.6亿元");
  assert.equal(m.money_text(45000000, "CNY", true), "4,500万元");
  assert.equal(m.money_text(1200000000, "USD", false), "USD 1.2 bn");
  assert.deepEqual(m.base_unit("亿元"), { factor: 1e8, unit: "元" });
  assert.deepEqual(m.base_unit("家"), { factor: 1, unit: "家" });
  assert.deepEqual(m.axis_steps(186, 5), [0, 50, 100, 150, 200]);
  assert.deepEqual(m.axis_steps(0, 5), [0, 1]);
});

test("CSV for spreadsheets", () => {
  const text = m.csv_text([["a", "b,c", 'd"e', "f\ng"], ["=1+1", "+86", "-x", "@y"], ["\tz", -5, null, 1.5], ["\r=1", "a=b", "", Infinity]]);
  assert.equal(text, "\ufeff" + 'a,"b,c","d""e","f\ng"\r\n' + "'=1+1,'+86,'-x,'@y\r\n" + "'\tz,-5,,1.5\r\n" + "\"'\r=1\",a=b,,\r\n");
});

test("file names", () => {
  assert.equal(m.file_name('a/b\\c:*?"<>|\u0001d', "csv"), "a b c d.csv");
  assert.equal(m.file_name("", "png"), "zonekg.png");
});

test("search by name, alias and pinyin", () => {
  const model = small();
  const search = new m.Search(model);
  const found = (query) => search.find(query).map((hit) => model.nodes[hit.node].id);
  assert.equal(found("岚溪经济开发区")[0], "z1");
  assert.equal(found("岚溪经开")[0], "z1");
  assert.equal(found("lanxi")[0], "z1");
  assert.equal(found("LXJK")[0], "z1");
  assert.equal(found("ｌｘ")[0], "z1");
  assert.deepEqual(found("铝"), ["p1", "c1"]);
  assert.deepEqual(found("   "), []);
  assert.deepEqual(found("没有"), []);
});

function visible(model, filters, more = {}) {
  const view = { ...m.first_view(model.node_types.keys(), false), ...more };
  const part = m.visible_part({ ...view, filters: { ...view.filters, ...filters } }, model, m.make_facets(model));
  return model.nodes.filter((n) => part.nodes[n.index]).map((n) => n.id).join(" ");
}

test("filters keep what meets them and what is tied to it", () => {
  const model = small();
  const all = "z1 z2 p1 p2 c1 c2 m1 m2 z3";
  assert.equal(visible(model, {}), all);
  assert.equal(visible(model, { statuses: ["under_construction"] }), "z1 p1 c1 m1");
  assert.equal(visible(model, { statuses: ["under_construction"], amount_from: 1e8 }), "z1 p1 c1 m1");
  assert.equal(visible(model, { statuses: ["under_construction"], amount_from: 1e9 }), "");
  assert.equal(visible(model, { amount_to: 1e8 }), "p2 c2 m2 z3");
  assert.equal(visible(model, { zones: [0] }), "z1 p1 p2 c1 m1 m2 z3");
  assert.equal(visible(model, { zones: [8] }), "p2 m2 z3");
  assert.equal(visible(model, { modalities: ["target"] }), "z1 p1 c1");
  assert.equal(visible(model, { year_to: 2023 }), "z1 p1 c1 m1");
  assert.equal(visible(model, { confidence: 0.95 }), "");
  assert.equal(visible(model, { hidden_types: ["company"] }), "z1 z2 p1 p2 m1 m2 z3");
  assert.equal(visible(model, { hidden_types: ["company"] }, { added: [4], hidden: [0] }), "z2 p1 p2 c1 m1 m2 z3");
  assert.equal(visible(model, {}, { base: "none", added: [1] }), "z2");
});

test("states through time", () => {
  const model = small();
  const month = (year, n) => year * 12 + n - 1;
  const at = (when) => m.status_at(model.nodes[2], when);
  assert.deepEqual([null, month(2023, 4), month(2023, 5), month(2024, 1), month(2024, 2), month(2026, 1)].map(at), [
    "under_construction", "", "started", "started", "under_construction", "under_construction",
  ]);
});

test("shortest paths", () => {
  const model = small();
  const names = (from, to) => m.shortest_paths(model, model.by_id.get(from), model.by_id.get(to)).map((path) => path.map((n) => model.nodes[n].id).join(" "));
  assert.deepEqual(names("c1", "z2"), ["c1 p1 z1 z3 p2 c2 z2"]);
  assert.deepEqual(names("z1", "z1"), ["z1"]);
  const long = 30_000;
  const chain = m.make_model({
    version: 1,
    graph: {
      nodes: Array.from({ length: long }, (_, i) => node(`n${i}`, "zone", `${i}`)),
      links: Array.from({ length: long - 2 }, (_, i) => link(`n${i}`, `n${i + 1}`, "part_of")),
    },
  });
  assert.equal(m.shortest_paths(chain, 0, long - 2)[0].length, long - 1);
  assert.deepEqual(m.shortest_paths(chain, 0, long - 1), []);
});

test("a link restores the view", () => {
  const model = small();
  const view = {
    ...m.first_view(model.node_types.keys(), false),
    filters: { ...m.no_filters, hidden_types: ["company", "x,y&z=1"], zones: [0, 8], statuses: ["started"], modalities: ["actual"], amount_from: 1e8, amount_to: null, year_from: 2020, year_to: 2024, confidence: 0.5 },
    base: "none",
    added: [1, 2],
    hidden: [3],
    pinned: new Map([[4, { x: -1.25, y: 3 }]]),
    selected: [2, 1],
    path: [0, 1],
    month: 24290,
  };
  const screen = { dock: "charts", metric: "产值|元", path_choice: 2, path_from: null };
  const hash = m.write_hash(model, { view, screen, camera: { x: 0.5, y: 0.25, ratio: 0.75 }, language: "en" });
  assert.doesNotMatch(hash, /[<>"\s]/);
  const read = m.read_hash(model, hash);
  assert.deepEqual(read.view, view);
  assert.deepEqual(read.screen, screen);
  assert.deepEqual(read.camera, { x: 0.5, y: 0.25, ratio: 0.75 });
  assert.equal(read.language, "en");
  for (const nonsense of ["", "#", "#v=2", "#sel=z1"]) assert.equal(m.read_hash(model, nonsense), undefined);
  const odd = m.read_hash(model, "#v=1&sel=nobody,%ZZ&cam=1,x,3&month=-4&pin=z1:1e999:2&year=a..b&conf=7&dock=evil&base=start");
  assert.deepEqual(odd.view, m.first_view(model.node_types.keys(), false));
  assert.equal(odd.camera, undefined);
  assert.equal(odd.screen.dock, "");
});

test("labels never overlap", () => {
  const grid = new m.LabelGrid();
  assert.ok(grid.take({ x: 0, y: 0, width: 100, height: 16 }));
  assert.ok(!grid.take({ x: 90, y: 10, width: 50, height: 16 }));
  assert.ok(grid.take({ x: 100, y: 0, width: 50, height: 16 }));
  assert.ok(grid.take({ x: -300, y: -40, width: 20, height: 16 }));
  assert.ok(!grid.take({ x: -290, y: -30, width: 20, height: 16 }));
});

test("colours stand out", () => {
  for (const colour of ["#ffffff", "#ffffb3", "#fdb462", "#000000", "#d55e00"]) {
    const fill = m.parse_colour(colour);
    assert.ok(m.contrast(m.outline_of(fill), m.paper) >= 3, colour);
    assert.ok(m.contrast(m.parse_colour(m.text_on(fill)), fill) >= 3, colour);
  }
  for (const odd of ["red", "url(x)", "#12", ""]) assert.equal(m.parse_colour(odd), undefined);
});

test("data with holes", () => {
  for (const page of [{ version: 1 }, { version: 1, graph: {} }, { version: 1, graph: { nodes: [{ id: "a" }], links: [{ source: "a", target: "b" }] } }]) {
    const model = m.make_model(page);
    const facets = m.make_facets(model);
    assert.equal(facets.zones.length, model.nodes.length);
    assert.equal(model.edges.length, 0);
  }
});

// What the program can say and the page shows has a name in both languages.
test("labels in both languages", () => {
  const help = execFileSync(zonekg, ["audit", "--help"], { encoding: "utf8", env: { ...process.env, COLUMNS: "500" } });
  const rules = /\{((?:[a-z-]+,)+[a-z-]+)\}/.exec(help.replace(/\s+/g, ""))[1].split(",");
  assert.ok(rules.length >= 9, help);
  const source = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
  const verdicts = /enum class AuditVerdict[^{]*\{([^}]*)\}/.exec(source("graph/audit.hpp"))[1].match(/^ *([a-z]+)/gm).map((word) => word.trim());
  assert.equal(verdicts.length, 5);
  const wanted = { rules, verdicts };
  for (const [table, keys] of Object.entries(wanted)) {
    assert.deepEqual(Object.keys(m[table]).sort(), [...keys].sort(), table);
  }
  for (const table of [m.words, m.statuses, m.modalities, m.outcomes, m.terms, m.money_kinds, m.rules, m.verdicts])
    for (const [key, pair] of Object.entries(table)) {
      assert.equal(pair.length, 2, key);
      assert.ok(pair.every((text) => text.trim() !== ""), key);
    }
  assert.deepEqual(Object.keys(m.status_colours), Object.keys(m.statuses));
});
