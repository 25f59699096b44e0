// Makes docs/pictures from a built sample. See README.md.
//   dotnet run -- build && node tests/interop/pictures.mjs output [SCRATCH]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./host.mjs";

const pictures = resolve(dirname(fileURLToPath(import.meta.url)), "../../docs/pictures");
const scratch = resolve(process.argv[3] ?? join(tmpdir(), "policy-archive-quality"));
const program = process.env.CHROME_PATH ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

mkdirSync(scratch, { recursive: true });
if (!existsSync(join(scratch, "node_modules/playwright-core"))) {
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", scratch, "playwright-core@1"], { stdio: "inherit" });
}

const { chromium } = createRequire(join(scratch, "x.cjs"))("playwright-core");
const desk = { viewport: { width: 1280, height: 860 } };
const brief = "/briefs/carbon-border-levies/";
const shots = {
  home: ["/", desk],
  brief: [brief, desk, page => page.evaluate(() => scrollTo(0, 760))],
  topic: ["/topics/", desk],
  search: ["/search/?q=water+rights", desk, page => page.locator("[data-search-state=done]").waitFor()],
  phone: [brief, { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }],
  dark: [brief, { ...desk, colorScheme: "dark" }],
  print: [brief, { viewport: { width: 794, height: 1123 } }, paper],
};

const host = await serve(resolve(process.argv[2] ?? "output"));
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
try {
  for (const [name, [path, options, prepare]] of Object.entries(shots)) {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(host.origin + path);
    await prepare?.(page);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { data } = await (await context.newCDPSession(page)).send("Page.captureScreenshot", { format: "webp", quality: 82 });
    writeFileSync(join(pictures, name + ".webp"), Buffer.from(data, "base64"));
    await context.close();
  }
} finally {
  await browser.close();
  host.close();
}

// The first sheet, with the margins that the printer would leave.
async function paper(page) {
  await page.emulateMedia({ media: "print" });
  await page.addStyleTag({ content: "html { padding: 24mm 32mm 0; }" });
}
