// Sounds and films: who starts them, who stops them, and what those get who don't hear or see them. Waits a moment for those that still load.
const all = [...document.querySelectorAll('audio, video')];
if (!all.length) return '[]';
const pending = () => all.some((m) => m.readyState < 1 && m.networkState === 2 && m.preload !== 'none');
for (let i = 0; i < 12 && pending(); i++) await new Promise((done) => setTimeout(done, 50));
const hits = [];
const report = (el, { rule, identity, label, ...measured }) => hits.push({ rule, selector: dom.selector(el), signature: dom.signature(el), identity: identity.replace(/^https?:\/\/[^/]+/, ''), label,
  html: dom.html(el), box: dom.box(el), measured });
const exposed = (el) => dom.visible(el) && !el.closest('[aria-hidden=true]');
const stops = [...document.querySelectorAll('button, [role=button], input[type=button], input[type=checkbox], a[href]')]
  .filter((b) => exposed(b) && /\b(play|pause|stop|mute|unmute|sound|volume|audio|silence|ton|lautlos|anhalten|arrêter|silencio)\b/i.test(dom.name(b)));
const audible = (media) => {
  if (media.tagName === 'AUDIO') return true;
  if (media.readyState < 1) return null;
  if (media.webkitAudioDecodedByteCount > 0) return true;
  try {
    return media.captureStream().getAudioTracks().length > 0;
  } catch {
    return null; // Another origin's film keeps this to itself.
  }
};
const lasts = (media) => {
  const part = /#t=(?:npt:)?([\d.]*)(?:,([\d.]+))?$/.exec(media.currentSrc);
  const end = part && part[2] ? +part[2] : media.duration;
  return end - (part && part[1] ? +part[1] : 0);
};
const live = (media) => media.duration === Infinity || media.srcObject;
const words = dom.textElements().filter((el) => !el.closest('nav, header, footer, button, label, select')).map(dom.ownText).join(' ').split(/\s+/).filter((w) => /\p{L}/u.test(w)).length;
// Words that may well be what is said: whether they are, only people can tell.
const told = words >= 25 || [...document.querySelectorAll('a[href], button, summary')].some((a) => /transcript|text (version|alternative)|captions|described version|transkript|abschrift|transcription|transcripción/i.test(dom.name(a)));
const hinted = (media) => /caption|subtitle|untertitel|sous-?titre|described|voiceover|sign-?lang/i.test(media.currentSrc + ' ' + dom.name(media) + ' ' + dom.near(media));
for (const media of all) {
  const sound = audible(media);
  const label = dom.name(media) || media.currentSrc.split('/').pop() || media.tagName.toLowerCase();
  const shown = media.tagName === 'AUDIO' ? media.controls && media.checkVisibility({ visibilityProperty: true }) : dom.visible(media);
  if (media.autoplay && !media.muted && sound && lasts(media) > 3.05 && !(media.controls && shown) && !stops.length)
    report(media, { rule: 'autoplay', identity: media.currentSrc, label, seconds: Math.round(lasts(media)) || -1 });
  if (live(media) || media.readyState < 1 || told || hinted(media)) continue;
  const playable = media.controls || (media.autoplay && media.tagName === 'AUDIO') || stops.length > 0;
  const tracks = [...media.querySelectorAll('track[src]')].map((t) => t.kind);
  if (media.tagName === 'AUDIO') {
    if (playable && shown && lasts(media) > 2) report(media, { rule: 'audio', identity: media.currentSrc, label });
  } else if (shown && playable && sound && !tracks.some((k) => /captions|subtitles/.test(k))) report(media, { rule: 'captions', identity: media.currentSrc, label });
  else if (shown && media.controls && sound === false && !tracks.includes('descriptions') && !dom.labelled(media, 'aria-describedby').length)
    report(media, { rule: 'video-only', identity: media.currentSrc, label });
}
return JSON.stringify(hits);
