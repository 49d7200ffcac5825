import { each } from "./dom.js";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const looks = {
  datetime: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }),
  date: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" }),
};
const units = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** Shows times in the reader's zone; the exact UTC stays in the title. */
export function startTimes(root) {
  each(root, "time[data-time]", show);
}

function show(element) {
  const at = new Date(element.dateTime);
  const look = element.dataset.time;
  element.textContent = look === "relative" ? ago(at) : looks[look].format(at);
}

function ago(at) {
  const seconds = (at.getTime() - Date.now()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units.at(-1);
  return relative.format(Math.round(seconds / size), unit);
}

setInterval(() => document.querySelectorAll("time[data-time=relative]").forEach(show), 30000);
