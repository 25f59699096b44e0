#!/bin/sh
# Gives a built site to outside readers: newsboat, feedparser, feedsmith, xmllint, jing, coreutils and Python's csv.
#   tests/interop/feeds.sh SITE [SCRATCH]
# SITE is an output folder; what has to be installed from npm goes into SCRATCH. docs/interop.md says what each reader shows.
# ATOM_GRAMMAR names a copy of RFC 4287 (text, or its grammar as .rnc), OAI_SCHEMAS a folder with static-repository.xsd and what it
# imports; without them both are fetched, and where that fails these two checks are left out and said to be.
set -eu
site=$(cd "$1" && pwd)
scratch=${2:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$scratch"
fail=0
said() { printf '%-12s %-44s %s\n' "$1" "$2" "$3"; }
check() { if [ "$3" = "$4" ]; then said "$1" "$2" "ok: $3"; else said "$1" "$2" "WRONG: $3, and $4 was wanted"; fail=1; fi; }

missing=
for tool in newsboat:newsboat xmllint:libxml2-utils jing:jing sqlite3:sqlite3 node:nodejs npm:npm python3:python3 curl:curl; do
  command -v "${tool%%:*}" > /dev/null || missing="$missing ${tool##*:}"
done
# Debian's, which has Debian's modules, where another stands before it.
python=$(for p in python3 /usr/bin/python3; do "$p" -c 'import feedparser' 2> /dev/null && echo "$p" && break; done || true)
[ -n "$python" ] || missing="$missing python3-feedparser"
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then apt-get install -y $missing > "$scratch/apt.log"; else echo "first: apt-get install$missing" >&2; exit 2; fi
fi
[ -d "$scratch/node_modules/feedsmith" ] || npm install --prefix "$scratch" --no-audit --no-fund feedsmith@3 > "$scratch/npm.log"

count() { xmllint --xpath "count(//*[local-name()='item' or local-name()='entry'])" "$1"; }

# Well-formed, all of it.
find "$site" -name '*.xml' -o -name '*.opml' | xargs xmllint --noout && said xmllint "$(find "$site" -name '*.xml' -o -name '*.opml' | wc -l) documents" "ok: well-formed"

# newsboat reads the feeds as a subscriber's program does.
for feed in feed.xml atom.xml corrections.xml; do
  rm -f "$scratch/cache.db"
  printf 'file://%s/%s\n' "$site" "$feed" > "$scratch/urls"
  HOME="$scratch" newsboat -q -u "$scratch/urls" -c "$scratch/cache.db" -C /dev/null -x reload > "$scratch/newsboat.log" 2>&1 || { cat "$scratch/newsboat.log"; fail=1; }
  check newsboat "$feed" "$(sqlite3 "$scratch/cache.db" 'select count(distinct guid) from rss_item where title <> ""')" "$(count "$site/$feed")"
done
printf '' > "$scratch/urls"
HOME="$scratch" newsboat -q -u "$scratch/urls" -c "$scratch/cache.db" -C /dev/null -i "$site/feeds.opml" > /dev/null 2>&1 || true
check newsboat "feeds.opml, imported" "$(grep -c . "$scratch/urls")" "$(xmllint --xpath "count(//outline[@xmlUrl])" "$site/feeds.opml")"

# feedparser and feedsmith read every feed, and rebuild the archive from the site's own.
"${python:-/usr/bin/python3}" "$here/feeds.py" "$site" || fail=1
NODE_PATH="$scratch/node_modules" node "$here/feeds.cjs" "$site" || fail=1

# The grammar of RFC 4287, appendix B.
grammar="$scratch/atom.rnc"
source=${ATOM_GRAMMAR:-$scratch/rfc4287.txt}
[ -e "$source" ] || curl -sfL -m 20 -o "$source" https://www.rfc-editor.org/rfc/rfc4287.txt || true
case $source in *.rnc) cp "$source" "$grammar" ;; *) [ ! -e "$source" ] || sed -n '/^Appendix B\.  RELAX NG/,/^Authors. Addresses/p' "$source" | sed -n '/^ *# -\*- rnc/,$p' | grep -v -e '^Nottingham' -e '^RFC 4287' -e '^Authors' > "$grammar" ;; esac
if [ -s "$grammar" ]; then
  atom=$(find "$site" -name atom.xml -o -path "$site/feed/atom/*" -o -path "$site/corrections.xml")
  # The rules that the grammar gives in Schematron, which jing passes over.
  for feed in $atom; do
    loose=$(xmllint --xpath "count(//*[local-name()='entry'][not(*[local-name()='author']) and not(../*[local-name()='author'])]) + count(//*[local-name()='entry'][not(*[local-name()='link'][@rel='alternate' or not(@rel)] or *[local-name()='content'])])" "$feed")
    [ "$loose" = 0 ] || check xmllint "$feed" "$loose entries without author or link" 0
  done
  if jing -c "$grammar" $atom; then said jing "$(echo "$atom" | wc -l) Atom documents" "ok: valid by RFC 4287"; else fail=1; fi
else
  said jing "Atom documents" "left out: no grammar"
fi

schemas=${OAI_SCHEMAS:-$scratch/oai}
if [ ! -e "$schemas/static-repository.xsd" ]; then
  mkdir -p "$schemas"
  for xsd in static-repository oai_dc simpledc; do curl -sfL -m 20 -o "$schemas/$xsd.xsd" "http://www.openarchives.org/OAI/2.0/$xsd.xsd" || rm -f "$schemas/$xsd.xsd"; done
fi
if [ -e "$schemas/static-repository.xsd" ]; then
  if xmllint --noout --schema "$schemas/static-repository.xsd" "$site/oai.xml" 2> "$scratch/oai.log"; then said xmllint oai.xml "ok: valid by the schema"; else cat "$scratch/oai.log"; fail=1; fi
else
  said xmllint oai.xml "left out: no schema"
fi

(cd "$site" && sha256sum --check --quiet --strict SHA256SUMS) && said coreutils "$(wc -l < "$site/SHA256SUMS") sums" "ok: as they are on disk" || fail=1
exit $fail
