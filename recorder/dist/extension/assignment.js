// What one assignment says: which site is recorded, with which key, until when.

/**
 * Reads what a tester pasted: the assignment's recording link,
 * `https://hitlai.example/record#key=rk_…&site=https%3A%2F%2Fshop.example&until=1767225600000`.
 * @returns {{host: string, key: string, site: string, until: number}}
 * @throws {Error} with a sentence for the tester
 */
export function parseLink(text, now = Date.now()) {
  let link;
  try {
    link = new URL(text.trim());
  } catch {
    throw new Error('This is not a link. Copy the recording link from your assignment.');
  }
  const data = new URLSearchParams(link.hash.slice(1));
  const key = data.get('key') ?? '';
  if (!/^rk_[\w-]{8,}$/.test(key)) throw new Error('This link has no recording key. Copy the recording link from your assignment.');
  let site;
  try {
    site = new URL(data.get('site') ?? '');
  } catch {
    throw new Error('This link names no site to test.');
  }
  if (!/^https?:$/.test(site.protocol)) throw new Error('Only web sites can be recorded.');
  if (site.origin === link.origin) throw new Error('HitlAI itself is not recorded.');
  const until = Number(data.get('until')) || now + 4 * 3600_000;
  if (until <= now) throw new Error('This assignment has ended.');
  return { host: link.origin, key, site: site.origin, until: Math.min(until, now + 24 * 3600_000) };
}

/** The pattern of the browser for pages of the site under test; it knows no ports. */
export const patternOf = (assignment) => new URL(assignment.site).protocol + '//' + new URL(assignment.site).hostname + '/*';

/** Whether a page belongs to the site under test. */
export const belongs = (assignment, url) => {
  try {
    return new URL(url).origin === assignment.site;
  } catch {
    return false;
  }
};
