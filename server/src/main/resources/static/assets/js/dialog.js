import { each, make } from "./dom.js";

/** Openers of dialogs, and dialogs that open themselves. */
export function startDialogs(root) {
  each(root, "[data-dialog]", (opener) => {
    opener.hidden = false;
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById(opener.dataset.dialog)?.showModal();
    });
  });
  each(root, "dialog[data-opens]", (dialog) => dialog.showModal());
}

/** Asks before what can't be undone: <button data-confirm="Delete this key?">. */
export function startConfirm() {
  const sure = new WeakSet();
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-confirm]");
    if (!button || sure.has(button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await ask(button.dataset.confirm, button.textContent.trim())) {
      sure.add(button);
      button.click();
      sure.delete(button);
    } else {
      button.focus();
    }
  }, true);
}

function ask(question, action) {
  const no = make("button", { class: "button button-secondary", value: "no", autofocus: "" }, "Cancel");
  const yes = make("button", { class: "button button-danger", value: "yes" }, action);
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": "confirm-question" },
    make("div", { class: "dialog-body" }, make("p", { id: "confirm-question" }, question)),
    make("form", { class: "dialog-actions", method: "dialog" }, no, yes));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    dialog.remove();
    resolve(dialog.returnValue === "yes");
  }));
}
