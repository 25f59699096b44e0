// A button beside each citation that copies it, as text and with its italics. Only where it can work.
const block = document.querySelector("[data-copy]");
if (block && navigator.clipboard) {
  const words = block.dataset;
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  for (const citation of block.querySelectorAll("[data-cite]")) {
    const text = citation.querySelector("[data-cite-text]");
    const button = document.createElement("button");
    const name = `${words.copy} ${citation.firstElementChild.textContent}`;
    const rest = () => { button.textContent = words.copy; button.setAttribute("aria-label", name); };
    let waiting;
    button.type = "button";
    rest();
    button.addEventListener("click", async () => {
      const plain = text.textContent;
      let said = words.copied;
      try {
        const html = new Blob([text.innerHTML], { type: "text/html" });
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": html })]);
      } catch {
        try { await navigator.clipboard.writeText(plain); } catch { said = words.failed; }
      }
      button.textContent = said;
      button.removeAttribute("aria-label");
      status.textContent = "";
      requestAnimationFrame(() => { status.textContent = said; });
      clearTimeout(waiting);
      waiting = setTimeout(rest, 2000);
    });
    citation.firstElementChild.after(button);
  }
  block.lastElementChild.append(status);
}
