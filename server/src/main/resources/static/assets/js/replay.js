import { each } from "./dom.js";

const clock = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

/** Runs the position of a replay and tells the stage with "replay:time" what moment to show (detail: milliseconds). */
export function startReplays(root) {
  each(root, "[data-replay]", (frame) => {
    const position = frame.querySelector(".replay-position");
    const toggle = frame.querySelector("[data-replay-toggle]");
    let last = null;

    const show = () => {
      frame.querySelector("[data-replay-clock]").textContent = clock(position.valueAsNumber);
      position.setAttribute("aria-valuetext", clock(position.valueAsNumber));
      frame.dispatchEvent(new CustomEvent("replay:time", { detail: position.valueAsNumber }));
    };
    const play = (playing) => {
      last = playing ? performance.now() : null;
      toggle.setAttribute("aria-label", playing ? "Pause" : "Play");
      if (playing) requestAnimationFrame(run);
    };
    const run = (now) => {
      if (last === null) return;
      position.valueAsNumber += now - last;
      last = now;
      show();
      if (position.valueAsNumber >= Number(position.max)) play(false);
      else requestAnimationFrame(run);
    };

    toggle.addEventListener("click", () => play(last === null));
    position.addEventListener("input", show);
    frame.querySelectorAll("[data-replay-seek]").forEach((mark) => mark.addEventListener("click", () => {
      position.value = mark.dataset.replaySeek;
      show();
    }));
  });
}
