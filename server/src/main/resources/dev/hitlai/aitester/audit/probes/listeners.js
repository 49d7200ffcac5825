// Evaluated with the console's getEventListeners: what listens on the page, with the text of each function.
const forShown = ['blur', 'focus', 'focusin', 'focusout', 'keydown'];
const told = [];
const tell = (target, onWindow) => {
  for (const [type, all] of Object.entries(getEventListeners(target))) {
    // What sits on an element that doesn't show hears neither keys nor the focus.
    if (!onWindow && forShown.includes(type) && !target.checkVisibility({ visibilityProperty: true })) continue;
    for (const { listener } of all) told.push({ type, onWindow, source: typeof listener === 'function' ? Function.prototype.toString.call(listener) : '' });
  }
};
for (const target of [window, document, document.body]) if (target) tell(target, true);
for (const el of document.querySelectorAll('*')) tell(el, false);
return JSON.stringify(told);
