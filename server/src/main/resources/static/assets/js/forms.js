import { each } from "./dom.js";

/** Warns before leaving a changed form, keeps drafts, applies filters at once, and never sends twice. */
export function startForms(root) {
  each(root, "form[data-guard]", guard);
  each(root, "form[data-autosave]", autosave);
  each(root, "form[data-submit-on-change]", (form) => form.addEventListener("change", () => form.requestSubmit()));
}

const changed = new Set();

function guard(form) {
  form.addEventListener("input", () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
}

addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});

function autosave(form) {
  const key = `draft:${form.dataset.autosave}`;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  // What the server sent back after an error is newer than a draft.
  const answered = form.querySelector("[aria-invalid=true]") !== null;
  if (kept && !answered) fields().forEach((field) => restore(field, kept[field.name]));
  form.addEventListener("input", () => {
    const draft = {};
    for (const field of fields()) {
      if (!["checkbox", "radio"].includes(field.type)) draft[field.name] = field.value;
      else if (field.checked) draft[field.name] = [...(draft[field.name] ?? []), field.value];
      else draft[field.name] ??= [];
    }
    localStorage.setItem(key, JSON.stringify(draft));
  });
  form.addEventListener("submit", () => localStorage.removeItem(key));
}

function restore(field, value) {
  if (value === undefined) return;
  if (["checkbox", "radio"].includes(field.type)) field.checked = value.includes(field.value);
  else field.value = value;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});

// The back button brings the page as it was left: let it be used again.
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  });
});
