/** Small helpers that every part shares. */

/** FNV-1a, 32 bit: of a text's UTF-16 units (tokens, sampling) or of bytes (batches). */
export function fnv(data: string | Uint8Array, hash = 0x811c9dc5): number {
  const text = typeof data === 'string';
  for (let i = 0; i < data.length; i++) {
    hash = Math.imul(hash ^ (text ? (data as string).charCodeAt(i) : (data as Uint8Array)[i]!), 0x01000193);
  }
  return hash >>> 0;
}

/** Milliseconds since 1970, monotonic while the page lives. */
export const now = (): number => Math.round(performance.timeOrigin + performance.now());

/** A UUID of version 7: ordered by time, made without a secure context. */
export function uuid(): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  let t = Date.now();
  for (let i = 5; i >= 0; i--) {
    b[i] = t % 256;
    t = Math.floor(t / 256);
  }
  b[6] = (b[6]! & 15) | 112;
  b[8] = (b[8]! & 63) | 128;
  const hex = Array.from(b, (x) => (x + 256).toString(16).slice(1)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Runs something that must never disturb the page. */
export function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const tenth = (ms: number): number => Math.round(ms * 10) / 10;

/** Replaces a function of the page's objects by a wrapper; answers with what puts it back. */
export function patch<T extends object>(owner: T | undefined, name: keyof T, wrap: (original: never) => unknown): () => void {
  const original = owner && owner[name];
  if (typeof original !== 'function') return () => {};
  const wrapper = wrap(original as never) as T[keyof T];
  quietly(() => (owner![name] = wrapper));
  return () => {
    if (owner![name] === wrapper) owner![name] = original;
  };
}

export const isElement = (node: unknown): node is Element => !!node && (node as Node).nodeType === 1;

/** Parent across shadow roots; null at a document. */
export const parentOf = (node: Node): Element | null =>
  node.parentElement || ((node.parentNode as ShadowRoot | null)?.host ?? null);

/** `closest` that looks out of shadow trees, too. */
export function closest(element: Element | null, selector: string): Element | null {
  for (let e = element; e; e = ((e.getRootNode() as ShadowRoot).host ?? null)) {
    const hit = e.closest(selector);
    if (hit) return hit;
  }
  return null;
}
