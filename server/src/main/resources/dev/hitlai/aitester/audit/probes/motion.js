// What moves on its own for more than five seconds and can't be stopped (WCAG 2.2.2), and motion despite the wish for less.
const words = /pause|stop|anhalten|hide|play/i;
const stoppable = (el) => {
  for (let at = el, depth = 0; at && depth < 4 && at !== document.body; at = at.parentElement, depth++)
    if ([...at.querySelectorAll('button, [role=button], input[type=checkbox]')].some((b) => words.test(dom.name(b)))) return true;
  return false;
};
for (const el of document.querySelectorAll('marquee, blink')) if (dom.visible(el)) report(el, { rule: 'moving', identity: el.tagName });
for (const media of document.querySelectorAll('video[autoplay]')) {
  // A film is in the way of what is next to it; alone it is what people came for.
  if ((media.duration > 5 || media.loop) && media.readyState > 0 && dom.textElements().length && !media.controls && !stoppable(media) && dom.visible(media)) report(media, { rule: 'moving', label: 'A film that plays by itself' });
}
const moving = new Set();
for (const animation of document.getAnimations ? document.getAnimations() : []) {
  const effect = animation.effect;
  const el = effect && effect.target;
  if (!el || effect.pseudoElement || !dom.visible(el) || animation.playState !== 'running') continue;
  const timing = effect.getComputedTiming();
  const frames = effect.getKeyframes();
  const travels = frames.some((f) => f.transform || f.left || f.right || f.top || f.translate || f.marginLeft || f.backgroundPosition || f.rotate || f.scale);
  const blinks = frames.some((f) => f.opacity !== undefined || f.visibility || f.color || f.backgroundColor);
  const endless = timing.endTime === Infinity || timing.endTime > 5000;
  const busy = el.closest('[role=progressbar], [aria-busy=true], [class*=spinner i], [class*=loading i], [class*=skeleton i]');
  if (busy || moving.has(el) || !(travels || blinks)) continue;
  if (endless && !stoppable(el)) {
    moving.add(el);
    report(el, { rule: travels ? 'moving' : 'blinking', identity: animation.animationName || '', seconds: timing.endTime === Infinity ? -1 : timing.endTime / 1000 });
  }
  if (input.reducedMotion && endless && travels && matchMedia('(prefers-reduced-motion: reduce)').matches && !moving.has(el)) {
    moving.add(el);
    report(el, { rule: 'reduced', identity: animation.animationName || '' });
  }
}
