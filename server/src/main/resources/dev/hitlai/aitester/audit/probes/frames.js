// Frames that the keyboard can't enter, and frames of one name with different content.
const byName = new Map();
// Pages that share most of the shorter one's words serve the same purpose, whatever is around them.
const unlike = (one, other) => {
  const [few, many] = [new Set(dom.words(one)), new Set(dom.words(other))].sort((a, b) => a.size - b.size);
  return one !== other && [...few].filter((word) => many.has(word)).length * 2 < few.size;
};
// While a modal dialog is open nothing else is to be reached.
const modal = document.querySelector('dialog:modal');
for (const frame of document.querySelectorAll('iframe')) {
  if (!frame.checkVisibility({ visibilityProperty: true })) continue;
  let inner = null;
  try {
    inner = frame.contentDocument;
  } catch {
    // A page of another origin keeps to itself.
  }
  const b = dom.box(frame);
  if (frame.hasAttribute('tabindex') && frame.tabIndex < 0 && inner && inner.body && b.width > 12 && b.height > 12 && !frame.closest('[inert]') && (!modal || modal.contains(frame))) {
    const stop = [...inner.querySelectorAll(dom.interactive)].find((el) => el.tabIndex >= 0 && !el.matches(':disabled, [inert] *') && el.checkVisibility({ visibilityProperty: true }));
    if (stop) report(frame, { rule: 'unreachable', label: dom.name(frame) || frame.src, control: dom.squeeze(stop.textContent || stop.value) || stop.tagName.toLowerCase() });
  }
  const name = dom.words(frame.getAttribute('aria-label') || dom.labelled(frame, 'aria-labelledby').map((e) => e.textContent).join(' ') || frame.title || '').join(' ');
  if (!name || frame.closest('[aria-hidden=true]')) continue;
  const content = inner && inner.body ? dom.squeeze(inner.body.textContent) : null;
  const other = byName.get(name);
  const differs = other && (content !== null && other.content !== null ? unlike(content, other.content) : frame.src && other.src && new URL(frame.src).host !== new URL(other.src).host);
  if (differs) report(frame, { rule: 'same-name', identity: name, label: dom.name(frame) || name });
  if (!other) byName.set(name, { content, src: frame.src });
}
