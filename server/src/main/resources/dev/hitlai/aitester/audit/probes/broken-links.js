// Links to the same site; what is behind them is asked outside of the page.
for (const link of document.querySelectorAll('a[href]')) {
  if (!dom.visible(link) || link.origin !== location.origin || link.hasAttribute('download')) continue;
  report(link, { address: link.href.replace(/#.*$/, ''), identity: link.getAttribute('href') });
}
