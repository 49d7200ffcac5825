import { parseLink, patternOf } from './assignment.js';

const at = (id) => document.getElementById(id);

async function show() {
  const assignment = await chrome.runtime.sendMessage({ what: 'which' });
  at('off').hidden = !!assignment;
  at('on').hidden = !assignment;
  if (!assignment) return;
  at('site').textContent = new URL(assignment.site).host;
  at('until').textContent = new Date(assignment.until).toLocaleString();
}

at('off').addEventListener('submit', async (event) => {
  event.preventDefault();
  at('problem').textContent = '';
  try {
    const assignment = parseLink(at('link').value);
    const origins = [patternOf(assignment), assignment.host.replace(/:\d+$/, '') + '/*'];
    if (!(await chrome.permissions.request({ origins }))) throw new Error('Without your permission the site cannot be recorded.');
    const answer = await chrome.runtime.sendMessage({ what: 'on', assignment });
    if (!answer?.ok) throw new Error('The recorder could not be switched on: ' + (answer?.error ?? 'no answer'));
    await show();
  } catch (e) {
    at('problem').textContent = e.message;
  }
});

at('stop').addEventListener('click', async () => {
  await chrome.runtime.sendMessage({ what: 'off' });
  await show();
});

void show();
