// A plugin as `plugins new` writes it, untouched: its nodes in the page, with a name, a colour and a filter.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { Browser, find, shown_nodes } from "./pages.mjs";

const zonekg = resolve(process.env.ZONEKG ?? fileURLToPath(new URL("../../build/release/zonekg", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "zonekg-own-types-"));
const plugin = join(folder, "awards");
const pictures = process.env.ZONEKG_PICTURES;

let browser;
before(async () => {
  const run = (program, ...given) => execFileSync(program, given, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  run(zonekg, "plugins", "new", "awards", "--lang", "c", "--type", "honor");
  run("cmake", "-S", plugin, "-B", join(plugin, "build"), `-DCMAKE_PREFIX_PATH=${dirname(zonekg)};${dirname(dirname(zonekg))}`);
  run("cmake", "--build", join(plugin, "build"));
  run(zonekg, "build", join(plugin, "samples/sample.txt"), "--plugins", join(plugin, "build/plugins"), "--quiet", "--output", "graph.html");
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("found, named in the legend, filtered", async () => {
  const page = await browser.open(join(folder, "graph.html"));
  const row = page.locator(".type-row").filter({ has: page.locator("[data-key='type-honor']") });
  assert.match(await row.textContent(), /honor/);
  const colour = await row.locator(".dot").evaluate((dot) => getComputedStyle(dot).backgroundColor);
  assert.match(colour, /^rgb\(/);
  const all = await shown_nodes(page);
  await find(page, "国家级绿色制造示范区");
  await page.locator(".panel").getByRole("heading", { name: "国家级绿色制造示范区", level: 2 }).waitFor();
  if (pictures) writeFileSync(join(pictures, "own-type.png"), await page.screenshot());
  await page.keyboard.press("Escape");
  await page.locator("[data-key='type-honor']").uncheck();
  assert.equal(await shown_nodes(page), all - 3);
  await page.finish();
});
