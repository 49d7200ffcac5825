import type { Core } from '../core/core';
import { isButton, isField, stars } from '../core/taint';
import { isElement } from '../core/util';

/** Text below is masked. */
export const MASKED = 1;

const LINKS = /^(a|area|form|button|input)$/;
const ADDRESSES = /^(href|action|formaction|ping|cite|xlink:href)$/;
const RESOURCES = /^(src|srcset|poster|data|background|imagesrcset)$/;
const WORDS = /^(alt|title|placeholder|label|content|summary|abbr|aria-(label|description|roledescription|valuetext|placeholder|braillelabel))$/;
const STRUCTURE = /^(class|id|style|type|href|src|srcset|width|height|rel|role|name|for|tabindex|colspan|rowspan|dir|lang|hidden|open|disabled|contenteditable|viewBox|d|fill|stroke|xmlns.*)$/;
/** Elements that are usual containers; asking all for their scroll position would cost a third of a snapshot. */
const SCROLLS = /^(div|ul|ol|dl|section|main|nav|aside|article|pre|form|body|tbody|textarea|fieldset|figure)$|-/;
const DATA_BOUND = 40_000;

/** What holds below a node: whether its text is masked. */
export function contextBelow(node: Node, above: number): number {
  if (!isElement(node)) return node.nodeType === 9 ? ((node as Document).designMode === 'on' ? MASKED : 0) : above;
  if (node.localName !== 'option' && node.localName !== 'datalist' && !node.hasAttributes()) return above;
  if (node.hasAttribute('data-hitlai-mask') || node.localName === 'option' || node.localName === 'datalist') return MASKED;
  const editable = node.getAttribute('contenteditable');
  return editable !== null && editable !== 'false' ? MASKED : above;
}

/** The same for any node, found by walking up. */
export function contextOf(node: Node): number {
  for (let n: Node | null = node; n; n = n.parentNode ?? (n as ShadowRoot).host ?? null) if (contextBelow(n, 0)) return MASKED;
  return 0;
}

/** An attribute as it may leave; null when it doesn't. */
export function attribute(core: Core, e: Element, name: string, value: string, context: number): string | null {
  const tag = e.localName;
  if (tag === 'script' || /^on|^(nonce|integrity|srcdoc|selected|checked)$/.test(name)) return null;
  if (name === 'value') {
    if (isButton(e) && !context) return core.taint.mask(value);
    return /^(li|progress|meter)$/.test(tag) ? core.taint.clean(value) : null;
  }
  if (tag === 'iframe' && name === 'src') return null;
  if (tag === 'meta' && name === 'content') return e.getAttribute('name') === 'viewport' ? value : null;
  if (LINKS.test(tag) && ADDRESSES.test(name)) {
    if (value.startsWith('#')) return '#';
    return /[?#:]/.test(value) ? core.url(value, e.baseURI) : core.taint.clean(value);
  }
  if (RESOURCES.test(name)) return value.startsWith('blob:') || value.length > DATA_BOUND ? '' : core.taint.clean(value);
  if (context && !STRUCTURE.test(name)) return stars(value);
  return WORDS.test(name) || /^data-/.test(name) ? core.taint.mask(value) : core.taint.clean(value);
}

/** All attributes as JSON `["name","value",…]`, `0` when there are none. Lengths stand for values. */
export function attributesOf(core: Core, e: Element, context: number, withScroll: boolean): string {
  let out = '';
  const add = (name: string, value: string | number): void => {
    out += `${out && ','}"${name}",${typeof value === 'number' ? value : JSON.stringify(value)}`;
  };
  const has = e.hasAttributes();
  if (has && e.hasAttribute('data-hitlai-block')) {
    const box = e.getBoundingClientRect();
    add('data-hitlai-block', '');
    add('rr_width', box.width + 'px');
    add('rr_height', box.height + 'px');
    return `[${out}]`;
  }
  if (has) {
    const below = contextBelow(e, context);
    for (const name of e.getAttributeNames()) {
      const value = attribute(core, e, name, e.getAttribute(name)!, below);
      if (value !== null && !/["\\]/.test(name)) add(name, value);
    }
  }
  const tag = e.localName;
  if (isField(e)) {
    core.taint.read(e);
    const [length, checked] = stateOf(e);
    if (length) add('value', length);
    if (checked) add('checked', 1);
  } else if (tag === 'dialog' && (e as HTMLDialogElement).open) {
    add('rr_open_mode', e.matches(':modal') ? 'modal' : 'non-modal');
  } else if (tag === 'video' || tag === 'audio') {
    const media = e as HTMLMediaElement;
    add('rr_mediaState', media.paused ? 'paused' : 'played');
    add('rr_mediaCurrentTime', media.currentTime);
  }
  if (withScroll && SCROLLS.test(tag) && e.firstElementChild) {
    if (e.scrollTop) add('rr_scrollTop', Math.round(e.scrollTop));
    if (e.scrollLeft) add('rr_scrollLeft', Math.round(e.scrollLeft));
  }
  return out && `[${out}]`;
}

/** Length of what a field shows, and whether it is checked. */
export function stateOf(field: Element): [length: number, checked: 0 | 1 | null] {
  const input = field as HTMLInputElement;
  if (input.type === 'checkbox' || input.type === 'radio') return [0, input.checked ? 1 : 0];
  if (field.localName === 'select' || isButton(field) || /^(file|hidden|range|color)$/.test(input.type)) return [0, null];
  return [input.value.length, null];
}
