// Switches the recorder on for one assignment and carries what it records to HitlAI, so that the site's own policy doesn't matter.
import { belongs, patternOf } from './assignment.js';

const SCRIPTS = ['hitlai-bridge', 'hitlai-recorder'];

async function assignment() {
  const { assignment: kept } = await chrome.storage.local.get('assignment');
  if (!kept) return null;
  if (kept.until > Date.now()) return kept;
  await switchOff();
  return null;
}

async function switchOn(next) {
  await switchOff();
  await chrome.storage.local.set({ assignment: next });
  await chrome.scripting.registerContentScripts([
    { id: SCRIPTS[0], matches: [patternOf(next)], js: ['bridge.js'], runAt: 'document_start', world: 'ISOLATED' },
    { id: SCRIPTS[1], matches: [patternOf(next)], js: ['replay.js', 'r.js', 'start.js'], runAt: 'document_start', world: 'MAIN' },
  ]);
  await show(true);
}

async function switchOff() {
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: SCRIPTS });
  if (registered.length) await chrome.scripting.unregisterContentScripts({ ids: registered.map((r) => r.id) });
  await chrome.storage.local.remove('assignment');
  await show(false);
}

async function show(on) {
  await chrome.action.setBadgeText({ text: on ? 'REC' : '' });
  await chrome.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await chrome.action.setTitle({ title: on ? 'HitlAI recorder: recording the site under test' : 'HitlAI recorder: off' });
}

/** Sends one of the recorder's requests. The key is added here: the page never sees it. */
async function carry({ method, path, body }, sender) {
  const current = await assignment();
  if (!current || sender.frameId !== 0 || !belongs(current, sender.url)) return { status: 403 };
  if (!/^\/api\/recordings\/(config|[0-9a-f-]{36}\/(batch|batches|forget))\?k=rk_extension(&|$)/.test(path)) return { status: 403 };
  try {
    const response = await fetch(current.host + path.replace('k=rk_extension', 'k=' + encodeURIComponent(current.key)), {
      method,
      credentials: 'omit',
      headers: body ? { 'Content-Type': 'text/plain' } : {},
      body: body ? Uint8Array.from(atob(body), (c) => c.charCodeAt(0)) : undefined,
    });
    const retryAfter = Number(response.headers.get('Retry-After'));
    return { status: response.status, body: method === 'GET' ? await response.text() : '', ...(retryAfter > 0 ? { retryAfter } : {}) };
  } catch {
    return { status: 0 };
  }
}

/** What the popup may ask; a page's script may only send. */
function answerTo(message, sender) {
  if (message.what === 'carry') return carry(message, sender);
  if (!sender.url?.startsWith(chrome.runtime.getURL(''))) return Promise.resolve(null);
  if (message.what === 'on') return switchOn(message.assignment).then(() => ({ ok: true }));
  if (message.what === 'off') return switchOff().then(() => ({ ok: true }));
  return assignment();
}

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  answerTo(message, sender).then(answer, (e) => answer({ status: 0, error: String(e?.message ?? e) }));
  return true;
});

// What is registered survives a restart of the browser; an assignment that ended meanwhile must not.
chrome.runtime.onStartup.addListener(() => void assignment());
