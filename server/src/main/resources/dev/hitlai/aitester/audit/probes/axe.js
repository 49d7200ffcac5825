// target-size is judged by an audit of its own, at the persona's size.
const result = await axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: false } },
  resultTypes: ['violations', 'incomplete'],
  elementRef: true,
  iframes: false,
  preload: false,
});
const hit = (rule, node) => {
  const el = node.element || document.documentElement;
  const data = [...node.any, ...node.all, ...node.none].map((check) => check.data).find((d) => d && d.fgColor);
  const measured = { impact: node.impact || rule.impact, tags: rule.tags.join(' '), help: rule.help };
  if (data && data.contrastRatio) {
    Object.assign(measured, { contrast: data.contrastRatio, foreground: data.fgColor, background: data.bgColor,
      required: parseFloat(data.expectedContrastRatio), fontSize: data.fontSize });
  }
  return {
    rule: rule.id,
    selector: dom.selector(el),
    signature: dom.signature(el),
    identity: data && data.bgColor ? data.fgColor + ' on ' + data.bgColor : '',
    label: (dom.name(el) || dom.text(el) || el.tagName.toLowerCase()).slice(0, 120),
    html: dom.html(el),
    box: dom.box(el),
    measured,
  };
};
// Spacing forced on an element without text of its own is only inherited by the texts within, and those can be set anew.
const inherited = (rule, node) => rule.id === 'avoid-inline-spacing' && node.element && !dom.ownText(node.element);
// A reference to nothing does no harm where ARIA doesn't require one: only lists that are open and scroll bars need what they control.
const reference = /^aria-(controls|owns|flowto|details)="[^"]*\S[^"]*"$/;
const needsTarget = (el) => el.matches('[role=scrollbar], [role=combobox][aria-expanded=true]');
const harmless = (rule, node) => {
  if (rule.id !== 'aria-valid-attr-value' || !node.element) return false;
  const failed = [...node.any, ...node.all, ...node.none].flatMap((check) => check.data || []).map(String);
  return failed.length > 0 && failed.every((attribute) => reference.test(attribute)) && !needsTarget(node.element);
};
const violations = result.violations.flatMap((rule) => rule.nodes.slice(0, 100)
  .filter((node) => !inherited(rule, node) && !harmless(rule, node)).map((node) => hit(rule, node)));
// With a dialog open axe-core leaves it to people whether hidden stops only send the focus back into it: the focus tells.
const stays = async (el) => {
  const before = document.activeElement;
  el.focus({ preventScroll: true });
  await new Promise((done) => setTimeout(done, 60));
  const stayed = document.activeElement === el;
  if (before && before !== document.body) before.focus({ preventScroll: true });
  else el.blur();
  return stayed;
};
for (const rule of result.incomplete.filter((one) => one.id === 'aria-hidden-focus')) {
  for (const node of rule.nodes.slice(0, 10)) {
    const stops = node.element ? [node.element, ...node.element.querySelectorAll('*')].filter((el) => el.matches(dom.interactive) && el.tabIndex >= 0 && !dom.disabled(el) && el.checkVisibility({ visibilityProperty: true })) : [];
    for (const el of stops.slice(0, 3)) {
      if (!(await stays(el))) continue;
      violations.push(hit(rule, node));
      break;
    }
  }
}
// Values that aren't numbers where browsers expect one are read as nearly 0, so they switch zooming off as well.
const viewport = document.querySelector('meta[name=viewport i][content]');
if (viewport && !violations.some((one) => one.rule === 'meta-viewport')) {
  const values = new Map(viewport.content.toLowerCase().split(/[,;]/).map((part) => part.split('=').map((side) => side.trim())));
  const [scalable, most] = [values.get('user-scalable'), values.get('maximum-scale')];
  const fixed = scalable !== undefined && !/^(yes|device-width|device-height)$/.test(scalable) && !(Math.abs(parseFloat(scalable)) >= 1);
  const small = most !== undefined && !/^device-(width|height)$/.test(most) && !(parseFloat(most) < 0 || parseFloat(most) >= 2);
  if (fixed || small) violations.push(hit({ id: 'meta-viewport', impact: 'moderate', tags: ['wcag2aa', 'wcag144'], help: 'Zooming and scaling must not be disabled' }, { element: viewport, any: [], all: [], none: [] }));
}
const unclear = result.incomplete.filter((rule) => rule.id === 'color-contrast')
  .flatMap((rule) => rule.nodes.filter((node) => node.element && document.contains(node.element)).slice(0, 60).map((node) => hit(rule, node)));
return JSON.stringify({ violations, unclear });
