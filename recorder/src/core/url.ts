const ROUTE = /^#!?\/[^?&=]*$/;
const WORDLIKE = /^[\p{Ll}\p{Lu}._~!-]{0,40}$/u;

/** An address without the values of its query; of its hash only what looks like a route is left. Never throws. */
export function stripUrl(raw: string, base?: string): string {
  try {
    if (!raw || /^(data|blob|javascript|mailto|tel|sms):/i.test(raw)) return raw.slice(0, raw.indexOf(':') + 1);
    const url = new URL(raw, base);
    if (url.origin === 'null') return url.protocol;
    return (url.origin + url.pathname + query(url.search) + hash(url.hash)).slice(0, 2000);
  } catch {
    return '';
  }
}

/** `?a=1&b` → `?a=*&*` */
function query(search: string): string {
  if (search.length < 2) return '';
  return '?' + search.slice(1).split('&').slice(0, 50).map((pair) => {
    const name = pair.split('=')[0]!;
    return pair.includes('=') && /^[\w.\-[\]%]{1,40}$/.test(name) ? name + '=*' : '*';
  }).join('&');
}

function hash(fragment: string): string {
  const path = fragment.split('?')[0]!;
  return ROUTE.test(path) ? path.split('/').map((part) => (part.startsWith('#') || WORDLIKE.test(part) ? part : '*')).join('/') : '';
}

/** Values in the page's own address that look like secrets, so that they are masked elsewhere, too. */
export function secretsOf(location: Location): string[] {
  const found: string[] = [];
  for (const text of (location.search + '&' + location.hash.slice(1)).split(/[?&]/)) {
    const value = text.slice(text.indexOf('=') + 1);
    try {
      const plain = decodeURIComponent(value.replace(/\+/g, ' '));
      if (plain.length > 5 && (/@/.test(plain) || (/\d/.test(plain) && /\p{L}/u.test(plain)))) found.push(plain);
    } catch {
      if (value.length > 5) found.push(value);
    }
  }
  return found;
}
