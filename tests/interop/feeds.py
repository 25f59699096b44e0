"""Reads a built site with feedparser, and its catalogue with Python's csv and json: feeds.py SITE"""
import csv, json, pathlib, sys, urllib.parse
import feedparser

site = pathlib.Path(sys.argv[1])
catalogue = json.loads((site / 'catalogue.json').read_text('utf-8'))
base = catalogue['url']
wrong = 0


def said(reader, what, result, ok):
    global wrong
    wrong += not ok
    print(f"{reader:<12} {what:<44} {'ok' if ok else 'WRONG'}: {result}")


def local(address):
    return site / urllib.parse.unquote(address.removeprefix(base))


def read(path):
    feed = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        said('feedparser', str(path.relative_to(site)), feed.bozo_exception, False)
    return feed


def rebuilt(name):
    """The ids and texts of everything to which a feed leads by prev-archive."""
    found, address, steps = {}, base + name, 0
    while address:
        feed = read(local(address))
        for entry in feed.entries:
            found.setdefault(entry.id, max((c.value for c in entry.get('content', [])), key=len, default=entry.get('summary', '')))
        address = next((link.href for link in feed.feed.links if link.rel == 'prev-archive'), None)
        steps += 1
    return found, steps


feeds = [p for p in site.rglob('*') if p.name in ('feed.xml', 'atom.xml') or p.parent.parent == site / 'feed' and p.suffix == '.xml']
entries = [e for p in feeds for e in read(p).entries]
complete = all(e.get('id') and e.get('title') and e.get('link') and e.get('content') for e in entries)
said('feedparser', f'{len(feeds)} feeds, {len(entries)} entries', 'each with id, title, link and text', complete)
dated = {b['url'] for b in catalogue['briefs'] if 'published' in b}
for name, wanted in (('feed.xml', {b['url'] for b in catalogue['briefs']}), ('atom.xml', dated)):
    found, steps = rebuilt(name)
    said('feedparser', f'the archive from {name}', f'{len(found)} texts from {steps} documents', wanted <= set(found) and all(found.values()))

rows = list(csv.reader((site / 'catalogue.csv').open(encoding='utf-8', newline=''), strict=True))
said('Python csv', 'catalogue.csv', f'{len(rows) - 1} rows of {len(rows[0])} columns', {len(row) for row in rows} == {len(rows[0])} and [row[0] for row in rows[1:]] == [b['slug'] for b in catalogue['briefs']])
links = json.loads((site / 'linkset.json').read_text('utf-8'))['linkset']
said('Python json', 'linkset.json', f'{len(links)} contexts', [c['anchor'] for c in links] == [b['url'] for b in catalogue['briefs']])
sys.exit(wrong > 0)
