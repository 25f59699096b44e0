// Runs in previewed pages only: hears of changes, and shows them where the reader is.
const given = new URL(import.meta.url).searchParams;
const token = given.get("token");
let [seen, styles, findings] = [given.get("seen"), given.get("styles"), given.get("findings")];
let source = null;
let shown = Promise.resolve();

function connect() {
  if (source || document.visibilityState === "hidden") {
    return;
  }

  const query = new URLSearchParams({ token, page: location.pathname, seen, styles, findings });
  source = new EventSource(new URL("events?" + query, import.meta.url));
  source.addEventListener("page", (event) => (shown = shown.then(() => renew(JSON.parse(event.data)))));
  source.addEventListener("styles", (event) => restyle(JSON.parse(event.data)));
  source.addEventListener("findings", (event) => show(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    // Refused: the preview was started again, and has another token.
    if (source?.readyState === EventSource.CLOSED) {
      disconnect();
      setTimeout(revive, 1000);
    }
  });
}

// A browser opens few connections to one host, so pages that nobody sees hold none.
function disconnect() {
  source?.close();
  source = null;
}

async function revive() {
  try {
    await fetch(location.href, { method: "HEAD" });
    location.reload();
  } catch {
    setTimeout(revive, 1000);
  }
}

const sheets = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute("href")).join();
const runs = (page) => [...page.scripts].some((script) => !script.src.includes("/_preview/") && !/json/.test(script.type));

// The new page is put in the place of the old one: quicker than loading it, and nothing moves. Scripts of the theme would not
// run again, and pictures would not be fetched again, so where there are such the page is loaded as usual.
async function renew({ id }) {
  const isOfOtherFiles = id.split("-")[0] !== seen.split("-")[0];
  seen = id;
  const answer = isOfOtherFiles ? null : await fetch(location.href).catch(() => null);
  const fresh = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!fresh || answer.redirected || runs(document) || runs(fresh) || sheets(document) !== sheets(fresh)) {
    location.reload();
    return;
  }

  const panel = document.querySelector("preview-findings");
  const replaced = "title, meta, link:not([rel='stylesheet']), script[type$='json']";
  document.head.querySelectorAll(replaced).forEach((element) => element.remove());
  document.head.append(...fresh.head.querySelectorAll(replaced));
  for (const name of ["lang", "dir"]) {
    document.documentElement.setAttribute(name, fresh.documentElement.getAttribute(name) ?? "");
  }

  fresh.querySelector("preview-findings")?.remove();
  const [left, top] = [scrollX, scrollY];
  document.body.replaceWith(fresh.body);
  if (panel) {
    document.body.append(panel);
  }

  scrollTo({ left, top, behavior: "instant" });
}

const bare = (address) => address.replace(/\.[0-9a-f]{10}(?=\.css$)/, "");

function restyle({ id, addresses }) {
  styles = id;
  for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
    const { pathname } = new URL(old.href);
    const address = addresses.find((sheet) => bare(sheet) === bare(pathname));
    if (address && address !== pathname) {
      const fresh = old.cloneNode();
      fresh.href = address;
      // The old one goes when the new one is there, so that nothing is ever seen without style.
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  }
}

function show({ id, markup }) {
  findings = id;
  document.querySelector("preview-findings")?.remove();
  if (markup) {
    const panel = document.createElement("preview-findings");
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("findings.css", import.meta.url).pathname });
    const root = panel.attachShadow({ mode: "open" });
    root.innerHTML = markup;
    root.prepend(sheet);
    document.body.append(panel);
  }
}

document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);
connect();
