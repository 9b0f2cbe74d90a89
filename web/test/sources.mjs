// The page's own modules, compiled for Node.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const source = fileURLToPath(new URL("../src/", import.meta.url));

export async function modules(...names) {
  const folder = mkdtempSync(join(tmpdir(), "zonekg-modules-"));
  const entry = names.map((name) => `export * from ${JSON.stringify(join(source, name))};`).join("\n");
  const outfile = join(folder, "modules.mjs");
  await build({ stdin: { contents: entry, resolveDir: source, loader: "ts" }, bundle: true, format: "esm", outfile, logLevel: "error" });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
