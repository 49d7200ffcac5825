// Puts together what the walk found.
function hoverRulesOf(doc) {
  const rules = [];
  let read = 0;
  const take = (list) => {
    for (const rule of list) {
      if (++read > 4000 || rules.length > 200) return;
      if (rule.cssRules && !rule.selectorText) take(rule.cssRules);
      else if (rule.selectorText && rule.selectorText.includes(':hover') && /display|visibility|opacity|height|clip|left|transform|pointer-events/.test(rule.cssText)) {
        for (const part of rule.selectorText.split(',')) {
          if (part.includes(':hover')) rules.push(part.replace(/:hover/g, '').trim() || '*');
        }
      }
    }
  };
  for (const sheet of doc.styleSheets) {
    try {
      take(sheet.cssRules);
    } catch {
      // A style sheet of another origin can't be read.
    }
  }
  return rules;
}

function showsOnHover(element, all) {
  all.hoverRules = all.hoverRules || hoverRulesOf(document);
  return all.hoverRules.some((rule) => {
    try {
      return element.closest(rule) !== null;
    } catch {
      return false;
    }
  });
}

function lookOf(element, visible, context, all) {
  const rect = rectOf(element);
  const view = element.ownerDocument.defaultView;
  const inViewport = visible && rect.bottom > 0 && rect.right > 0 && rect.top < view.innerHeight && rect.left < view.innerWidth
    && context.offset.y + rect.top < innerHeight && context.offset.y + rect.bottom > 0;
  const style = styleOf(element);
  const words = visibleText(element);
  const pictured = !words && visible && (element.querySelector('svg,img,i,[class*=icon]') !== null || style.backgroundImage !== 'none');
  const glyph = words.length > 0 && words.length <= 2 && !/[\p{L}\p{N}]/u.test(words);
  return {
    visible, inViewport, occluded: inViewport && !reaches(element, rect.left + rect.width / 2, rect.top + rect.height / 2).reached
      && centreInside(rect, view),
    fontSize: parseFloat(style.fontSize) || 0, contrast: visible && words ? contrastOf(element) : 0,
    color: hex(colorOf(style.color)), background: visible ? hex(backgroundOf(element)) : '',
    iconOnly: (pictured || glyph) && !isField(element, ''), hoverOnly: !visible && showsOnHover(element, all),
  };
}

function centreInside(rect, view) {
  const x = rect.left + rect.width / 2;
  const y = rect.top + rect.height / 2;
  return x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight;
}

function visibleText(element) {
  if (/^(input|select|textarea)$/.test(element.localName)) {
    return /^(submit|reset|button)$/.test(element.type) ? squeeze(element.value) || nameOf(element, 'button') : '';
  }
  return clip(squeeze(element.innerText === undefined ? element.textContent : element.innerText), 200);
}

function linkOf(element) {
  if (!/^(a|area)$/.test(element.localName) || !element.hasAttribute('href')) return null;
  const href = typeof element.href === 'string' ? element.href : '';
  return {
    href: clip(href, 1000), newTab: /^_blank$/i.test(element.target), download: element.hasAttribute('download'),
    external: /^https?:/.test(href) && hostOf(href) !== location.host,
  };
}

function elementViews(all) {
  const order = tabOrder(all.elements);
  return all.elements.map(({ element, role, context, heading }, index) => {
    const visible = isVisible(element);
    return {
      ref: refFor(element), frame: context.frame, tag: element.localName, role, name: nameOf(element, role),
      text: visible ? visibleText(element) : clip(squeeze(element.textContent), 200), selector: selectorOf(element),
      box: boxOf(element, context), look: lookOf(element, visible, context, all), state: stateOf(element, role),
      context: { heading, landmark: context.landmark, group: context.group }, link: linkOf(element),
      field: isField(element, role) ? fieldOf(element, role, all.forms) : null, order: index, tabOrder: order.get(element) ?? -1,
    };
  });
}

function tabOrder(entries) {
  const reachable = entries.map((entry) => entry.element)
    .filter((element) => element.tabIndex >= 0 && !isDisabled(element) && isVisible(element));
  const explicit = reachable.filter((element) => element.tabIndex > 0).sort((a, b) => a.tabIndex - b.tabIndex);
  return new Map([...explicit, ...reachable.filter((element) => element.tabIndex === 0)].map((element, index) => [element, index]));
}

function textViews(all) {
  const views = [];
  for (const block of all.blocks.values()) {
    const text = squeeze(block.parts.join(''));
    if (!text || !isVisible(block.inker)) continue;
    const style = styleOf(block.inker);
    const fontSize = parseFloat(style.fontSize) || 0;
    const rect = rectOf(block.element);
    const lines = Math.max(1, Math.round(rect.height / (parseFloat(style.lineHeight) || fontSize * 1.2)));
    views.push({
      text: clip(text, 2000), fontSize, contrast: contrastOf(block.inker),
      lineLength: Math.round(lines > 1 ? text.length / (lines - 0.5) : text.length), box: boxOf(block.element, block.context),
      selector: selectorOf(block.element), landmark: block.context.landmark,
    });
  }
  return views;
}

function formViews(all, elements) {
  return all.forms.map((form, index) => {
    const inside = elements.filter((element) => element.field && element.field.form === index);
    const submit = all.elements.find(({ element }) => element.form === form && element.matches('button:not([type=button]):not([type=reset]),input[type=submit],input[type=image]'))
      || all.elements.find(({ element, role }) => form.contains(element) && role === 'button');
    return {
      index, name: nameOf(form, 'form') || form.getAttribute('name') || form.id || '', action: clip(String(form.getAttribute('action') || ''), 500),
      method: (form.getAttribute('method') || 'get').toLowerCase(), submit: submit ? refFor(submit.element) : -1,
      fields: inside.map((element) => element.ref),
    };
  });
}

const withoutNumbers = (text) => text.replace(/\d+/g, '#');

function stateAddress() {
  const keys = [...new URLSearchParams(location.search).keys()].sort().join('&');
  const route = /^#[!/]/.test(location.hash) ? location.hash : '';
  return location.origin + location.pathname + '?' + keys + route;
}

hitlai.perceive = () => {
  forget();
  counts = new Map();
  places = new Map();
  selectors = new Map();
  inertSomewhere = document.querySelector('[inert]') !== null;
  const all = newCollection();
  walkDocument(document, 0, { x: 0, y: 0 }, all);
  const elements = elementViews(all);
  const texts = textViews(all);
  const controls = elements.filter((element) => element.look.visible)
    .map((element) => [element.role, element.name, element.state.checked, element.state.expanded, element.state.disabled, element.field && element.field.invalid].join(':'));
  const words = texts.map((text) => text.text);
  const page = document.documentElement;
  return JSON.stringify({
    url: location.href, title: squeeze(document.title), language: page.lang || '',
    fingerprint: hash(withoutNumbers([stateAddress(), ...controls, ...words].join('\n'))),
    template: hash([withoutNumbers(location.origin + location.pathname.replace(/[^/]*\d[^/]*/g, '#')).split('/').length, ...[...all.structure].sort()].join('\n')),
    viewport: { width: innerWidth, height: innerHeight, scrollX, scrollY, pageWidth: page.scrollWidth, pageHeight: page.scrollHeight },
    scene: { nodes: sceneOf() }, elements, texts, headings: all.headings, landmarks: all.landmarks, forms: formViews(all, elements), images: all.images,
    console: [], requests: [], vitals: vitalsNow(), notTested: [...all.notTested],
  });
};
