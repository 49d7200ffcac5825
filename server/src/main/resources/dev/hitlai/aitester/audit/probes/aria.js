// What axe-core leaves to people to decide and can be decided.
const exposed = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest('[aria-hidden=true]');
const single = ['aria-activedescendant', 'aria-errormessage'];
for (const attribute of single) {
  for (const el of document.querySelectorAll('[' + attribute + ']')) {
    const value = el.getAttribute(attribute).trim();
    if (/\s/.test(value) && exposed(el)) report(el, { rule: 'value', identity: attribute, attribute, value });
  }
}
for (const el of document.querySelectorAll('[role=menuitem], [role=link], [role=tab], [role=option]')) {
  if (!exposed(el) || dom.name(el) || dom.squeeze(el.getAttribute('title'))) continue;
  if ([...el.querySelectorAll('img[alt], input[value], svg title, object, iframe')].some((e) => dom.squeeze(e.alt || e.value || e.title || e.textContent))) continue;
  if (el.shadowRoot || el.querySelector('slot')) continue;
  report(el, { rule: 'name', identity: el.getAttribute('role'), role: el.getAttribute('role'), label: el.getAttribute('role') });
}
