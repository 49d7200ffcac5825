/** Makes an element with attributes and children; text stays text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** All elements that match below a root, and the root itself. */
export function each(root, selector, act) {
  if (root instanceof Element && root.matches(selector)) act(root);
  root.querySelectorAll(selector).forEach(act);
}

/** True while keys belong to a field. */
export function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea"));
}
