import { make, typing } from "./dom.js";

let pressed = "";
let forget = 0;

/** Keys for what has data-shortcut ("g d" is g, then d); "?" lists them. */
export function startShortcuts() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") return list();
    pressed = `${pressed} ${event.key}`.trim();
    clearTimeout(forget);
    forget = setTimeout(() => { pressed = ""; }, 900);
    const hit = [...document.querySelectorAll("[data-shortcut]")].find((element) => pressed === element.dataset.shortcut || event.key === element.dataset.shortcut);
    if (!hit) return;
    event.preventDefault();
    pressed = "";
    if (hit.matches("input, select, textarea")) hit.focus();
    else hit.click();
  });
}

function list() {
  const rows = [["?", "Show these shortcuts"], ...[...document.querySelectorAll("[data-shortcut]")].map((element) => [element.dataset.shortcut, element.dataset.shortcutLabel ?? element.textContent.trim()])];
  const close = make("button", { class: "button button-secondary" }, "Close");
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": "shortcuts-title" },
    make("div", { class: "dialog-body" },
      make("h2", { id: "shortcuts-title" }, "Keyboard shortcuts"),
      make("ul", { class: "plain-list stack-small" }, ...rows.map(([keys, label]) => make("li", { class: "cluster cluster-apart" }, label, make("span", {}, ...keys.split(" ").map((key) => make("kbd", { class: "key" }, key))))))),
    make("form", { class: "dialog-actions", method: "dialog" }, close));
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}
