// Writes Chicago's 18th edition, as Typst carries it, as styles that citeproc reads.
//   node tests/interop/styles.mjs COMPILER.wasm FOLDER
// Typst keeps the published styles in CBOR (RFC 8949): "@x" is an attribute, "$value" and "$text" are what stands within.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , wasm, folder] = process.argv;
const bytes = readFileSync(wasm);
const wanted = [["Chicago Manual of Style 18th edition (author-date)", "chicago-author-date.csl"], ["Chicago Manual of Style 18th edition (notes and bibliography)", "chicago-notes-bibliography.csl"]];

function decoded(at) {
  const [kind, short] = [bytes[at] >> 5, bytes[at] & 31];
  const size = short < 24 ? 0 : short < 28 ? 2 ** (short - 24) : 0;
  const isOpen = short === 31;
  const count = size === 0 ? short : size === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, size);
  let next = at + 1 + size;
  const more = (left) => isOpen ? bytes[next] !== 0xff : left > 0;
  const inner = () => { const [value, end] = decoded(next); next = end; return value; };
  switch (kind) {
    case 0: return [count, next];
    case 3: if (next + count > bytes.length) throw new RangeError(); return [bytes.toString("utf8", next, next + count), next + count];
    case 4: { const list = []; for (let i = count; more(i); i--) list.push(inner()); return [list, isOpen ? next + 1 : next]; }
    case 5: { const map = new Map(); for (let i = count; more(i); i--) map.set(inner(), inner()); return [map, isOpen ? next + 1 : next]; }
    case 7: return [short === 21 ? true : short === 20 ? false : null, next];
    default: throw new RangeError();
  }
}

// The map that begins nearest before the title and holds a whole style.
function style(title) {
  for (let place = bytes.indexOf(title); place >= 0; place = bytes.indexOf(title, place + 1)) {
    for (let at = place; at > place - 8000; at--) {
      try {
        const [value] = bytes[at] >> 5 === 5 ? decoded(at) : [];
        if (value?.get?.("info") && value.get("citation") && value.get("macro")) return value;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
  }
  throw new Error(`no style “${title}” in ${wasm}`);
}

const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const order = ["info", "locale", "macro", "if", "else-if", "else", "sort", "citation", "bibliography"];
const rank = ([key]) => order.indexOf(key) < 0 ? order.length : order.indexOf(key);

function within(value) {
  if (Array.isArray(value)) return value.map(within).join("");
  return value instanceof Map ? [...value].map(([tag, inner]) => element(tag, inner)).join("") : value === null ? "" : escaped(value);
}

function element(tag, value) {
  if (value === null) return "";
  if (!(value instanceof Map)) return `<${tag}>${escaped(value)}</${tag}>`;
  // What is false is left out, since citeproc-js takes the mere presence of some attributes for true.
  const attributes = [...value].filter(([key, inner]) => key.startsWith("@") && inner !== null && inner !== false).map(([key, inner]) => ` ${key.slice(1)}="${escaped([inner].flat().join(" "))}"`);
  const children = [...value].filter(([key]) => !key.startsWith("@")).sort((a, b) => rank(a) - rank(b));
  return `<${tag}${attributes.join("")}>${children.map(([key, inner]) => key.startsWith("$") ? within(inner) : [inner].flat().map((one) => element(key, one)).join("")).join("")}</${tag}>`;
}

mkdirSync(folder, { recursive: true });
for (const [title, file] of wanted) {
  const found = style(title);
  found.get("info").delete("field");
  found.set("@xmlns", "http://purl.org/net/xbiblio/csl");
  writeFileSync(join(folder, file), `<?xml version="1.0" encoding="utf-8"?>\n${element("style", found)}\n`);
}
