// Slide shows without a pause button that change on their own within 5.5 s. The page's timers are turned forward rather than waited for;
// what depends on the clock as well is waited for until the last timer has fired.
const SPAN = 5500;
const inside = '[class*=carousel i], [class*=slideshow i], [class*=slider i], [class*=ticker i]';
const shows = [...document.querySelectorAll(inside + ', [aria-roledescription=carousel]')]
  .filter((el) => dom.visible(el) && !el.matches('input, button, a, li, img') && !el.parentElement.closest(inside))
  .filter((el) => el.querySelectorAll('img, li, [class*=slide i], article').length >= 2)
  .filter((el) => ![...el.parentElement.querySelectorAll('button, [role=button]')].some((b) => /pause|stop|anhalten/i.test(dom.name(b))));
if (!shows.length) return '[]';
let frames = 0; // of scripts that draw each frame
const draw = window.requestAnimationFrame;
const timers = window[Symbol.for('hitlai.timers')];
const moved = await new Promise((done) => {
  const observer = new MutationObserver((changes) => {
    const show = shows.find((el) => changes.some((change) => el.contains(change.target)));
    if (show) end(show);
  });
  const end = (show) => {
    window.requestAnimationFrame = draw;
    observer.disconnect();
    done(show);
  };
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'src'] });
  window.requestAnimationFrame = (step) => {
    frames++;
    return draw.call(window, step);
  };
  if (!timers) {
    setTimeout(() => end(null), SPAN);
    return;
  }
  const wait = Math.min(SPAN, timers.longest(SPAN));
  timers.forward(SPAN);
  setTimeout(() => {
    if (frames > 2) setTimeout(() => end(null), SPAN);
    else if (wait > 0) setTimeout(() => end(null), wait + 100);
    else end(null);
  }, 260);
});
if (!moved) return '[]';
return JSON.stringify([{ rule: '', selector: dom.selector(moved), signature: dom.signature(moved), identity: '', label: dom.name(moved).slice(0, 60) || 'The slide show',
  html: moved.cloneNode(false).outerHTML, box: dom.box(moved), measured: {} }]);
