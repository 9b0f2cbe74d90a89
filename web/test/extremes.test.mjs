// Hostile, empty and large graphs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { invented } from "../../bench/explorer/invented.mjs";
import { Browser, downloaded, find, shown_nodes } from "./pages.mjs";

let browser;
before(async () => {
  browser = await Browser.start();
});
after(() => browser?.stop());

const attack = [
  `</script><script>window.ran=1</script>`,
  `<img src=x onerror="window.ran=1">`,
  `"><svg onload=window.ran=1>`,
  `'); window.ran=1; ('`,
  `javascript:window.ran=1`,
  "\u2028\u2029 ${window.ran=1} `",
  `{{constructor.constructor('window.ran=1')()}}`,
  `=HYPERLINK("http://127.0.0.1/","x")`,
  `__proto__`,
  `constructor`,
  `𠮷\u0000\u0007\ud800 \u202e 名`,
];

function hostile() {
  const evidence = (text) => [{ doc: attack[0], begin: 0, end: 9, text, plugin: attack[1], rule: attack[2], place: attack[3] }];
  const nodes = attack.map((name, i) => ({
    id: name,
    type: i < 3 ? ["project", "zone", "indicator"][i] : attack[i % 3],
    name,
    aliases: [...attack],
    confidence: 0.9,
    status: attack[i],
    status_history: [{ status: attack[i], modality: attack[1], period: attack[2], evidence: evidence(name) }],
    metric: attack[i],
    unit: attack[1],
    value: 5,
    period: "2024-01/2024-12",
    modality: attack[2],
    legal_name: attack[i],
    [attack[i]]: attack[i],
    mentions: evidence(name),
  }));
  const links = attack.flatMap((_, i) =>
    attack.slice(i + 1).map((target) => ({ source: attack[i], target, key: 0, type: attack[i % 4], confidence: 1, modality: attack[1], period: attack[2], evidence: evidence(target) })),
  );
  const named = (list) => Object.fromEntries(list.map((type) => [type, { zh: type, en: type, color: `red;background:url(http://127.0.0.1/${type})` }]));
  return {
    version: 1,
    title: attack[0],
    graph: { graph: { documents: [{ id: attack[0], path: attack[1], title: attack[2], published: attack[3], period: attack[4] }] }, nodes, links },
    layout: { x: attack.map((_, i) => i % 4), y: attack.map((_, i) => Math.floor(i / 4)) },
    pinyin: [],
    types: { nodes: named([...attack, "project", "zone", "indicator"]), edges: named(attack) },
    documents: [{ id: attack[0], title: attack[1], path: attack[2], text: attack.join("\n") }],
    audit: attack.map((words) => ({ verdict: words, rule: words, subject: attack[0], name: words, figure: words, arithmetic: words, evidence: evidence(words) })),
    shown: { all: true, nodes: [] },
  };
}

test("names, texts, types and links that attack stay words", async () => {
  const page = await browser.open(hostile());
  const docks = ["projects", "companies", "facilities", "indicators", "everything", "charts", "audit", "documents"];
  for (const dock of docks) {
    await page.locator(`#tab-${dock}`).click();
    await page.waitForTimeout(50);
  }
  await page.locator("#tab-documents").click();
  for (const summary of await page.locator(".side summary").all()) await summary.click();
  await find(page, "onerror");
  await page.locator(".panel h2").waitFor();
  await page.locator(".panel .quote").first().click();
  await page.locator(".panel .text").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".panel .node-link").first().click();
  await page.locator("#language").click();
  await page.locator("#tab-everything").click();
  const { bytes } = await downloaded(page, () => page.locator(".csv").click());
  assert.match(bytes.toString("utf8"), /"'=HYPERLINK\(""http/);
  await page.locator(".menu summary").click();
  const svg = await downloaded(page, () => page.getByRole("button", { name: /SVG/ }).click());
  assert.doesNotMatch(svg.bytes.toString("utf8"), /<(script|img)/);
  const state = await page.evaluate(() => ({ ran: window.ran, images: document.images.length, scripts: document.scripts.length, handlers: document.querySelectorAll("[onerror],[onload],[onclick]").length, links: document.querySelectorAll("#app a[href]").length }));
  assert.deepEqual(state, { ran: undefined, images: 0, scripts: 2, handlers: 0, links: 0 });
  await page.finish();
});

test("a hostile link", async () => {
  const page = await browser.open(hostile(), { hash: "#v=1&sel=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&metric=%3Cscript%3E&dock=charts&off=%00,%ZZ&cam=NaN,1e999,-1&month=999999999" });
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await page.finish();
});

test("the policy forbids what the page does not need", async () => {
  const page = await browser.open(hostile());
  const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'$/);
  const blocked = await page.evaluate(async () => {
    const tries = [];
    const violation = () => new Promise((done) => document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true }));
    for (const attempt of [
      () => void fetch("http://127.0.0.1:9/").catch(() => {}),
      () => document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" })),
      () => document.body.setAttribute("style", "color: red"),
    ]) {
      const told = violation();
      attempt();
      tries.push(await told);
    }
    return tries;
  });
  assert.deepEqual(blocked, ["connect-src", "script-src-elem", "style-src-attr"]);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await page.close();
});

test("an empty graph", async () => {
  for (const data of [{}, { version: 1 }, { ...invented(1), graph: { nodes: [], links: [] }, layout: { x: [], y: [] } }]) {
    const page = await browser.open(data);
    await page.locator(".notice", { hasText: "图中没有节点" }).waitFor();
    assert.equal(await shown_nodes(page), 0);
    for (const dock of ["projects", "charts", "audit", "documents"]) await page.locator(`#tab-${dock}`).click();
    await page.locator("#fit").click();
    await page.keyboard.press("/");
    await page.keyboard.type("x");
    await page.locator(".search-note").waitFor();
    await page.finish();
  }
});

test("5,000 nodes: all of them, a table of all, a selection", async () => {
  const page = await browser.open(invented(5000));
  assert.equal(await shown_nodes(page), 4050);
  await page.locator("#tab-everything").click();
  await page.locator(".table-tools [role=status]", { hasText: "5,000" }).waitFor();
  assert.ok((await page.locator(".table-body .table-row").count()) < 60);
  await page.locator(".table-body .table-row").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator(".panel h2").waitFor();
  await page.finish();
});

test("20,000 nodes open with a part, say so, and go on", async () => {
  const data = invented(20000, { part: 400 });
  const page = await browser.open(data);
  const start = await shown_nodes(page);
  assert.ok(start <= 400);
  await page.locator(".notice", { hasText: "20,000" }).waitFor();
  const far = data.graph.nodes.filter((node) => node.type === "zone").at(-2);
  await find(page, far.name);
  assert.ok((await shown_nodes(page)) >= start);
  await page.locator("#graph").focus();
  await page.keyboard.press("e");
  const grown = await shown_nodes(page);
  assert.ok(grown > start, `${grown}`);
  await page.locator("#show-all").click();
  await page.waitForFunction(() => Number(/[\d,]+/.exec(document.querySelector(".stage-count").textContent)[0].replaceAll(",", "")) > 15000);
  await page.keyboard.press("Control+z");
  assert.equal(await shown_nodes(page), grown);
  await page.finish();
});

test("types that only a plugin knows have a name, a colour and a filter", async () => {
  const data = invented(200);
  data.graph.nodes[3].type = "patent";
  data.graph.links[3].type = "holds";
  data.types = { nodes: { patent: { zh: "专利", en: "patent", color: "#123456" } }, edges: { holds: { zh: "持有", en: "holds" } } };
  const page = await browser.open(data);
  const row = page.locator(".type-row", { hasText: "专利" });
  assert.equal(await row.locator(".dot").evaluate((dot) => getComputedStyle(dot).backgroundColor), "rgb(18, 52, 86)");
  const before = await shown_nodes(page);
  await page.locator("[data-key='type-patent']").uncheck();
  assert.equal(await shown_nodes(page), before - 1);
  await page.locator("summary[data-key='section-relations']").click();
  await page.locator("[data-key='relation-holds']").uncheck();
  await page.finish();
});
