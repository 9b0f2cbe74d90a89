// The first picture, a frame while the graph is dragged or zoomed, and choosing a node with all others fading: the explorer
// beside a cytoscape.js page of the same graph, in the same browser. Both the clock and the processor time of all processes
// of the browser, which other work on the machine disturbs less.
//   ROUNDS=3 node bench/explorer/compare.mjs [NODES…]     default 2000 5000 20000; needs `npm ci` in web/ and chromium

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { open_browser } from "./browser.mjs";
import { invented, page_with } from "./invented.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 3);
const frames = 30;

// The library's usual page: names, colours, one line for each pair as the explorer draws it, places given.
function cytoscape_page(data) {
  const library = readFileSync(join(root, "web/node_modules/cytoscape/dist/cytoscape.min.js"), "utf8");
  const hidden = new Set(["indicator", "document"]);
  const nodes = data.graph.nodes.flatMap((node, i) =>
    hidden.has(node.type) ? [] : [{ data: { id: node.id, label: node.name, type: node.type }, position: { x: data.layout.x[i] * 40, y: -data.layout.y[i] * 40 } }],
  );
  const ids = new Set(nodes.map((node) => node.data.id));
  const pairs = new Map();
  for (const link of data.graph.links)
    if (ids.has(link.source) && ids.has(link.target)) pairs.set([link.source, link.target].sort().join(" "), { data: { source: link.source, target: link.target } });
  const elements = JSON.stringify({ nodes, edges: [...pairs.values()] }).replaceAll("<", "\\u003c");
  return `<!doctype html><meta charset="utf-8"><style>html,body,#graph{height:100%;margin:0}#graph{position:absolute;left:252px;right:368px;top:52px;bottom:84px;height:auto}</style>
<div id="graph"></div><script>${library}</script><script>
const cy = cytoscape({ container: document.getElementById("graph"), elements: ${elements}, layout: { name: "preset" },
  style: [{ selector: "node", style: { label: "data(label)", width: 10, height: 10, "font-size": 12, "background-color": "#1f77b4" } },
          { selector: 'node[type="zone"]', style: { "background-color": "#d55e00", width: 24, height: 24 } },
          { selector: "edge", style: { width: 1, "line-color": "#b4bfcc" } },
          { selector: ".faded", style: { opacity: 0.25 } }] });
cy.one("render", () => { window.drawn = true; });
</script>`;
}

const drawn = {
  explorer: () => (document.querySelector(".stage-count")?.textContent ?? "") !== "" && document.querySelector("canvas.sigma-names") !== null,
  cytoscape: () => window.drawn === true,
};

// From the start of loading to the frame after the first drawing.
async function first_picture(page, address, kind) {
  await page.goto(address, { waitUntil: "commit", timeout: 180_000 });
  await page.waitForFunction(drawn[kind], undefined, { polling: 5, timeout: 180_000 });
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))));
}

// Mean time of a frame under the same movements of the mouse and its wheel.
function moving(page, count, what) {
  return page.evaluate(async ([steps, kind]) => {
    const graph = document.getElementById("graph");
    const target = graph.querySelector(".sigma-mouse") ?? graph.querySelector("canvas");
    const box = graph.getBoundingClientRect();
    // A corner, so that no node is dragged instead of the graph.
    const at = { x: box.left + 8, y: box.top + 8 };
    const fire = (type, x, y, more = {}) => {
      const Kind = type === "wheel" ? WheelEvent : MouseEvent;
      target.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, button: 0, buttons: 1, ...more }));
    };
    const frame = () => new Promise(requestAnimationFrame);
    const timed = async (step) => {
      await frame();
      const start = performance.now();
      for (let i = 1; i <= steps; i++) {
        step(i);
        await frame();
      }
      // The last frames are still being drawn.
      await frame();
      return (performance.now() - start) / steps;
    };
    if (kind === "zoom") {
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      return timed((i) => fire("wheel", middle.x, middle.y, { deltaY: i % 8 < 4 ? -60 : 60 }));
    }
    fire("mousedown", at.x, at.y);
    const drag = await timed((i) => fire("mousemove", at.x + 4 * i, at.y + 3 * i));
    fire("mouseup", at.x + 4 * steps, at.y + 3 * steps);
    return drag;
  }, [count, what]);
}

// Milliseconds that the browser's processes have worked for, as Linux counts them.
function worked(marker) {
  const parents = new Map();
  const own = new Map();
  let top;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
      parents.set(pid, fields[1]);
      own.set(pid, (Number(fields[11]) + Number(fields[12])) * 10);
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (command.includes(marker) && !command.includes("--type=")) top = pid;
    } catch {
      // It has ended meanwhile.
    }
  }
  const below = (pid) => pid !== undefined && pid !== "0" && (pid === top || below(parents.get(pid)));
  return [...own].reduce((sum, [pid, time]) => sum + (below(pid) ? time : 0), 0);
}

const choose = {
  explorer: async (page, name) => {
    await page.evaluate((text) => {
      const field = document.getElementById("search");
      field.value = text;
      field.dispatchEvent(new Event("input"));
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    }, name);
  },
  cytoscape: async (page, name) => {
    await page.evaluate((text) => {
      cy.batch(() => {
        const chosen = cy.nodes().filter((node) => node.data("label") === text).first();
        cy.elements().addClass("faded");
        chosen.closedNeighborhood().removeClass("faded");
      });
    }, name);
  },
};

const frames_after = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

async function timed(marker, action) {
  const work = worked(marker);
  const start = performance.now();
  const told = await action();
  return { clock: told ?? performance.now() - start, work: worked(marker) - work };
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(page, address, kind, marker, name) {
  const rows = { "first picture": [], drag: [], zoom: [], choose: [] };
  for (let i = 0; i < rounds; i++) {
    await page.goto("about:blank");
    rows["first picture"].push(await timed(marker, () => first_picture(page, address, kind)));
    await page.waitForTimeout(1000);
    for (const what of ["drag", "zoom"]) {
      const { clock, work } = await timed(marker, () => moving(page, frames, what));
      rows[what].push({ clock, work: work / frames });
    }
    await page.waitForTimeout(500);
    rows.choose.push(
      await timed(marker, async () => {
        await choose[kind](page, name);
        await frames_after(page);
      }),
    );
  }
  const both = (list) => ({ clock: middle(list.map((one) => one.clock)), work: middle(list.map((one) => one.work)) });
  return Object.fromEntries(Object.entries(rows).map(([what, list]) => [what, both(list)]));
}

async function main() {
  const sizes = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), "zonekg-compare-"));
  const page_text = readFileSync(join(root, "web/dist/explorer.html"), "utf8");
  const browser = await open_browser();
  const page = browser.context.pages()[0];
  const marker = browser.profile;
  console.log("| nodes | | explorer ms | of work | cytoscape.js ms | of work | ratio | of work |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
  try {
    for (const size of sizes.length > 0 ? sizes : [2000, 5000, 20000]) {
      const data = invented(size);
      const files = { explorer: join(folder, "explorer.html"), cytoscape: join(folder, "cytoscape.html") };
      writeFileSync(files.explorer, page_with(page_text, data));
      writeFileSync(files.cytoscape, cytoscape_page(data));
      const name = data.graph.nodes.find((node) => node.type === "zone").name;
      const explorer = await measure(page, `file://${files.explorer}`, "explorer", marker, name);
      const other = await measure(page, `file://${files.cytoscape}`, "cytoscape", marker, name);
      for (const what of Object.keys(explorer)) {
        const [a, b] = [explorer[what], other[what]];
        const cells = [size, what, a.clock.toFixed(0), a.work.toFixed(0), b.clock.toFixed(0), b.work.toFixed(0), (b.clock / a.clock).toFixed(1), (b.work / a.work).toFixed(1)];
        console.log(`| ${cells.join(" | ")} |`);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
