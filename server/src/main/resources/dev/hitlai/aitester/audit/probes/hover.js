// What a style sheet or a script brings up while the mouse hovers: triggers to be tried with a real pointer. 'find' lists them, 'state' tells what shows.
if (input.move === 'find') {
  const rules = [];
  const walk = (list) => {
    for (const rule of list) {
      if (rule.cssRules && rule.cssRules.length && (!rule.media || matchMedia(rule.media.mediaText).matches)) walk(rule.cssRules);
      if (rule.selectorText && /:hover/.test(rule.selectorText) && rule.style && (/^(block|flex|grid|inline)/.test(rule.style.display) || rule.style.visibility === 'visible' || +rule.style.opacity > 0.5)) rules.push(rule.selectorText);
    }
  };
  for (const sheet of document.styleSheets) {
    try {
      walk(sheet.cssRules);
    } catch {
      // A sheet of another origin may not be read.
    }
  }
  const found = [];
  for (const part of rules.join(',').split(',')) {
    const [head, ...rest] = part.trim().split(/:hover/);
    if (!head || !rest.join('').trim()) continue;
    let trigger = null;
    let content = null;
    try {
      trigger = [...document.querySelectorAll(head)].find(dom.visible);
      content = trigger && [...document.querySelectorAll(part.replace(/:hover/g, ''))].find((el) => (trigger.contains(el) || trigger.parentElement.contains(el)) && dom.squeeze(el.textContent) && !dom.visible(el));
    } catch {
      continue;
    }
    if (content && !found.some((f) => f.content === dom.selector(content))) found.push({ trigger: dom.selector(trigger), content: dom.selector(content) });
  }
  return JSON.stringify(found.slice(0, 3));
}
const box = (selector) => {
  const el = document.querySelector(selector);
  if (!el || !el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  const r = el.getBoundingClientRect();
  return r.width > 4 && r.height > 4 && r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth ? { x: r.left, y: r.top, width: r.width, height: r.height } : null;
};
const el = document.querySelector(input.content);
return JSON.stringify({ trigger: box(input.trigger), content: box(input.content), label: el ? dom.squeeze(el.textContent).slice(0, 60) : '', html: el ? dom.html(el) : '' });
