import { fnv, isElement, quietly } from './util';

/** Elements that hold what a person entered. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const BUTTONS = /^(submit|button|reset|image)$/;
const TRIVIAL = /^(on|off|true|false|yes|no|\d)$/i;
const LIMIT = 2000;

export const isField = (e: Element): e is Field => /^(input|textarea|select)$/.test(e.localName);

/** A field whose `value` is its label, not something entered. */
export const isButton = (e: Element): boolean => e.localName === 'input' && BUTTONS.test((e as HTMLInputElement).type);

export const stars = (text: string): string => text.replace(/\S/g, '*');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Remembers what was typed or filled in and takes it out of everything that is about to leave: the tracking of tainted text.
 * Values are kept in memory only; for the pages that follow, salted hashes of their words.
 */
export class Taint {
  /** Masks all text, not only what was entered. */
  all = false;
  readonly fields = new Set<Field>();
  private readonly seen = new WeakMap<Element, string>();
  private readonly touched = new WeakSet<Element>();
  private readonly tokens = new Set<string>();
  private readonly growing = new Map<string, number>();
  private readonly brief = new Set<string>();
  private hashes: Set<number>;
  private readonly fresh = new Set<string>();
  private pattern: RegExp | null = null;
  private stale = false;
  private scanned = -1e9;

  constructor(
    private readonly salt: string,
    earlier: number[] = [],
  ) {
    this.hashes = new Set(earlier);
  }

  /** Hashes of the words entered so far, for the next page of the session. */
  words(): number[] {
    for (const token of this.fresh) {
      for (const word of wordsOf(token)) this.hashes.add(this.hash(word));
    }
    this.fresh.clear();
    return [...this.hashes].slice(-LIMIT);
  }

  private hash(word: string): number {
    return fnv(this.salt + word.toLowerCase());
  }

  /** Reads a field and remembers its value; `byPerson` when the person has just changed it. */
  read(field: Field, byPerson = false): void {
    this.fields.add(field);
    if (isButton(field)) return;
    const type = field.type;
    if (byPerson) this.touched.add(field);
    const touched = this.touched.has(field);
    if (type === 'file') {
      for (const file of (field as HTMLInputElement).files ?? []) {
        this.learn(file.name, true);
        this.learn(file.name.replace(/\.\w{1,5}$/, ''), true);
      }
    } else if (field.localName === 'select') {
      for (const option of (field as HTMLSelectElement).selectedOptions) {
        if (!TRIVIAL.test(option.value)) this.learn(option.value, touched);
        if (touched) this.learn(option.text, option.text.length > 3);
      }
    } else if (type === 'checkbox' || type === 'radio') {
      if ((field as HTMLInputElement).checked && !TRIVIAL.test(field.value)) this.learn(field.value, touched);
    } else {
      const value = field.value;
      const before = this.seen.get(field);
      if (before !== value) {
        this.seen.set(field, value);
        if (before && value.length > before.length && value.startsWith(before)) this.outgrow(before.trim());
        // A value that the page changes after it was first seen follows from what the person did.
        this.learn(value, touched || (before !== undefined && value.length > 3));
      }
      const initial = (field as HTMLInputElement).defaultValue;
      if (initial && initial !== value) this.learn(initial, false);
    }
  }

  /** Text of something editable that is no field. */
  readEditable(root: Element): void {
    const text = (root.textContent ?? '').slice(0, 5000);
    const before = this.seen.get(root);
    this.seen.set(root, text);
    if (before && text.startsWith(before)) this.outgrow(before.trim());
    this.learn(text, true);
  }

  /** Remembers a value. What nobody touched counts only when it looks like a secret, not like a word of the page. */
  learn(raw: string, entered: boolean): void {
    const value = raw.trim();
    if (!value || (!entered && (value.length < 6 || !/\d|@|\s|[a-z][A-Z]/.test(value) || /^\d{1,7}$/.test(value)))) return;
    if (value.length < 3) {
      this.brief.add(value.toLowerCase());
      return;
    }
    this.add(value);
    const words = value.split(/\s+/);
    if (words.length > 1) {
      for (const word of words) if (word.length > 3 && (words.length < 6 || /[\d@]/.test(word))) this.add(word);
      this.add(value.slice(0, 24).trim());
      for (const part of value.split(/[.!?\n]+/)) if (part.trim().length > 7) this.add(part.trim());
    }
    const mail = /^([^@\s]{4,})@[^@\s]+$/.exec(value);
    if (mail) this.add(mail[1]!);
    const digits = value.replace(/\D/g, '');
    if (digits.length > 11 && /^[\d\s./()+-]+$/.test(value)) this.add(digits.slice(-4));
  }

  private add(value: string): void {
    const token = value.toLowerCase();
    if (this.tokens.has(token)) return;
    this.tokens.add(token);
    this.fresh.add(token);
    this.stale = true;
  }

  /** A value that went on growing stays masked for a while only: a late mirror may still show it. */
  private outgrow(value: string): void {
    const token = value.toLowerCase();
    this.brief.delete(token);
    if (this.tokens.delete(token)) this.growing.set(token, performance.now() + 10_000);
    this.fresh.delete(token);
    this.stale = true;
  }

  /** Looks at all fields again, those that were only filled by the page, too. */
  refresh(document: Document): void {
    const time = performance.now();
    if (time - this.scanned > 1000) {
      this.scanned = time;
      for (const name of ['input', 'textarea', 'select']) {
        for (const e of Array.from(document.getElementsByTagName(name)).slice(0, LIMIT)) this.fields.add(e as Field);
      }
    }
    for (const field of this.fields) {
      this.read(field);
      if (!field.isConnected) this.fields.delete(field);
    }
  }

  private compile(): void {
    const time = performance.now();
    for (const [token, until] of this.growing) {
      if (until < time) {
        this.growing.delete(token);
        this.stale = true;
      }
    }
    if (!this.stale) return;
    this.stale = false;
    const variants = new Set<string>();
    for (const token of [...this.tokens, ...this.growing.keys()].sort((a, b) => b.length - a.length)) {
      variants.add(form(token));
      const encoded = (quietly(() => encodeURIComponent(token)) ?? token).toLowerCase();
      if (encoded !== token) {
        variants.add(form(encoded));
        variants.add(form(encoded.replace(/%20/g, '+')));
      }
      const quoted = JSON.stringify(token).slice(1, -1);
      if (quoted !== token) variants.add(form(quoted));
    }
    this.pattern = variants.size ? new RegExp([...variants].join('|'), 'giu') : null;
  }

  /** The text without anything that was entered; as long as before. */
  mask(text: string): string {
    if (!text) return text;
    if (this.all || this.tokens.size > LIMIT) return stars(text);
    return this.clean(text);
  }

  /** Like `mask`, for what isn't text of the page (addresses, names, selectors): never masked as a whole. */
  clean(text: string): string {
    if (this.stale || this.growing.size) this.compile();
    if (this.brief.size && text.length < 9 && this.brief.has(text.trim().toLowerCase())) return stars(text);
    if (this.pattern) text = text.replace(this.pattern, stars);
    if (this.hashes.size) text = text.replace(/\S{4,}/g, (chunk) => this.earlier(chunk));
    return text;
  }

  private earlier(chunk: string): string {
    if (chunk.length > 400) return chunk;
    const known = (word: string): boolean => this.hashes.has(this.hash(word));
    if (known(chunk)) return stars(chunk);
    return chunk.replace(/[\p{L}\p{N}][^\s"'<>()&=?/,;]{2,}[\p{L}\p{N}]/gu, (w) => (known(w) ? stars(w) : w))
      .replace(/[\p{L}\p{N}]{5,}/gu, (w) => (known(w) ? stars(w) : w));
  }
}

/** The pattern of a token: numbers also with separators, short ones as whole words. */
function form(token: string): string {
  const digits = token.replace(/[\s./()+-]/g, '');
  let pattern = escaped(token).replace(/\s+/g, '\\s+');
  if (/^\d{6,}$/.test(digits)) pattern = digits.split('').join('[\\s.\\/()+\\-]{0,2}');
  else if (token.length > 5) return pattern;
  return `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
}

/** Words of a value that later pages may repeat. */
function* wordsOf(token: string): Generator<string> {
  for (const chunk of token.split(/\s+/)) {
    const bare = chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (bare.length > 3) yield bare;
    for (const run of chunk.match(/[\p{L}\p{N}]{5,}/gu) ?? []) if (/\d/.test(run) || run.length > 7) yield run;
  }
}

const MASK = '[data-hitlai-mask]';

/** True where text is never shown: masked parts, editable text, options. */
export function isMasked(node: Node): boolean {
  for (let e: Node | null = node; e; e = e.parentNode ?? (e as ShadowRoot).host ?? null) {
    if (isElement(e) && (e.matches(MASK) || isField(e) || e.localName === 'option' || (e as HTMLElement).isContentEditable)) return true;
    if (e.nodeType === 9) return (e as Document).designMode === 'on';
  }
  return false;
}
