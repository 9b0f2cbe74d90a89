// Bundles src/ into dist/explorer.html: one file, its script and style named by their hashes in the page's policy.
//   node build.mjs            writes dist/explorer.html
//   node build.mjs --check    fails when dist/explorer.html is not what the sources give
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "dist/explorer.html");
const bundled = ["sigma", "graphology", "graphology-utils", "events"];

async function bundle(entry) {
  const result = await build({
    entryPoints: [join(here, entry)],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    legalComments: "none",
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

// What the licences of the bundled packages ask to stand in every copy.
function licences() {
  const texts = bundled.map((name) => {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.txt"].map((f) => join(folder, f)).find((f) => readable(f));
    const text = file ? readFileSync(file, "utf8").trim() : `Licence: ${about.license}, as sigma above`;
    return `${name} ${about.version}\n\n${text}`;
  });
  return texts.join("\n\n").replaceAll("--", "- -");
}

function readable(file) {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

const script = await bundle("src/main.ts");
const style = await bundle("src/style.css");
if (/<\/script|<!--/i.test(script) || /<\//.test(style)) throw new Error("the bundle would end its own element");

const page = readFileSync(join(here, "src/page.html"), "utf8")
  .replace("SCRIPT_HASH", () => hash(script))
  .replace("STYLE_HASH", () => hash(style))
  .replace("/* style */", () => style)
  .replace("/* script */", () => script)
  .replace("LICENCES", () => licences());

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== page) {
    console.error("web/dist/explorer.html is not what web/src gives: run `npm run build` in web/ and commit the result");
    process.exit(1);
  }
  console.log("web/dist/explorer.html is what web/src gives");
} else {
  writeFileSync(target, page);
  console.log(`web/dist/explorer.html: ${(page.length / 1024).toFixed(0)} KB`);
}
