import { each } from "./dom.js";

const EVERY = 30_000;

/** Keeps the number of unread notices up to date while somebody looks at the page. */
export function startBell(root) {
  const bells = [];
  each(root, "[data-bell]", (bell) => bells.push(bell));
  if (bells.length === 0) return;
  let timer = setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);

  async function look() {
    if (document.hidden || timer === null) return;
    try {
      const answer = await fetch(bells[0].dataset.bell, { headers: { Accept: "application/json" }, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      show((await answer.json()).unread);
    } catch {
      // Logged out or no connection: the next page tells how it is.
      clearInterval(timer);
      timer = null;
    }
  }

  function show(unread) {
    bells.forEach((bell) => {
      const count = bell.querySelector("[data-bell-count]");
      count.textContent = unread > 99 ? "99+" : String(unread);
      count.hidden = unread === 0;
      bell.setAttribute("aria-label", unread === 0 ? "Notifications" : `Notifications, ${unread} unread`);
    });
  }
}
