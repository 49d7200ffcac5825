// Content that a style sheet shows only while something is hovered, with no way by focus or touch.
const rules = [];
const walk = (list) => {
  for (const rule of list) {
    if (rule.cssRules && rule.cssRules.length && rule.media ? matchMedia(rule.media.mediaText).matches : rule.cssRules && !rule.selectorText) walk(rule.cssRules);
    if (rule.selectorText && rule.style) rules.push(rule);
  }
};
for (const sheet of document.styleSheets) {
  try {
    walk(sheet.cssRules);
  } catch {
    // A sheet of another origin may not be read.
  }
}
const shows = (style) => /^(block|flex|grid|inline|inline-block|inline-flex|list-item)$/.test(style.display) || style.visibility === 'visible' || (style.opacity !== '' && +style.opacity > 0.5);
const focusable = rules.filter((r) => /:focus|\.open|\.is-open|\[open\]|\[aria-expanded|\.active|\.show/.test(r.selectorText) && shows(r.style));
const seenTargets = new Set();
for (const rule of rules) {
  if (!/:hover/.test(rule.selectorText) || !shows(rule.style)) continue;
  for (const part of rule.selectorText.split(',')) {
    if (!/:hover\s*[ >+~]/.test(part.trim())) continue;
    const plain = part.replace(/:hover/g, '').replace(/::?(before|after)$/, '');
    if (/::/.test(part)) continue;
    let found;
    try {
      found = [...document.querySelectorAll(plain)];
    } catch {
      continue;
    }
    for (const el of found) {
      if (seenTargets.has(el) || dom.visible(el) || el.closest('[aria-hidden=true]')) continue;
      const words = dom.squeeze(el.textContent);
      if (!words && !el.querySelector('a, button')) continue;
      const byFocus = focusable.some((r) => r.selectorText.split(',').some((s) => {
        try {
          return el.matches(s.replace(/:focus(-within|-visible)?/g, ''));
        } catch {
          return false;
        }
      }));
      const trigger = document.querySelector(part.trim().split(/:hover/)[0] || 'body');
      const pressable = trigger && (trigger.matches('[aria-expanded], [aria-haspopup]') || trigger.querySelector('[aria-expanded], [aria-haspopup]'));
      if (byFocus || pressable) continue;
      seenTargets.add(el);
      report(el, { label: words.slice(0, 60), identity: words.slice(0, 60), controls: el.querySelectorAll('a[href], button, input').length, focusable: !!el.querySelector('a[href], button, input') });
      break;
    }
  }
}
