import { isButton, isField, isMasked, stars, type Taint } from './taint';
import { closest, isElement, parentOf } from './util';

const CONTROL = 'a[href],button,input,select,textarea,summary,label,option,video,audio,[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox],[role=radio],[role=switch],[role=option],[role=slider],[role=spinbutton],[onclick],[tabindex]';

/** What was really hit: the control around the innermost element, or that itself. */
export const controlOf = (e: Element): Element => closest(e, CONTROL) ?? e;

/** A selector that is short and finds the element again in another layout of the page. */
export function selectorOf(element: Element, taint: Taint): string {
  const parts: string[] = [];
  let e: Element | null = element;
  for (let depth = 0; e && depth < 6; depth++) {
    const id: string = e.getAttribute('data-testid') ?? '';
    if (id) {
      parts.unshift(`[data-testid="${id}"]`);
      break;
    }
    if (e.id && !/\d{4}|^[:\d]|[\s:]/.test(e.id)) {
      parts.unshift('#' + e.id);
      break;
    }
    let part = e.localName;
    const parent: ParentNode | null = e.parentNode as ParentNode | null;
    if (part === 'body' || part === 'html' || !parent) {
      parts.unshift(part);
      break;
    }
    const name = e.getAttribute('name');
    if (name && isField(e)) part += `[name="${name}"]`;
    else {
      const alike: Element[] = Array.prototype.filter.call(parent.children ?? [], (s: Element) => s.localName === part);
      if (alike.length > 1) part += `:nth-of-type(${alike.indexOf(e) + 1})`;
    }
    parts.unshift(part);
    if (!e.parentElement && (parent as ShadowRoot).host) parts.unshift('>>>');
    e = parentOf(e);
  }
  return taint.clean(parts.join(' > ').replace(/> >>> >/g, '>>>')).slice(0, 250);
}

/** The element's name as a person would read it, at most 80 characters, masked. */
export function textOf(element: Element, taint: Taint): string {
  if (isMasked(element) && !isButton(element)) return '';
  const label = element.getAttribute('aria-label') || element.getAttribute('alt') || element.getAttribute('title');
  if (label) return taint.mask(label).slice(0, 80);
  if (isButton(element)) return taint.mask((element as HTMLInputElement).value).slice(0, 80);
  const text: string[] = [];
  collect(element, taint, text, { left: 80, nodes: 60 });
  return taint.mask(text.join(' ').replace(/\s+/g, ' ').trim()).slice(0, 80);
}

function collect(node: Node, taint: Taint, text: string[], budget: { left: number; nodes: number }): void {
  for (let child = node.firstChild; child && budget.left > 0 && budget.nodes-- > 0; child = child.nextSibling) {
    if (child.nodeType === 3) {
      const value = child.nodeValue!.trim();
      text.push(value);
      budget.left -= value.length;
    } else if (isElement(child) && !/^(script|style|noscript|template|textarea|select)$/.test(child.localName)) {
      if (isField(child)) continue;
      if (child.matches('[data-hitlai-mask],[data-hitlai-block]') || (child as HTMLElement).isContentEditable) text.push(stars('x'));
      else collect(child, taint, text, budget);
    }
  }
}

/** The text of a field's label. */
export function labelOf(field: Element, taint: Taint): string {
  const own = field.getAttribute('aria-label');
  const label = (field as HTMLInputElement).labels?.[0];
  const text: string[] = [];
  if (own) text.push(own);
  else if (label) collect(label, taint, text, { left: 80, nodes: 30 });
  else text.push(field.getAttribute('placeholder') ?? '');
  return taint.mask(text.join(' ').replace(/\s+/g, ' ').trim()).slice(0, 80);
}
