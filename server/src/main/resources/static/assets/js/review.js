import { each, typing } from "./dom.js";

/** j and k go to the next and the previous row of a table of things to review; Enter opens it. */
export function startReview(root) {
  each(root, "[data-review]", (list) => {
    document.addEventListener("keydown", (event) => {
      if (!list.isConnected || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key !== "j" && event.key !== "k") return;
      const links = [...list.querySelectorAll("tbody th a")];
      const at = links.indexOf(document.activeElement);
      const next = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
      links[next]?.focus();
      event.preventDefault();
    });
  });
}
