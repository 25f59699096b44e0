// Serves a built site as a static host does: folders by their index, 404.html for the rest, the headers of `_headers`, and
// texts compressed with brotli or gzip, as the browser takes them.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, gzipSync, constants } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".svg": "image/svg+xml", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".png": "image/png", ".webp": "image/webp",
  ".jpg": "image/jpeg", ".pdf": "application/pdf", ".woff2": "font/woff2", ".ico": "image/x-icon",
};

export async function serve(folder) {
  const rules = read(await readFile(join(folder, "_headers"), "utf8"));
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const local = normalize(path.endsWith("/") ? path + "index.html" : path);
    const found = await readFile(join(folder, local)).catch(() => null);
    const body = found ?? await readFile(join(folder, "404.html"));
    const type = types[found ? extname(local) : ".html"] ?? "application/octet-stream";
    const headers = { "Content-Type": type };
    for (const [pattern, name, value] of rules) {
      if (pattern.test(path)) headers[name] = value;
    }
    const sent = compressed(body, type, request.headers["accept-encoding"] ?? "", headers);
    response.writeHead(found ? 200 : 404, headers).end(sent);
  });
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export const brotli = body => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
export const gzip = body => gzipSync(body, { level: 9 });

function compressed(body, type, accepted, headers) {
  if (!/^text\/|json|xml|svg/.test(type)) return body;
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "";
  if (encoding) headers["Content-Encoding"] = encoding;
  return encoding === "br" ? brotli(body) : encoding === "gzip" ? gzip(body) : body;
}

function read(text) {
  const rules = [];
  let pattern;
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) {
      pattern = new RegExp("^" + line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*") + "$");
    } else if (line.trim()) {
      const colon = line.indexOf(":");
      rules.push([pattern, line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}
