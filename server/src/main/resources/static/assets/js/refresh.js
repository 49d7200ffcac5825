import { each } from "./dom.js";

/**
 * Keeps a part of a page new: data-refresh names the address it is fetched from again every data-refresh-every seconds,
 * and when somebody comes back to it. The server says "not modified" most of the time. What people opened stays open, and what has data-refresh-said is
 * told to screen readers when its words change.
 */
export function startRefresh(root) {
  each(root, "[data-refresh]", (part) => {
    let tag = null;
    let asking = false;
    const again = async () => {
      if (document.hidden || asking) return;
      asking = true;
      try {
        tag = await renew(part, tag);
      } catch {
        // The next try may work; the page says itself how old it is.
      } finally {
        asking = false;
      }
    };
    setInterval(again, Number(part.dataset.refreshEvery) * 1000);
    document.addEventListener("visibilitychange", again);
  });
}

async function renew(part, tag) {
  const answer = await fetch(part.dataset.refresh, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (answer.status !== 200) return tag;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-refresh]");
  if (fresh) exchange(part, fresh);
  return answer.headers.get("ETag");
}

function exchange(part, fresh) {
  if (part.contains(document.activeElement)) return;
  const open = new Set([...part.querySelectorAll("details")].map((details, i) => (details.open ? i : -1)));
  const said = [...part.querySelectorAll("[data-refresh-said]")];
  const words = [...fresh.querySelectorAll("[data-refresh-said]")].map((spot) => spot.textContent);
  part.replaceChildren(...fresh.childNodes);
  part.querySelectorAll("details").forEach((details, i) => { details.open = open.has(i); });
  // A region speaks only of changes inside itself, so the old one stays and gets the new words.
  [...part.querySelectorAll("[data-refresh-said]")].forEach((spot, i) => {
    if (!said[i]) return;
    spot.replaceWith(said[i]);
    if (said[i].textContent !== words[i]) said[i].replaceChildren(...spot.childNodes);
  });
  part.dispatchEvent(new CustomEvent("refreshed", { bubbles: true }));
}
