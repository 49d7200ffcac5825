import { each } from "./dom.js";

/** Copies the code of a block, or what data-copy names by id. */
export function startCopy(root) {
  if (!navigator.clipboard) return;
  each(root, "button[data-copy]", (button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.closest("figure").querySelector("code");
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      const label = button.querySelector("span") ?? button;
      const before = label.textContent;
      label.textContent = "Copied";
      setTimeout(() => { label.textContent = before; }, 1600);
    });
  });
}
