import { Kind, targetOf, type Core } from '../core/core';
import { isElement, patch, quietly } from '../core/util';

const LEVELS = ['debug', 'info', 'log', 'warn', 'error'] as const;
const PER_PAGE = 500;
const FRAME = /(?:at |@|\()((?:https?|file|blob):[^\s()]+?):(\d+):(\d+)\)?$/m;

/** What the console shows and what goes wrong in scripts, without anything that was entered. */
export function log(core: Core): void {
  let left = PER_PAGE;
  let repeated = { key: '', count: 0, level: 0, rest: [] as unknown[] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inside = false;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (repeated.count) core.emit(Kind.Console, repeated.level, ...repeated.rest, repeated.count > 1 ? repeated.count : null);
    repeated = { key: '', count: 0, level: 0, rest: [] };
  };

  const note = core.guard((level: number, args: unknown[], trace: string) => {
    if (left <= 0) return;
    core.freshen();
    const message = core.text(args.map((a) => show(a, 0)).join(' '), 1000);
    if (level + message === repeated.key) {
      repeated.count++;
      return;
    }
    flush();
    left--;
    const at = FRAME.exec(trace);
    const error = args.find((a) => a instanceof Error) as Error | undefined;
    repeated = {
      key: level + message, count: 1, level,
      rest: [message, at ? core.url(at[1]!) : null, at ? +at[2]! : null, at ? +at[3]! : null, error ? stackOf(core, error) : null],
    };
    timer = setTimeout(core.guard(flush), 1000);
  });

  core.inDocuments((_, win) => {
    LEVELS.forEach((name, level) => {
      core.onStop(patch(win.console, name, (original: (...a: unknown[]) => void) => function (this: unknown, ...args: unknown[]) {
        if (!inside) {
          inside = true;
          quietly(() => note(level, args, level > 2 ? (new Error().stack ?? '').split('\n').slice(2).join('\n') : ''));
          inside = false;
        }
        return original.apply(this ?? win.console, args);
      }));
    });
    core.on(win, 'error', (event: ErrorEvent) => {
      if (left-- <= 0) return;
      core.freshen();
      const target = targetOf(event);
      if (isElement(target)) {
        const url = (target as HTMLImageElement).currentSrc || (target as HTMLImageElement).src || (target as HTMLLinkElement).href;
        core.emit(Kind.Error, `${target.localName.toUpperCase()} failed`, 'ResourceError', core.url(String(url ?? '')), null, null, null, 2);
        return;
      }
      const e = event.error as Error | undefined;
      core.emit(Kind.Error, core.text(event.message, 1000), e?.name?.slice(0, 80) ?? 'Error', core.url(event.filename || ''), event.lineno, event.colno, stackOf(core, e), 0);
    });
    core.on(win, 'unhandledrejection', (event: PromiseRejectionEvent) => {
      if (left-- <= 0) return;
      core.freshen();
      const reason = event.reason as Error;
      core.emit(Kind.Error, core.text(quietly(() => reason?.message) ?? show(event.reason, 0), 1000), reason?.name ? core.taint.clean(String(reason.name)).slice(0, 80) : 'UnhandledRejection', null, null, null, stackOf(core, reason), 1);
    });
  });
  core.on(window, 'pagehide', flush);
  core.routes.push(flush);
}

/** A stack with stripped addresses and without what was entered. */
function stackOf(core: Core, error: Error | undefined): string | null {
  const stack = quietly(() => error?.stack);
  if (typeof stack !== 'string') return null;
  return core.text(stack.replace(/(?:https?|file|blob):[^\s()]+/g, (url) => {
    const place = /(:\d+)?(:\d+)?$/.exec(url)![0];
    return core.url(url.slice(0, url.length - place.length)) + place;
  }), 2000);
}

/** Short text of a logged value. */
function show(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.slice(0, 4000);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (isElement(value)) return `<${value.localName}>`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 1) return Array.isArray(value) ? '[…]' : '{…}';
  return quietly(() => {
    if (Array.isArray(value)) return '[' + value.slice(0, 10).map((v) => show(v, depth + 1)).join(', ') + ']';
    return '{' + Object.keys(value).slice(0, 10).map((k) => `${k}: ${show((value as never)[k], depth + 1)}`).join(', ') + '}';
  }) ?? '[object]';
}
