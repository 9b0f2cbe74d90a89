// Pages for the tests, open in Debian's Chromium. Whatever a page says on the console, or asks of any network, fails the test.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { open_browser } from "../../bench/explorer/browser.mjs";
import { page_with } from "../../bench/explorer/invented.mjs";

export const page_file = fileURLToPath(new URL("../dist/explorer.html", import.meta.url));

// Of drivers, not of the page.
const harmless = [/GL Driver Message/, /GPU stall/];

export class Browser {
  static async start(options) {
    const browser = new Browser();
    browser.folder_ = mkdtempSync(join(tmpdir(), "zonekg-pages-"));
    Object.assign(browser, await open_browser(options));
    return browser;
  }

  async stop() {
    await this.close();
    rmSync(this.folder_, { recursive: true, force: true });
  }

  // `what`: a file, or the data for a page. `allowed`: requests the test expects.
  async open(what, { hash = "", size, allowed = () => false } = {}) {
    const file = typeof what === "string" ? what : this.write(what);
    const page = await this.context.newPage();
    const troubles = [];
    page.on("console", (message) => {
      if (!harmless.some((pattern) => pattern.test(message.text()))) troubles.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const address = request.url();
      if (!request.isNavigationRequest() && !/^(data|blob):/.test(address) && !allowed(address)) troubles.push(`request: ${address}`);
    });
    if (size) await page.setViewportSize(size);
    const address = /^https?:/.test(file) ? file : pathToFileURL(file).href;
    await page.goto(address + hash);
    await page.waitForFunction(() => (document.querySelector(".stage-count")?.textContent ?? "") !== "", undefined, { timeout: 60_000 });
    page.finish = async () => {
      await page.close();
      assert.deepEqual(troubles, []);
    };
    return page;
  }

  write(data) {
    const file = join(this.folder_, `${Math.random().toString(36).slice(2)}.html`);
    writeFileSync(file, page_with(readFileSync(page_file, "utf8"), data));
    return file;
  }
}

export async function downloaded(page, action) {
  const [download] = await Promise.all([page.waitForEvent("download"), action()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

// "显示 212 / 300 个节点…" → 212
export async function shown_nodes(page) {
  const text = (await page.locator(".stage-count").textContent()) ?? "";
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(",", ""));
}

export async function find(page, typed) {
  await page.keyboard.press("Escape");
  await page.locator("#graph").focus();
  await page.keyboard.press("/");
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
}
