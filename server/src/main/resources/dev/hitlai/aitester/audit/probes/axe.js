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
const violations = result.violations.flatMap((rule) => rule.nodes.slice(0, 100).map((node) => hit(rule, node)));
const unclear = result.incomplete.filter((rule) => rule.id === 'color-contrast')
  .flatMap((rule) => rule.nodes.filter((node) => node.element && document.contains(node.element)).slice(0, 60).map((node) => hit(rule, node)));
return JSON.stringify({ violations, unclear });
