// Tagging alone, by cppjieba's successor in Rust: node tag.mjs FOLDER. `npm install @node-rs/jieba` beside or above it.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// From the folder that npm installed into, which need not be this one.
const require = createRequire(join(process.env.NODE_PEERS ?? import.meta.dirname ?? ".", "x.js"));
const { Jieba } = require("@node-rs/jieba");
const { dict } = require("@node-rs/jieba/dict");
const jieba = Jieba.withDict(dict);
let words = 0;
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true }))
  if (entry.isFile()) words += jieba.tag(readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf8"), true).length;
console.log(words);
