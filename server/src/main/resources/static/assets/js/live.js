import { each } from "./dom.js";

/**
 * Shows progress while it happens: data-live-url names a stream of server-sent events whose data is JSON.
 * Members fill data-live-text and data-live-value of the same name; each event is also sent through the page as
 * "live:NAME", so that htmx can fetch a part anew. An event named "reload" loads the page again; "done" ends the stream.
 */
export function startLive(root) {
  each(root, "[data-live-url]", (element) => {
    const source = new EventSource(element.dataset.liveUrl);
    const names = (element.dataset.liveEvents ?? "step finding status progress").split(" ");
    ["message", ...names].forEach((name) => source.addEventListener(name, (event) => fill(element, name, event.data)));
    source.addEventListener("reload", () => { source.close(); location.reload(); });
    source.addEventListener("done", () => source.close());
    source.addEventListener("open", () => state(element, ""));
    source.addEventListener("error", () => state(element, source.readyState === EventSource.CLOSED ? "Live updates ended; reload to see the latest." : "Connection lost; trying again."));
    addEventListener("pagehide", () => source.close());
  });
}

function fill(element, name, data) {
  const members = JSON.parse(data);
  for (const [member, value] of Object.entries(members)) {
    element.querySelectorAll(`[data-live-text="${CSS.escape(member)}"]`).forEach((spot) => { spot.textContent = value; });
    element.querySelectorAll(`[data-live-value="${CSS.escape(member)}"]`).forEach((bar) => { bar.value = value; });
  }
  element.dispatchEvent(new CustomEvent(`live:${name}`, { bubbles: true, detail: members }));
}

function state(element, text) {
  element.querySelectorAll("[data-live-state]").forEach((spot) => { spot.textContent = text; });
}
