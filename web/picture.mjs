// docs/images/explorer.png: the explorer with the sample reports, one project chosen.
//   node web/picture.mjs [ZONEKG]     default build/release/zonekg; needs `npm ci` in web/ and chromium

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { open_browser } from "../bench/explorer/browser.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "zonekg-picture-"));
const file = join(folder, "zones.html");
execFileSync(process.argv[2] ?? join(root, "build/release/zonekg"), ["build", join(root, "examples/reports"), "--quiet", "--output", file]);
const browser = await open_browser({ viewport: { width: 1400, height: 860 } });
try {
  const page = browser.context.pages()[0];
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => (document.querySelector(".stage-count")?.textContent ?? "") !== "");
  const find = async (name) => {
    await page.locator("#search").fill(name);
    await page.locator("#search").press("Enter");
  };
  await find("岚溪经济开发区");
  await page.locator("#graph").focus();
  await page.keyboard.press("o");
  await page.locator("[data-key='type-investment']").check();
  await find("年产5万吨再生铝");
  await page.locator("#tab-projects").click();
  await page.locator(".table-head button", { hasText: "总投资" }).click();
  await page.locator("#graph").focus();
  await page.keyboard.press("f");
  await page.evaluate(() => document.activeElement.blur());
  await page.waitForTimeout(1200);
  writeFileSync(join(root, "docs/images/explorer.png"), await page.screenshot());
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
