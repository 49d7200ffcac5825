import { each } from "./dom.js";

/** A table that scrolls and holds nothing to tab to becomes a stop itself, so that keys can scroll it. */
export function startTables(root) {
  each(root, ".table-wrap", (wrap) => {
    const scrolls = wrap.scrollHeight > wrap.clientHeight || wrap.scrollWidth > wrap.clientWidth;
    if (!scrolls || wrap.querySelector("a[href], button, input")) return;
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", wrap.querySelector("caption")?.textContent ?? "Table");
  });
}
