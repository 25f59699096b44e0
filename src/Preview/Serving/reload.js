// Runs in previewed pages only: hears of changes, and shows them where the reader is.
const given = new URL(import.meta.url).searchParams;
const [token, seen] = [given.get("token"), given.get("seen")];
let [styles, findings] = [given.get("styles"), given.get("findings")];
let source = null;

function connect() {
  if (source || document.visibilityState === "hidden") {
    return;
  }

  const query = new URLSearchParams({ token, page: location.pathname, seen, styles, findings });
  source = new EventSource(new URL("events?" + query, import.meta.url));
  source.addEventListener("page", () => location.reload());
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

const bare = (address) => address.replace(/\.[0-9a-f]{10}(?=\.css$)/, "");

function restyle({ id, sheets }) {
  styles = id;
  for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
    const { pathname } = new URL(old.href);
    const address = sheets.find((sheet) => bare(sheet) === bare(pathname));
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
