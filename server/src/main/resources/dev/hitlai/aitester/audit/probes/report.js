const out = { hits: {}, errors: {} };
const run = (name, probe) => {
  const hits = (out.hits[name] = []);
  const report = (el, { rule = '', identity = '', label, signature, html, ...measured } = {}) => {
    if (hits.length >= 200) return;
    const whole = !el || el === document.documentElement;
    hits.push({
      rule,
      selector: whole ? null : dom.selector(el),
      signature: signature !== undefined ? signature : whole ? 'page' : dom.signature(el),
      identity,
      label: label !== undefined ? label : whole ? document.title : (dom.text(el) || dom.name(el) || el.tagName.toLowerCase()).slice(0, 120),
      html: html || (whole ? null : dom.html(el)),
      box: whole ? null : dom.box(el),
      measured,
    });
  };
  try {
    probe(report);
  } catch (e) {
    out.errors[name] = String((e && e.stack) || e).slice(0, 400);
  }
};
