// Saves every brief of a built site as Zotero does, from its page and from lists, and compares the items with the brief's own record.
//   node tests/interop/zotero.mjs OUTPUT [SCRATCH]
// Zotero's translators (Embedded Metadata, RDF) and its reader of ContextObjects (openurl.js) are fetched from their public
// repositories, or stand in the folder ZOTERO_TRANSLATORS.
// What they stand on is here in small, by what it does: names are taken apart, statements kept, fields held to the kind of item.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";

const [site, scratch = join(tmpdir(), "policy-archive-zotero")] = process.argv.slice(2);
mkdirSync(scratch, { recursive: true });
if (!existsSync(join(scratch, "node_modules/wicked-good-xpath"))) execFileSync("npm", ["install", "--prefix", scratch, "--no-audit", "--no-fund", "--silent", "jsdom@26", "wicked-good-xpath@1"]);
const require = createRequire(join(scratch, "package.json"));
const { JSDOM } = require("jsdom");
// As Zotero's server does: jsdom's own knows no prefixes.
const xpath = require("wicked-good-xpath");

async function published(repository, name) {
  const path = join(process.env.ZOTERO_TRANSLATORS ?? scratch, `${name}.js`);
  if (!existsSync(path)) {
    const answer = await fetch(`https://raw.githubusercontent.com/zotero/${repository}/HEAD/${encodeURIComponent(name)}.js`).catch((error) => ({ status: error.message }));
    if (!answer.ok) {
      console.error(`${answer.status}: no ${name}.js from zotero/${repository}; name a folder that holds it: ZOTERO_TRANSLATORS`);
      process.exit(2);
    }
    writeFileSync(path, await answer.text());
  }
  return readFileSync(path, "utf8");
}

// What stands first in a translator is its description.
const translator = async (name) => (await published("translators", name)).replace(/^\s*\{[\s\S]*?\n\}/, "");

const fields = {
  report: { own: "title abstractNote reportNumber reportType seriesTitle place institution date pages language shortTitle url accessDate archive archiveLocation libraryCatalog callNumber rights extra", base: { number: "reportNumber", publisher: "institution", type: "reportType" }, creators: ["author", "contributor", "seriesEditor", "translator"] },
  journalArticle: { own: "title abstractNote publicationTitle volume issue pages date series seriesTitle seriesText journalAbbreviation language DOI ISSN shortTitle url accessDate archive archiveLocation libraryCatalog callNumber rights extra", base: {}, creators: ["author", "contributor", "editor", "reviewedAuthor", "translator"] },
  presentation: { own: "title abstractNote presentationType date place meetingName url accessDate language shortTitle rights extra", base: { type: "presentationType" }, creators: ["presenter", "contributor"] },
  webpage: { own: "title abstractNote websiteTitle websiteType date shortTitle url accessDate language rights extra", base: { publicationTitle: "websiteTitle", type: "websiteType" }, creators: ["author", "contributor", "translator"] },
  book: { own: "title abstractNote publisher date ISBN language url rights extra", base: {}, creators: ["author", "contributor", "editor"] },
};
const valid = (field, type) => fields[type]?.own.split(" ").includes(fields[type].base[field] ?? field) ?? false;

function cleanAuthor(text, creatorType, hasComma) {
  const name = text.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, "").replace(/\s+/, " ");
  const parts = name.split(/[,،] ?/);
  const last = name.lastIndexOf(" ");
  const [lastName, given] = hasComma ? [parts[0], parts[1]] : [name.slice(last + 1), last < 0 ? "" : name.slice(0, last)];
  const firstName = given && /^[A-ZА-Я]{1,3}$/.test(given) ? [...given].map((letter) => `${letter}.`).join(" ") : given?.split(/[\s.]+/).filter(Boolean).map((word) => /^[A-ZА-Я]$/.test(word) ? `${word}.` : word).join(" ");
  return { firstName, lastName, creatorType };
}

// The sum of the digits, each by its weight, must leave nothing.
const checked = (text, length, modulus, weight) => (text.toUpperCase().replace(/[-‐-―−]/g, "").match(/\b(?:\d\s*)+[\dX]\b/g) ?? []).map((found) => found.replace(/\s/g, "")).find((digits) => digits.length === length && [...digits].reduce((sum, digit, i) => sum + weight(i) * (digit === "X" ? 10 : Number(digit)), 0) % modulus === 0);
const utilities = (window) => ({
  cleanAuthor,
  trimInternal: (text) => text.replace(/\s+/g, " ").trim(),
  capitalizeTitle: (text) => text,
  cleanDOI: (text) => /10(?:\.[0-9]{4,})?\/[^\s]*[^\s.,]/.exec(text)?.[0] ?? null,
  cleanISBN: (text) => checked(text, 13, 10, (i) => i % 2 === 0 ? 1 : 3) ?? checked(text, 10, 11, (i) => 10 - i) ?? false,
  cleanISSN: (text) => checked(text, 8, 11, (i) => 8 - i) ?? false,
  strToISO: (text) => /\d{4}-\d{2}-\d{2}/.exec(text ?? "")?.[0] ?? false,
  resolveURL: (address) => new window.URL(address, window.location.href).href,
  itemTypeExists: (type) => type in fields,
  fieldIsValidForType: valid,
  getCreatorsForType: (type) => fields[type].creators,
  xpath: (node, path, namespaces) => { const found = window.document.evaluate(path, node, (prefix) => namespaces?.[prefix] ?? null, 7, null); return Array.from({ length: found.snapshotLength }, (_, i) => found.snapshotItem(i)); },
  xpathText(node, path, namespaces) { const found = this.xpath(node, path, namespaces); return found.length > 0 ? found.map((one) => one.textContent).join(", ") : null; },
});

function statements() {
  const resources = new Map();
  return {
    addStatement(about, relation, value) {
      if (!resources.has(about)) resources.set(about, { about, arcs: new Map() });
      const { arcs } = resources.get(about);
      arcs.set(relation, [...arcs.get(relation) ?? [], value]);
    },
    getAllResources: () => [...resources.values()],
    getTargets: (node, relation) => node?.arcs?.get(relation) ?? false,
    // All statements of a page are about the page, and name no other.
    getSources: () => false,
    getArcsIn: () => [],
    getArcsOut: (node) => [...node.arcs.keys()],
    getResourceURI: (node) => node.about ?? node,
    getContainerElements: () => [],
  };
}

function saved(window, embedded, rdf) {
  const items = [];
  const ZU = utilities(window);
  const sandbox = (complete, more) => {
    const Item = class { constructor(itemType) { Object.assign(this, { itemType, creators: [], tags: [], notes: [], attachments: [], seeAlso: [] }); } complete() { complete(this); } };
    const Zotero = { Item, Utilities: ZU, debug() {}, setProgress() {}, done() {}, ...more };
    return vm.createContext({ Zotero, Z: Zotero, ZU, URL: window.URL, attr: (node, selector, name) => node.querySelector(selector)?.getAttribute(name) ?? "", text: (node, selector) => node.querySelector(selector)?.textContent ?? "" });
  };
  const loadTranslator = () => {
    let done;
    return {
      setTranslator() {},
      setHandler: (event, handler) => { done = handler; },
      getTranslatorObject(use) {
        // The item is the outer translator's from here on.
        const inner = sandbox((item) => done(null, Object.assign(item, { complete: () => items.push(item) })), { RDF: statements(), parentTranslator: "Embedded Metadata" });
        vm.runInContext(rdf, inner);
        use(Object.assign(inner.exports, { Zotero: inner.Zotero }));
      },
    };
  };
  const outer = sandbox((item) => items.push(item), { loadTranslator });
  vm.runInContext(embedded, outer);
  outer.doWeb(window.document, window.location.href);
  return items;
}

// What is kept of an item: fields of its kind, under the names of that kind.
const kept = (item) => Object.fromEntries(Object.entries(item).filter(([field, value]) => typeof value === "string" && value && valid(field, item.itemType)).map(([field, value]) => [fields[item.itemType].base[field] ?? field, value]));

const loosely = (text) => (text ?? "").replace(/[\s.]/g, "");
const types = { report: "report", "article-journal": "journalArticle", speech: "presentation" };
const nameOf = (name) => !name.given ? loosely(name.literal ?? name.family) : `${loosely(`${name["non-dropping-particle"] ?? ""}${name.family}${name.suffix ?? ""}`)}|${loosely(name.given)}`;

function wanted(csl) {
  const type = types[csl.type];
  const day = csl.issued?.["date-parts"]?.[0].map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
  return Object.entries({
    itemType: type, title: csl.title, date: day, url: csl.URL, language: csl.language, abstractNote: csl.abstract,
    institution: type === "report" ? csl.publisher : undefined, publicationTitle: csl["container-title"],
    reportType: type === "report" ? csl.genre : undefined, presentationType: type === "presentation" ? csl.genre : undefined,
    reportNumber: type === "report" ? csl.number : undefined, seriesTitle: type === "report" ? csl["collection-title"] : undefined, series: type === "journalArticle" ? csl["collection-title"] : undefined, issue: type === "journalArticle" ? csl.number : undefined,
    DOI: type === "journalArticle" ? csl.DOI : undefined, ISSN: type === "journalArticle" ? csl.ISSN : undefined, extra: type !== "journalArticle" && csl.DOI ? `DOI: ${csl.DOI}` : undefined,
    archiveLocation: "",
  }).filter(([, value]) => value !== undefined);
}

const [embedded, rdf] = [await translator("Embedded Metadata"), await translator("RDF")];
const { url } = JSON.parse(readFileSync(join(site, "catalogue.json"), "utf8"));
let complaints = 0;
const complain = (text) => { complaints++; console.log(text); };

function compare(place, item, csl, without = []) {
  const found = { ...kept(item), itemType: item.itemType };
  found.date = found.date?.replaceAll("/", "-");
  for (const [field, value] of wanted(csl).filter(([field]) => !without.includes(field))) {
    if ((found[field] ?? "").normalize() !== value.replace(/\s+/g, " ").trim().normalize()) complain(`${place}: ${field} is “${found[field] ?? ""}”, and not “${value}”`);
  }
  // Who is named twice in a row is taken for one.
  const once = (names) => names.filter((name, i) => name !== names[i - 1]);
  const names = once(item.creators.map((name) => name.firstName ? `${loosely(name.lastName)}|${loosely(name.firstName)}` : loosely(name.lastName)));
  const expected = once((csl.author ?? []).map(nameOf));
  // The name of a body is taken apart at a comma within it.
  if (!csl.author?.some((name) => name.literal?.includes(",")) && names.join(";") !== expected.join(";")) complain(`${place}: ${names.join("; ")}, and not ${expected.join("; ")}`);
}

// With one click, on the page of each brief.
const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort().map((path) => [path, readFileSync(join(site, path), "utf8")]);
const briefs = new Map();
for (const [path, html] of pages.filter(([, html]) => html.includes("<article data-brief"))) {
  const { window } = new JSDOM(html, { url: new URL(path.replace(/index\.html$/, ""), url) });
  const record = window.document.querySelector("link[rel=alternate][type='application/vnd.citationstyles.csl+json']").href;
  const [csl] = JSON.parse(readFileSync(join(site, decodeURIComponent(record.slice(url.length))), "utf8"));
  briefs.set(csl.URL, csl);
  xpath.install(window, true);
  const items = saved(window, embedded, rdf);
  window.close();
  if (items.length !== 1) { complain(`${path}: ${items.length} items`); continue; }
  compare(path, items[0], csl);
  if (html.includes("citation_pdf_url") !== items[0].attachments.some((file) => file.mimeType === "application/pdf")) complain(`${path}: no PDF`);
}

// From the lists, whose ContextObjects have no place for some of it.
const openUrl = vm.createContext({ Zotero: {}, Utilities: { cleanAuthor }, Utilities_Item: { itemTypeExists: (type) => type in fields } });
vm.runInContext((await published("utilities", "openurl")).replace(/^(import|export) .*$/gm, "") + "\nglobalThis.parse = OpenURL.parseContextObject;", openUrl);
let picked = 0;
for (const [path, html] of pages.filter(([, html]) => html.includes("Z3988"))) {
  const { window } = new JSDOM(html);
  for (const span of window.document.querySelectorAll("span.Z3988")) {
    const item = openUrl.parse(span.title, { creators: [], tags: [] });
    const csl = briefs.get(item.url);
    if (csl === undefined) { complain(`${path}: no brief at ${item.url}`); continue; }
    picked++;
    compare(path, item, csl, ["abstractNote", "reportType", "presentationType", "reportNumber", "issue", "extra"]);
    if (item.tags.join(", ") !== (csl.keyword ?? "")) complain(`${path}: tags ${item.tags.join(", ")}, and not ${csl.keyword}`);
  }
  window.close();
}
console.log(`Zotero: ${briefs.size} briefs saved from their pages, ${picked} from lists; ${complaints === 0 ? "nothing to complain of" : `${complaints} complaints`}`);
process.exit(complaints === 0 && briefs.size > 0 ? 0 : 1);
