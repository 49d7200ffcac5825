import { Kind, targetOf, type Core } from '../core/core';
import { labelOf, selectorOf } from '../core/describe';
import { isButton, isField, type Field } from '../core/taint';
import { closest, isElement, now, quietly } from '../core/util';

const BLOCK = '[data-hitlai-block]';

/** What is known of a field while somebody is in it. */
interface Visit {
  at: number;
  sent: number;
  length: number;
  flags: number;
  keyAt: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** Fields: focus, blur, input, change and submit, with lengths but never a value. */
export function forms(core: Core): void {
  const visits = new WeakMap<Element, Visit>();
  const roots = new WeakSet<Node>();

  const fieldOf = (event: Event): Element | null => {
    const target = targetOf(event);
    if (!isElement(target) || closest(target, BLOCK)) return null;
    if (isField(target)) return isButton(target) ? null : target;
    return (target as HTMLElement).isContentEditable ? closest(target, '[contenteditable]') : null;
  };

  const visitOf = (field: Element): Visit => {
    let visit = visits.get(field);
    if (!visit) visits.set(field, (visit = { at: now(), sent: 0, length: lengthOf(field) ?? 0, flags: 0, keyAt: 0 }));
    return visit;
  };

  const send = (type: number, field: Element, flags: number, timeIn: number | null): void => {
    const form = (field as HTMLInputElement).form ?? null;
    const validity = (field as HTMLInputElement).validity as ValidityState | undefined;
    let problem: string | null = null;
    if (validity && !validity.valid) {
      for (const name in validity) if (name !== 'valid' && validity[name as keyof ValidityState]) problem = name;
      if (problem === 'customError') problem = core.text((field as HTMLInputElement).validationMessage, 120);
    }
    core.emit(
      Kind.Form, type, attribute(form, 'id'), attribute(form, 'name'), form ? core.url(attribute(form, 'action') ?? location.href) : null,
      core.taint.clean(attribute(field, 'name') ?? field.id).slice(0, 120) || null, (field as HTMLInputElement).type ?? 'editable', labelOf(field, core.taint) || null,
      lengthOf(field), validity ? (validity.valid ? 1 : 0) : null, problem, timeIn, flags, selectorOf(field, core.taint),
    );
  };
  const attribute = (e: Element | null, name: string): string | null => (e && e.getAttribute(name) ? core.taint.clean(e.getAttribute(name)!).slice(0, 200) : null);

  const learn = (field: Element): void => {
    if (isField(field)) core.taint.read(field, true);
    else core.taint.readEditable(field);
  };

  const input = (event: Event): void => {
    const field = fieldOf(event);
    if (!field) return;
    learn(field);
    const visit = visitOf(field);
    const kind = (event as InputEvent).inputType ?? '';
    const length = lengthOf(field) ?? 0;
    if (/paste|drop/i.test(kind)) visit.flags |= 1;
    if (!kind || quietly(() => field.matches(':autofill'))) visit.flags |= 2;
    if (!event.isTrusted) visit.flags |= 8;
    if (length < visit.length) visit.flags |= 4;
    if (visit.length === 0 && visit.flags & 4) visit.flags |= 16;
    if (event.isTrusted && kind === 'insertText' && now() - visit.keyAt > 3000) visit.flags |= 32;
    visit.length = length;
    if (now() - visit.sent > 1000) {
      clearTimeout(visit.timer);
      visit.timer = undefined as never;
      visit.sent = now();
      send(2, field, visit.flags, null);
    } else {
      visit.timer ??= setTimeout(core.guard(() => {
        visit.timer = undefined as never;
        visit.sent = now();
        send(2, field, visit.flags, null);
      }), 1000);
    }
  };

  const change = (event: Event): void => {
    const field = fieldOf(event);
    if (!field) return;
    learn(field);
    send(3, field, visitOf(field).flags | (event.isTrusted ? 0 : 8), null);
  };

  core.inDocuments((doc, win) => {
    // On the window, so that a value is known before the page's own listeners can show it elsewhere.
    core.on(win, 'input', input);
    core.on(win, 'change', change);
    core.on(win, 'keydown', (event: KeyboardEvent) => {
      const field = fieldOf(event);
      if (field) visitOf(field).keyAt = now();
    });
    core.on(win, 'focusin', (event: Event) => {
      const field = fieldOf(event);
      if (!field) return;
      const root = field.getRootNode();
      if ((root as ShadowRoot).host && !roots.has(root)) {
        roots.add(root);
        core.on(root, 'change', change);
      }
      if (isField(field)) core.taint.read(field);
      const visit = visitOf(field);
      visit.at = now();
      visit.length = lengthOf(field) ?? 0;
      send(0, field, 0, null);
    });
    core.on(win, 'focusout', (event: Event) => {
      const field = fieldOf(event);
      if (!field) return;
      learn(field);
      const visit = visitOf(field);
      if (visit.timer) {
        clearTimeout(visit.timer);
        visit.timer = undefined as never;
        send(2, field, visit.flags, null);
      }
      send(1, field, visit.flags, now() - visit.at);
      visit.flags &= 4;
    });
    core.on(win, 'submit', (event: Event) => {
      const form = event.target as HTMLFormElement;
      if (!isElement(form) || closest(form, BLOCK)) return;
      core.freshen();
      core.emit(
        Kind.Form, 4, attribute(form, 'id'), attribute(form, 'name'), core.url(form.getAttribute('action') || location.href), null, null, null, null,
        form.matches(':invalid') ? 0 : 1, null, null, event.isTrusted ? 0 : 8, selectorOf(form, core.taint),
      );
    });
    core.on(win, 'invalid', (event: Event) => {
      const field = fieldOf(event);
      if (field) send(3, field, visitOf(field).flags, null);
    });
    core.on(win, 'copy cut paste', (event: ClipboardEvent) => {
      const what = event.type === 'copy' ? 1 : event.type === 'cut' ? 2 : 3;
      const length = what === 3 ? (event.clipboardData?.getData('text').length ?? null) : String(doc.getSelection()).length;
      core.emit(Kind.Act, what, length);
    });
  });
}

/** Characters in a field, files chosen; null where a length tells nothing. */
function lengthOf(field: Element): number | null {
  if (!isField(field)) return (field.textContent ?? '').length;
  const type = (field as Field).type;
  if (type === 'file') return (field as HTMLInputElement).files?.length ?? 0;
  if (type === 'checkbox' || type === 'radio' || type === 'color' || type === 'range') return null;
  return field.value.length;
}
