// Waits until a slide show without a pause button changes on its own, at most 5.5 s; returns at once when there is none.
const hits = [];
const shows = [...document.querySelectorAll('[class*=carousel i], [class*=slideshow i], [class*=slider i], [class*=ticker i], [aria-roledescription=carousel]')]
  .filter((el) => dom.visible(el) && !el.matches('input, button, a, li, img') && !el.parentElement.closest('[class*=carousel i], [class*=slideshow i], [class*=slider i], [class*=ticker i]'))
  .filter((el) => el.querySelectorAll('img, li, [class*=slide i], article').length >= 2)
  .filter((el) => ![...el.parentElement.querySelectorAll('button, [role=button]')].some((b) => /pause|stop|anhalten/i.test(dom.name(b))));
if (!shows.length) return '[]';
const moved = await new Promise((done) => {
  const observer = new MutationObserver((changes) => {
    const show = shows.find((el) => changes.some((change) => el.contains(change.target)));
    if (show) {
      observer.disconnect();
      done(show);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'src'] });
  setTimeout(() => {
    observer.disconnect();
    done(null);
  }, 5500);
});
if (moved) hits.push({ rule: '', selector: dom.selector(moved), signature: dom.signature(moved), identity: '', label: dom.name(moved).slice(0, 60) || 'The slide show', html: dom.html(moved), box: dom.box(moved), measured: {} });
return JSON.stringify(hits);
