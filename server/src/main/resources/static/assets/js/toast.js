import { each, make } from "./dom.js";

/** Toasts stay until they are closed: nobody should have to read fast. */
export function startToasts(root) {
  each(root, "[data-toast]", (toast) => {
    const close = make("button", { class: "button button-quiet button-small", type: "button" }, "Dismiss");
    close.addEventListener("click", () => toast.remove());
    toast.append(close);
  });
}

/** Says something; tone is info, success, warning or danger. */
export function say(text, tone = "info") {
  const toast = make("div", { class: `toast toast-${tone}`, role: tone === "danger" ? "alert" : "status", "data-toast": tone }, make("p", {}, text));
  document.getElementById("toasts")?.append(toast);
  startToasts(toast);
}
