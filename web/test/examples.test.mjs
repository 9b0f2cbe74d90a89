// An analyst's tasks over the sample reports, by clicks and keys. ZONEKG names the program that writes the page.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { modules } from "./sources.mjs";
import { Browser, downloaded, find, shown_nodes } from "./pages.mjs";

const zonekg = process.env.ZONEKG ?? fileURLToPath(new URL("../../build/release/zonekg", import.meta.url));
const reports = fileURLToPath(new URL("../../examples/reports", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "zonekg-examples-"));
const file = join(folder, "zones.html");
const pictures = process.env.ZONEKG_PICTURES; // a folder to look at what the page looks like

let browser;
before(async () => {
  execFileSync(zonekg, ["build", reports, "--quiet", "--output", file, "--output", join(folder, "zones.json")]);
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function picture(page, name) {
  if (!pictures) return;
  await page.waitForTimeout(350);
  writeFileSync(join(pictures, `${name}.png`), await page.screenshot());
}

const panel = (page) => page.locator(".panel");

test("find by name, alias, pinyin and initials; the card tells what is known", async () => {
  const page = await browser.open(file);
  await picture(page, "start");
  for (const typed of ["岚溪经济开发区", "岚溪经开区", "lanxijingji", "lxjjkfq"]) {
    await find(page, typed);
    await panel(page).getByRole("heading", { name: "岚溪经济开发区", level: 2 }).waitFor();
  }
  const text = await panel(page).textContent();
  for (const words of ["又名", "岚溪经开区", "2024", "规上工业总产值", "201.2亿元", "目标", "位于"]) assert.ok(text.includes(words), words);
  await picture(page, "zone");
  await page.finish();
});

test("every attribute and kind of money has a label", async () => {
  const words = await modules("i18n/words.ts");
  const graph = JSON.parse(readFileSync(join(folder, "zones.json"), "utf8"));
  const own = new Set(["id", "type", "name", "aliases", "confidence", "mentions"]);
  for (const node of graph.nodes) {
    for (const key of Object.keys(node)) assert.ok(own.has(key) || key.endsWith("_history") || key in words.terms, key);
    if (node.type === "investment") assert.ok(node.kind in words.money_kinds, node.kind);
    if (node.status) assert.ok(node.status in words.statuses, node.status);
  }
});

test("from a figure to its sentence, the words marked in the report", async () => {
  const page = await browser.open(file);
  await find(page, "岚溪经济开发区");
  const row = panel(page).locator(".fact", { hasText: "201.2亿元" });
  await row.locator(".quote").click();
  const mark = panel(page).locator(".text mark.current");
  await mark.waitFor();
  assert.match(await mark.textContent(), /^规上工业总产值201\.2亿元/);
  assert.match(await panel(page).locator(".text").textContent(), /岚溪经济开发区2024年度工作报告[\s\S]*铝加工产业一业独大/);
  await picture(page, "text");
  await page.keyboard.press("Escape");
  await panel(page).getByRole("heading", { name: "岚溪经济开发区", level: 2 }).waitFor();
  await page.finish();
});

test("projects under construction with more than 1亿元, as a table and as CSV", async () => {
  const page = await browser.open(file);
  const all = await shown_nodes(page);
  await page.locator("[data-key='status-under_construction']").check();
  await page.locator("summary[data-key='section-amounts']").click();
  await page.locator("[data-key='amount-from']").fill("1");
  await page.locator("[data-key='amount-from']").press("Enter");
  await page.locator("#tab-projects").click();
  const rows = page.locator(".table-body .table-row");
  await page.locator(".table-tools [role=status]").filter({ hasText: "行" }).waitFor();
  const count = await rows.count();
  assert.ok(count > 0 && count < 14, `${count} rows`);
  for (const text of await rows.allTextContents()) assert.match(text, /在建/);
  assert.ok((await shown_nodes(page)) < all);
  await page.getByRole("button", { name: /^按总投资/ }).or(page.locator(".table-head button", { hasText: "总投资" })).first().click();
  const totals = (await rows.locator(".cell.of-money").allTextContents()).map(Number);
  assert.deepEqual(totals, [...totals].sort((a, b) => b - a));
  const { name, bytes } = await downloaded(page, () => page.locator(".csv").click());
  assert.match(name, /项目\.csv$/);
  const lines = bytes.toString("utf8").split("\r\n");
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.match(lines[0], /^\ufeff名称,项目状态,园区,承担企业,总投资（亿元）,目标,最近,置信度$/);
  assert.equal(lines.length, count + 2);
  for (const line of lines.slice(1, -1)) assert.match(line, /,在建,/);
  await picture(page, "projects");
  await rows.first().click();
  await panel(page).locator("h2").waitFor();
  await page.locator(".side-head .text-button").click();
  assert.equal(await shown_nodes(page), all);
  await page.finish();
});

test("what was promised and what came of it", async () => {
  const page = await browser.open(file);
  await find(page, "年产5万吨再生铝");
  assert.match(await panel(page).textContent(), /承诺与兑现[\s\S]*(兑现|推迟)/);
  await page.locator("#tab-audit").click();
  const finding = page.locator(".finding").first();
  await finding.waitFor();
  assert.match(await finding.textContent(), /岚溪经济开发区/);
  assert.equal(await finding.locator("mark").count(), 2);
  await finding.locator(".source").first().click();
  await panel(page).locator("mark.current").waitFor();
  await picture(page, "audit");
  await page.finish();
});

test("figures through the years, a click on a point shows its words", async () => {
  const page = await browser.open(file);
  await page.locator("#tab-charts").click();
  const points = page.locator(".chart .point");
  await points.first().waitFor();
  assert.ok((await points.count()) >= 4);
  await picture(page, "charts");
  await points.first().focus();
  await page.keyboard.press("Enter");
  await panel(page).locator("mark.current").waitFor();
  const options = await page.locator("#metric option").count();
  await page.locator("#metric").selectOption({ index: options - 1 });
  await points.first().waitFor();
  await page.finish();
});

test("shortest path with the words of each step", async () => {
  const page = await browser.open(file);
  await find(page, "珩川新材料");
  await panel(page).locator("[data-key='path']").click();
  await page.locator(".notice", { hasText: "路径起点" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("稷岚生物发酵蛋白");
  await page.keyboard.press("Enter");
  await panel(page).locator(".path-step").first().waitFor();
  assert.ok((await panel(page).locator(".path-step").count()) >= 3);
  assert.ok((await panel(page).locator(".path-tie mark").count()) >= 2);
  assert.match(await panel(page).textContent(), /步/);
  await picture(page, "path");
  await page.finish();
});

test("hide, pin, expand, only around; every step back and forth", async () => {
  const page = await browser.open(file);
  const start = await shown_nodes(page);
  await find(page, "岚溪经济开发区");
  await page.locator("#graph").focus();
  await page.keyboard.press("o");
  const around = await shown_nodes(page);
  assert.ok(around > 10 && around < start + 88);
  await page.keyboard.press("h");
  assert.equal(await shown_nodes(page), around - 1);
  await page.keyboard.press("Control+z");
  assert.equal(await shown_nodes(page), around);
  await page.keyboard.press("Control+z");
  assert.equal(await shown_nodes(page), start);
  await page.keyboard.press("Control+y");
  assert.equal(await shown_nodes(page), around);
  await page.keyboard.press("x");
  await panel(page).locator("[data-key='pin']", { hasText: "取消固定" }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("e");
  assert.ok((await shown_nodes(page)) >= around);
  await page.finish();
});

test("a click on a node, a line and nothing; a drag pins", async () => {
  const page = await browser.open(file);
  await find(page, "年产5万吨再生铝");
  await page.locator("#graph").focus();
  await page.keyboard.press("o");
  await settled(page);
  const name = await panel(page).locator("h2").textContent();
  const at = await node_place(page);
  await page.keyboard.press("Escape");
  assert.equal(await panel(page).locator(".actions").count(), 0);
  await page.mouse.click(at.x, at.y);
  await panel(page).getByRole("heading", { name, level: 2 }).waitFor();
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 30, at.y + 40, { steps: 4 });
  await page.mouse.up();
  const pinned = (wanted) => page.waitForFunction((there) => /[#&]pin=[^&]+/.test(location.hash) === there, wanted, { timeout: 5000 });
  await pinned(true);
  await page.locator("#graph").focus();
  await page.keyboard.press("Control+z");
  await pinned(false);
  await page.finish();
});

// The camera stands still: the address has not changed for a while.
async function settled(page) {
  for (let before = "", now = page.url(); before !== now; now = page.url()) {
    before = now;
    await page.waitForTimeout(600);
  }
}

// The ring around the selected node is the only thing in its colour.
function node_place(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector(".sigma-names");
    const box = canvas.getBoundingClientRect();
    const scale = canvas.width / box.width;
    const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let [count, x, y] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 4)
      if (data[i] === 0xc2 && data[i + 1] === 0x41 && data[i + 2] === 0x0c) {
        count++;
        x += (i / 4) % width;
        y += Math.floor(i / 4 / width);
      }
    return { x: box.left + x / count / scale, y: box.top + y / count / scale };
  });
}

test("time runs: projects as they stood", async () => {
  const page = await browser.open(file);
  const all = await shown_nodes(page);
  await page.locator("#time").focus();
  await page.keyboard.press("Home");
  const early = await shown_nodes(page);
  assert.ok(early < all, `${early} of ${all}`);
  const states = async () => (await page.locator(".time-states").textContent()) ?? "";
  const first = await states();
  await page.locator("#play").click();
  await page.waitForFunction((before) => document.querySelector(".time-states")?.textContent !== before, first, { timeout: 8000 });
  await picture(page, "time");
  await page.locator("#play").click();
  await page.locator("#time-off").click();
  assert.equal(await shown_nodes(page), all);
  await page.finish();
});

test("a link restores filters, selection, language, table and camera", async () => {
  const page = await browser.open(file);
  await page.locator("[data-key='type-investment']").uncheck();
  await find(page, "望渡高新区");
  await page.locator("#graph").focus();
  await page.keyboard.press("+");
  await page.locator("#tab-companies").click();
  await page.locator("#language").click();
  await panel(page).getByText("Neighbours").waitFor();
  await page.waitForTimeout(700);
  const hash = await page.evaluate(() => location.hash);
  const count = await shown_nodes(page);
  await page.finish();
  const again = await browser.open(file, { hash });
  await again.waitForTimeout(500);
  assert.equal(await again.evaluate(() => location.hash), hash);
  assert.equal(await shown_nodes(again), count);
  assert.equal(await again.locator("html").getAttribute("lang"), "en");
  await panel(again).getByRole("heading", { name: "望渡高新技术产业开发区", level: 2 }).waitFor();
  assert.equal(await again.locator("#tab-companies").getAttribute("aria-selected"), "true");
  assert.equal(await again.locator("[data-key='type-investment']").isChecked(), false);
  await picture(again, "english");
  await again.finish();
});

test("tables: sort, filter, select in the graph, keys", async () => {
  const page = await browser.open(file);
  await page.locator("#tab-companies").click();
  await page.locator(".table-tools .find").fill("铝业");
  const rows = page.locator(".table-body .table-row");
  for (const text of await rows.allTextContents()) assert.match(text, /铝业/);
  await page.locator(".table-tools .find").fill("");
  await rows.first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.locator(".table-tools .action", { hasText: "在图中突出所选" }).click();
  await panel(page).getByRole("heading", { name: "已选 2 个" }).waitFor();
  await page.locator("#tab-documents").click();
  await page.locator(".document-link", { hasText: "岚溪经济开发区2024年度工作报告" }).last().click();
  assert.ok((await panel(page).locator(".text mark").count()) > 20);
  await page.finish();
});

test("pictures to keep: PNG and SVG", async () => {
  const page = await browser.open(file);
  const choose = async (name) => {
    await page.locator(".menu summary").click();
    await page.getByRole("button", { name }).click();
  };
  const png = await downloaded(page, () => choose("图片 PNG"));
  assert.match(png.name, /\.png$/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.ok(png.bytes.length > 50_000);
  const svg = await downloaded(page, () => choose("图片 SVG"));
  const text = svg.bytes.toString("utf8");
  const parsed = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, "image/svg+xml");
    return { errors: document.querySelectorAll("parsererror").length, circles: document.querySelectorAll("circle").length, texts: document.querySelectorAll("text").length };
  }, text);
  assert.equal(parsed.errors, 0);
  assert.ok(parsed.circles > 200 && parsed.texts > 50, JSON.stringify(parsed));
  assert.match(text, /岚溪经济开发区/);
  await page.finish();
});

test("a narrow screen", async () => {
  const page = await browser.open(file, { size: { width: 390, height: 780 } });
  await picture(page, "narrow");
  const inside = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(await inside());
  await page.getByRole("button", { name: "筛选" }).click();
  await page.locator("[data-key='type-company']").uncheck();
  await picture(page, "narrow-filters");
  await page.locator(".side").getByRole("button", { name: "关闭" }).click();
  await page.locator("#search").fill("lanxi");
  await page.locator("#search").press("Enter");
  await panel(page).locator("h2").waitFor();
  assert.ok(await inside());
  await picture(page, "narrow-card");
  await panel(page).locator(".quote").first().click();
  await panel(page).locator("mark.current").waitFor();
  await picture(page, "narrow-text");
  await panel(page).getByRole("button", { name: "返回" }).click();
  await panel(page).getByRole("button", { name: "关闭" }).click();
  await page.locator("#tab-projects").click();
  await picture(page, "narrow-table");
  assert.ok(await inside());
  await page.finish();
});

test("served: the texts come when they are asked for", async () => {
  const server = spawn(zonekg, ["view", join(folder, "zones.json"), "--sources", reports, "--no-open"], { stdio: ["ignore", "pipe", "pipe"] });
  try {
    const address = await new Promise((found, failed) => {
      let told = "";
      const look = (piece) => {
        told += piece;
        const match = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(told);
        if (match) found(match[0]);
      };
      server.stdout.on("data", look);
      server.stderr.on("data", look);
      server.on("exit", () => failed(new Error(`zonekg view ended: ${told}`)));
    });
    const own = new URL(address);
    const page = await browser.open(address, { allowed: (asked) => new URL(asked).origin === own.origin });
    await find(page, "岚溪经济开发区");
    await panel(page).locator(".quote").first().click();
    await panel(page).locator("mark.current").waitFor();
    assert.ok(((await panel(page).locator(".text").textContent()) ?? "").length > 500);
    await page.finish();
  } finally {
    server.kill();
  }
});
