import { Kind, targetOf, type Core } from '../core/core';
import { selectorOf } from '../core/describe';
import { closest, isElement } from '../core/util';

/** Keys: named ones by name, printable ones as a class, in password fields not even that. */
export function keys(core: Core): void {
  const secret = new WeakSet<Element>();
  const handle = (event: KeyboardEvent): void => {
    const target = targetOf(event);
    if (!isElement(target) || closest(target, '[data-hitlai-block]')) return;
    // A password field that is shown for a moment stays one.
    if ((target as HTMLInputElement).type === 'password') secret.add(target);
    const mods = (event.ctrlKey ? 1 : 0) + (event.altKey ? 2 : 0) + (event.shiftKey ? 4 : 0) + (event.metaKey ? 8 : 0);
    core.emit(
      Kind.Key, event.type === 'keydown' ? 0 : 1, nameOf(event.key, secret.has(target)), mods, selectorOf(target, core.taint),
      closest(target, 'form,input,textarea,select,[contenteditable]') ? 1 : 0, event.repeat ? 1 : null,
    );
  };
  core.inDocuments((_, win) => core.on(win, 'keydown keyup', handle));
}

function nameOf(key: string | undefined, secret: boolean): string {
  if (!key) return 'Unidentified';
  if ([...key].length > 1) return key.slice(0, 20);
  if (secret) return 'key';
  if (/\p{L}/u.test(key)) return 'letter';
  if (/\p{N}/u.test(key)) return 'digit';
  if (key === ' ') return 'space';
  return /[\p{P}\p{S}]/u.test(key) ? 'punctuation' : 'other';
}
