// Beyond WCAG AA (axe judges that), only for those who need more than 4.5:1.
if (input.contrastNeeded > 4.5) {
  for (const el of dom.textElements()) {
    const s = dom.style(el);
    const size = parseFloat(s.fontSize);
    const large = size >= 24 || (size >= 18.66 && +s.fontWeight >= 700);
    if (large || dom.disabled(el)) continue;
    const back = dom.background(el);
    const fore = dom.rgba(s.color);
    if (!back || !fore) continue;
    const contrast = dom.ratio(dom.over(fore, back), back);
    // People who need 7:1 still make out what is nearly there.
    if (contrast >= 4.5 && contrast < input.contrastNeeded * 0.75) {
      report(el, { identity: dom.hex(dom.over(fore, back)) + dom.hex(back), contrast: Math.round(contrast * 100) / 100,
        needed: input.contrastNeeded, foreground: dom.hex(dom.over(fore, back)), background: dom.hex(back) });
    }
  }
}
