import { each } from "./dom.js";

/** Shows how long something takes already; without scripts the beginning stands there. */
export function startTimers(root) {
  each(root, "[data-timer]", (element) => {
    const start = Date.parse(element.dataset.timer);
    const tick = () => {
      if (!element.isConnected) return clearInterval(clock);
      const seconds = Math.max(0, Math.floor((Date.now() - start) / 1000));
      const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
      element.textContent = parts.map((part) => String(part).padStart(2, "0")).join(":");
    };
    const clock = setInterval(tick, 1000);
    tick();
  });
}
