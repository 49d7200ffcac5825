// Whether there is anything on the page for those that have to be asked on their own.
const timers = window[Symbol.for('hitlai.timers')];
out.signs = [
  ['media', () => document.querySelector('audio, video')],
  ['carousel', () => document.querySelector('[class*=carousel i], [class*=slideshow i], [class*=slider i], [class*=ticker i], [aria-roledescription=carousel]')],
  ['auto-update', () => timers && timers.repeats && timers.repeats(5500)],
].filter(([, shows]) => shows()).map(([name]) => name);
