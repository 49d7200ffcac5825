import type { Core } from '../core/core';
import { patch, quietly } from '../core/util';
import type { Tree } from './tree';

/** Rules put into a sheet or taken out one by one: `index, text` or `index, 0`. */
type Change = [index: number, rule: string | 0];

const CHUNK = 60_000;

/** Style sheets as the browser has them: texts, rules that scripts insert, adopted sheets. */
export class Styles {
  /** Elements whose sheet has to be written as a whole. */
  readonly whole = new Set<Element>();
  private changes = new Map<CSSStyleSheet, Change[]>();
  private readonly modified = new WeakSet<CSSStyleSheet>();
  private readonly numbers = new WeakMap<CSSStyleSheet, number>();
  private known = new Set<number>();
  private last = 0;
  readonly roots = new Map<Document | ShadowRoot, string>();

  constructor(
    private readonly core: Core,
    private readonly tree: Tree,
    private readonly soon: () => void,
  ) {}

  reset(): void {
    this.whole.clear();
    this.changes.clear();
    this.known = new Set();
    this.roots.clear();
  }

  /** A style or link element is part of the recording. */
  add(e: Element): void {
    if (e.localName === 'style' || (e.localName === 'link' && /stylesheet/i.test((e as HTMLLinkElement).rel))) this.whole.add(e);
  }

  /** Notices what scripts do to sheets of this window. */
  attach(win: Window & typeof globalThis): void {
    const core = this.core;
    const note = core.guard((sheet: CSSStyleSheet | null, change: Change | null) => {
      if (!sheet) return;
      this.modified.add(sheet);
      const owner = sheet.ownerNode as Element | null;
      if (owner && (this.whole.has(owner) || !this.tree.id(owner))) return;
      if (change && (owner || this.known.has(this.numbers.get(sheet) ?? 0))) {
        const list = this.changes.get(sheet) ?? [];
        list.push(change);
        this.changes.set(sheet, list);
      } else if (owner) {
        this.changes.delete(sheet);
        this.whole.add(owner);
      } else {
        this.changes.delete(sheet);
        this.known.delete(this.numbers.get(sheet) ?? 0);
        for (const root of this.roots.keys()) this.roots.set(root, '');
      }
      this.soon();
    });
    const sheets = win.CSSStyleSheet?.prototype;
    core.onStop(patch(sheets, 'insertRule', (original: (r: string, i?: number) => number) => function (this: CSSStyleSheet, rule: string, index?: number) {
      const at = original.call(this, rule, index);
      note(this, [at, this.cssRules[at]?.cssText ?? rule]);
      return at;
    }));
    core.onStop(patch(sheets, 'deleteRule', (original: (i: number) => void) => function (this: CSSStyleSheet, index: number) {
      original.call(this, index);
      note(this, [index, 0]);
    }));
    for (const name of ['replace', 'replaceSync'] as const) {
      core.onStop(patch(sheets, name, (original: (text: string) => unknown) => function (this: CSSStyleSheet, text: string) {
        const result = original.call(this, text);
        note(this, null);
        if (result instanceof win.Promise) void (result as Promise<unknown>).then(() => note(this, null), () => {});
        return result;
      }));
    }
    const groups = win.CSSGroupingRule?.prototype;
    for (const name of ['insertRule', 'deleteRule'] as const) {
      core.onStop(patch(groups, name, (original: (...a: never[]) => unknown) => function (this: CSSGroupingRule, ...args: never[]) {
        const result = original.apply(this, args);
        note(this.parentStyleSheet, null);
        return result;
      }));
    }
  }

  /** Writes sheets that are new or were replaced, in chunks. */
  *write(isDue: () => boolean): Generator<void, void> {
    while (this.whole.size) {
      const e = this.whole.values().next().value as HTMLStyleElement;
      this.whole.delete(e);
      const id = this.tree.id(e);
      if (!id) continue;
      let text = '';
      let sent = false;
      const send = (more: 0 | 1): void => {
        this.core.outbox.operation(9, `${id},${JSON.stringify(this.core.taint.clean(text))},${more}`);
        text = '';
        sent = true;
      };
      const sheet = e.sheet;
      if (e.localName === 'style' && !(sheet && this.modified.has(sheet)) && !this.isFilledByScript(e)) {
        text = e.textContent ?? '';
        if (text) send(0);
        continue;
      }
      if (sheet) this.changes.delete(sheet);
      for (const rule of rulesOf(sheet)) {
        text += absolute(rule.cssText, sheet!.href) + '\n';
        if (text.length > CHUNK) send(1);
        if (isDue()) yield;
      }
      if (text || sent) send(0);
    }
  }

  /** A sheet with rules that its text doesn't have: CSS in JavaScript that began before the recorder. */
  private isFilledByScript(e: HTMLStyleElement): boolean {
    const rules = quietly(() => e.sheet?.cssRules.length) ?? 0;
    const text = e.textContent ?? '';
    if (!rules) return false;
    if (!text.trim()) return true;
    if (text.length > 100_000 || /@import/.test(text)) return false;
    return (quietly(() => {
      const copy = new CSSStyleSheet();
      copy.replaceSync(text);
      return copy.cssRules.length;
    }) ?? rules) !== rules;
  }

  /** Sends single rules and adopted sheets that changed. */
  flush(): void {
    for (const [sheet, list] of this.changes) {
      const owner = sheet.ownerNode as Element | null;
      const id = owner ? this.tree.id(owner) : -(this.numbers.get(sheet) ?? 0);
      if (!id) continue;
      this.core.outbox.operation(14, id + list.map(([at, rule]) => `,${at},${rule === 0 ? 0 : JSON.stringify(this.core.taint.clean(rule))}`).join(''));
    }
    this.changes.clear();
    for (const [root, before] of this.roots) this.adopted(root, before);
  }

  private adopted(root: Document | ShadowRoot, before: string): void {
    const sheets = root.adoptedStyleSheets;
    if (!sheets || (!sheets.length && !before)) return;
    const id = this.tree.id(root);
    if (!id) {
      this.roots.delete(root);
      return;
    }
    const numbers: number[] = [];
    const fresh: string[] = [];
    for (const sheet of sheets) {
      let number = this.numbers.get(sheet);
      if (!number) this.numbers.set(sheet, (number = ++this.last));
      numbers.push(number);
      if (!this.known.has(number)) {
        this.known.add(number);
        fresh.push(`[${number},${[...rulesOf(sheet)].map((r) => JSON.stringify(this.core.taint.clean(r.cssText))).join()}]`);
      }
    }
    const now = numbers.join();
    if (now === before && !fresh.length) return;
    this.roots.set(root, now);
    this.core.outbox.operation(10, `${id},[${now}],[${fresh.join()}]`);
  }
}

/** Rules of a sheet, imported ones in their place; none when another origin's. */
function* rulesOf(sheet: CSSStyleSheet | null): Generator<CSSRule> {
  const rules = quietly(() => sheet?.cssRules);
  if (!rules) return;
  for (let i = 0; i < rules.length; i++) {
    const imported = (rules[i] as CSSImportRule).styleSheet;
    if (imported && quietly(() => imported.cssRules)) yield* rulesOf(imported);
    else yield rules[i]!;
  }
}

/** Addresses in a linked sheet are relative to the sheet; in the replay they would be to the page. */
const absolute = (css: string, base: string | null): string =>
  base && css.includes('url(')
    ? css.replace(/url\((["']?)(?!data:|#)([^"')]+)\1\)/g, (all, _, url: string) => quietly(() => `url("${new URL(url, base).href}")`) ?? all)
    : css;
