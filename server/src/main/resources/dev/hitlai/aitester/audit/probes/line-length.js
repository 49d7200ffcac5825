// Characters per line of a paragraph of at least three lines.
for (const el of dom.textElements()) {
  const words = dom.text(el);
  if (words.length < 200 || !/block|list-item|table-cell|flex|grid/.test(dom.style(el).display)) continue;
  if (el.matches('pre, code')) continue;
  const range = document.createRange();
  range.selectNodeContents(el);
  const rows = new Set([...range.getClientRects()].filter((r) => r.width > 5).map((r) => Math.round(r.top / 4)));
  const lines = Math.max(1, rows.size);
  const characters = words.length / lines;
  if (lines >= 2 && characters > 110) report(el, { rule: 'long', characters: Math.round(characters), lines });
  const s = dom.style(el);
  const height = parseFloat(s.lineHeight) / parseFloat(s.fontSize);
  if (lines >= 3 && height < 1.15) report(el, { rule: 'tight', height: Math.round(height * 100) / 100, lines });
}
