// Reads a built site with feedsmith: feeds.cjs SITE
const { readFileSync, readdirSync } = require('node:fs');
const { join, relative } = require('node:path');
const { parseRssFeed, parseAtomFeed, parseJsonFeed, parseOpml } = require('feedsmith');

const site = process.argv[2];
const text = path => readFileSync(path, 'utf8');
const catalogue = JSON.parse(text(join(site, 'catalogue.json')));
let wrong = 0;

function said(what, result, ok) {
  wrong += ok ? 0 : 1;
  console.log(`${'feedsmith'.padEnd(12)} ${what.padEnd(44)} ${ok ? 'ok' : 'WRONG'}: ${result}`);
}

const paths = readdirSync(site, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
const kinds = {
  rss: [parseRssFeed, path => /(^|\/)feed\.xml$|^feed\/rss\//.test(path), feed => feed.items],
  atom: [parseAtomFeed, path => /(^|\/)atom\.xml$|^feed\/atom\/|^corrections\.xml$/.test(path), feed => feed.entries],
  json: [parseJsonFeed, path => /(^|\/)feed\.json$/.test(path), feed => feed.items],
};
for (const [kind, [parse, is, items]] of Object.entries(kinds)) {
  let count = 0;
  const own = paths.filter(path => is(relative(site, path)));
  for (const path of own) {
    try {
      count += items(parse(text(path)))?.length ?? 0;
    } catch (error) {
      said(relative(site, path), error.message, false);
    }
  }
  said(`${own.length} ${kind} feeds`, `${count} items`, own.length > 0);
}

const outlines = list => list.flatMap(outline => [outline, ...outlines(outline.outlines ?? [])]);
const feeds = outlines(parseOpml(text(join(site, 'feeds.opml'))).body.outlines).filter(outline => outline.xmlUrl);
said('feeds.opml', `${feeds.length} feeds`, feeds.every(feed => text(join(site, decodeURIComponent(feed.xmlUrl.slice(catalogue.url.length)))).length > 0));

process.exit(wrong > 0 ? 1 : 0);
