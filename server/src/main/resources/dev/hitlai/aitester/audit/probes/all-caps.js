// Whole sentences in capitals: words lose their shape.
for (const el of dom.textElements()) {
  const shown = dom.ownText(el);
  const words = shown.split(' ').filter((w) => /\p{L}{2}/u.test(w));
  const loud = dom.style(el).textTransform === 'uppercase' || (shown === shown.toUpperCase() && shown !== shown.toLowerCase());
  if (loud && words.length >= 7) report(el, { words: words.length, styled: dom.style(el).textTransform === 'uppercase' });
}
