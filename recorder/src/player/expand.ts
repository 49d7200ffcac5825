/** Turns recorded batches into events of the rrweb format. */

/** An event as rrweb's player takes it. */
export interface ReplayEvent {
  type: number;
  data: unknown;
  timestamp: number;
}

/** A batch as it was sent; see docs/recording-format.md. */
export interface Body {
  v: number;
  p: string;
  t0: number;
  m?: Record<string, unknown> | null;
  e: Entry[];
  r?: Entry[];
}
type Entry = [code: number, dt: number, ...fields: any[]];

interface SerializedNode {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Record<string, unknown>;
  childNodes?: SerializedNode[];
  [other: string]: unknown;
}

const LINKED = /^(src|href|poster|data|background|xlink:href)$/;
const enum Type {
  Full = 2,
  Incremental = 3,
  Meta = 4,
}

/**
 * Expands batches in the order of their numbers. A value that was entered is a number in a batch, its length; here it becomes stars.
 */
export class Expander {
  private id = 0;
  private readonly hosts = new Map<number, number>();
  private readonly bases = new Map<number, string>();
  private readonly docs = new Set<number>();
  private building: Map<number, SerializedNode> | null = null;
  private root: SerializedNode | null = null;
  private frames: { parentId: number; node: SerializedNode }[] = [];
  private base = 'about:blank';
  private begun = 0;
  private readonly css = new Map<number, string>();
  private readonly sheets = new Map<number, string[]>();
  private readonly adopted = new Map<number, number[]>();
  private readonly names = new Map<number, number>();
  private named = 0;
  private readonly sizes = { width: 0, height: 0 };
  private scroll = { left: 0, top: 0 };
  private meta: ReplayEvent | null = null;

  /** Events of a batch. */
  push(body: Body): ReplayEvent[] {
    const events: ReplayEvent[] = [];
    let time = body.t0;
    for (const entry of body.r ?? []) {
      time += entry[1];
      this.operation(entry, time, events);
    }
    time = body.t0;
    for (const entry of body.e) {
      time += entry[1];
      this.event(entry, time, events);
    }
    return events.sort((a, b) => a.timestamp - b.timestamp);
  }

  // --- replay operations -----------------------------------------------------------------------

  private operation([code, , ...f]: Entry, time: number, events: ReplayEvent[]): void {
    const add = (data: object): void => void events.push({ type: Type.Incremental, data, timestamp: time });
    const nothing = { texts: [], attributes: [], removes: [], adds: [] };
    switch (code) {
      case 1:
        this.beginSnapshot(f, time);
        break;
      case 2:
        this.nodes(f, time, events);
        break;
      case 3:
        this.endSnapshot(events);
        break;
      case 4: {
        const removes = [];
        for (let i = 0; i < f.length; i += 2) {
          if (this.docs.has(f[i + 1])) continue;
          const host = this.hosts.get(f[i]);
          removes.push(host ? { parentId: host, id: f[i + 1], isShadow: true } : { parentId: f[i], id: f[i + 1] });
        }
        if (removes.length) add({ source: 0, ...nothing, removes });
        break;
      }
      case 5: {
        const attributes = [];
        for (let i = 0; i < f.length; i += 2) attributes.push({ id: f[i], attributes: this.attributes(f[i + 1], this.base) });
        add({ source: 0, ...nothing, attributes });
        break;
      }
      case 6: {
        const texts = [];
        for (let i = 0; i < f.length; i += 2) texts.push({ id: f[i], value: f[i + 1] });
        add({ source: 0, ...nothing, texts });
        break;
      }
      case 7:
        add({ source: 5, id: f[0], text: '*'.repeat(f[1]), isChecked: f[2] === 1 });
        break;
      case 8:
        add({ source: 3, id: f[0], x: f[1], y: f[2] });
        break;
      case 9: {
        const text = (this.css.get(f[0]) ?? '') + absolute(f[1], this.base);
        this.css.set(f[0], text);
        if (f[2]) break;
        this.css.delete(f[0]);
        const node = this.building?.get(f[0]);
        if (node) node.attributes!['_cssText'] = text;
        else if (!this.building) add({ source: 0, ...nothing, attributes: [{ id: f[0], attributes: { _cssText: text } }] });
        break;
      }
      case 10: {
        for (const [number, ...rules] of f[2]) this.sheets.set(number, rules.map((rule: string) => absolute(rule, this.base)));
        this.adopted.set(f[0], f[1]);
        add(this.adopt(f[0], f[2].map(([number]: [number]) => number)));
        break;
      }
      case 11:
        add({ source: 7, id: f[0], type: f[1], currentTime: f[2], volume: f[3], muted: !!f[4] });
        break;
      case 12:
        if (f[0]) add({ source: 2, type: 5, id: f[0], x: 0, y: 0 });
        break;
      case 13:
        this.base = f[1];
        break;
      case 14:
        if (f[0] < 0) {
          this.changeAdopted(-f[0], f.slice(1), add);
          break;
        }
        for (let i = 1; i < f.length; i += 2) {
          add({ source: 8, id: f[0], ...(f[i + 1] === 0 ? { removes: [{ index: f[i] }] } : { adds: [{ rule: absolute(f[i + 1], this.base), index: f[i] }] }) });
        }
        break;
    }
  }

  /** Sheets that a root adopts; the given ones are new or have changed. */
  private adopt(root: number, fresh: number[]): object {
    const styles = fresh.map((number) => {
      this.names.set(number, ++this.named);
      return { styleId: this.named, rules: this.sheets.get(number)!.map((rule, index) => ({ rule, index })) };
    });
    return { source: 15, id: this.hosts.get(root) ?? root, styles, styleIds: this.adopted.get(root)!.map((number) => this.names.get(number) ?? 0) };
  }

  /** rrweb's player loses rules put into an adopted sheet when it seeks, so the sheet is told anew under another name. */
  private changeAdopted(number: number, changes: any[], add: (data: object) => void): void {
    const rules = this.sheets.get(number);
    if (!rules) return;
    for (let i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] === 0) rules.splice(changes[i], 1);
      else rules.splice(changes[i], 0, absolute(changes[i + 1], this.base));
    }
    let fresh = [number];
    for (const [root, numbers] of this.adopted) {
      if (!numbers.includes(number)) continue;
      add(this.adopt(root, fresh));
      fresh = [];
    }
  }

  private beginSnapshot([url, width, height, left, top]: any[], time: number): void {
    this.hosts.clear();
    this.docs.clear();
    this.bases.clear();
    this.css.clear();
    this.sheets.clear();
    this.adopted.clear();
    this.frames = [];
    this.building = new Map();
    this.root = null;
    this.begun = time;
    this.base = url;
    Object.assign(this.sizes, { width, height });
    this.scroll = { left, top };
    this.meta = { type: Type.Meta, data: { href: url, width, height }, timestamp: time };
  }

  private endSnapshot(events: ReplayEvent[]): void {
    if (!this.building || !this.root) return;
    events.push(this.meta!, { type: Type.Full, data: { node: this.root, initialOffset: this.scroll }, timestamp: this.begun });
    this.building = null;
    this.attach(this.frames, this.begun, events);
  }

  /** Documents of frames come as events of their own, outer ones first. */
  private attach(frames: { parentId: number; node: SerializedNode }[], time: number, events: ReplayEvent[]): void {
    for (const { parentId, node } of frames) {
      const adds = [{ parentId, nextId: null, node }];
      events.push({ type: Type.Incremental, data: { source: 0, texts: [], attributes: [], removes: [], adds, isAttachIframe: true }, timestamp: time });
    }
    frames.length = 0;
  }

  private nodes([first, ...groups]: any[], time: number, events: ReplayEvent[]): void {
    this.id = first;
    const adds: { parentId: number; nextId: number | null; node: SerializedNode }[] = [];
    const late: { parentId: number; node: SerializedNode }[] = [];
    const frames = this.building ? this.frames : late;
    for (let i = 0; i < groups.length; i += 3) {
      const [parentId, nextId, nodes] = [groups[i], groups[i + 1], groups[i + 2]];
      for (const raw of nodes) {
        const parent = this.building?.get(parentId);
        if (this.building) {
          const node = this.node(raw, parentId, frames);
          if (!node) continue;
          if (!parentId) this.root = node;
          else if (parent && node.type) place(parent.childNodes!, node, nextId);
        } else this.flat(raw, parentId, nextId || null, adds, frames);
      }
    }
    if (adds.length) events.push({ type: Type.Incremental, data: { source: 0, texts: [], attributes: [], removes: [], adds }, timestamp: time });
    if (!this.building) this.attach(late, time, events);
  }

  /** After the snapshot rrweb wants each node by itself. */
  private flat(raw: any, parentId: number, nextId: number | null, adds: { parentId: number; nextId: number | null; node: SerializedNode }[], frames: { parentId: number; node: SerializedNode }[]): void {
    const node = this.node(raw, parentId, frames);
    if (!node || node.type === 0) return;
    const spread = (n: SerializedNode, parent: number, next: number | null): void => {
      const children = n.childNodes ?? [];
      adds.push({ parentId: parent, nextId: next, node: n.childNodes ? { ...n, childNodes: [] } : n });
      for (const child of children) spread(child, n.id, null);
    };
    if ((node as { list?: SerializedNode[] }).list) for (const child of (node as unknown as { list: SerializedNode[] }).list) spread(child, node.id, null);
    else spread(node, this.hosts.get(parentId) ?? parentId, nextId);
  }

  /** One node with what is below it; ids follow the order of the text. */
  private node(raw: any, parentId: number, frames: { parentId: number; node: SerializedNode }[]): SerializedNode | null {
    const id = this.id++;
    const shadow = this.hosts.has(parentId) ? { isShadow: true } : {};
    if (typeof raw === 'string') return this.keep({ type: 3, textContent: raw, id, ...shadow });
    const [tag, a, b] = raw;
    switch (tag) {
      case '!':
        return { type: 1, name: a, publicId: b, systemId: raw[3], id };
      case '=':
        return { type: 4, textContent: a, id, ...shadow };
      case '-':
        return { type: 5, textContent: '', id, ...shadow };
      case '#d': {
        const outer = this.base;
        this.base = b || outer;
        this.docs.add(id);
        const node = this.keep({ type: 0, childNodes: [], id, ...(a ? { compatMode: 'BackCompat' } : {}) });
        // Outer documents before those inside them.
        if (parentId) frames.push({ parentId, node });
        this.children(node, raw, 3, id, frames);
        if (parentId) this.base = outer;
        return node;
      }
      case '#s': {
        // The shadow root is no node of its own there: its children are marked ones of the host.
        this.hosts.set(id, parentId);
        const host = this.building?.get(parentId);
        const list: SerializedNode[] = [];
        const holder = { type: -1, id: parentId, childNodes: host?.childNodes ?? list } as SerializedNode;
        if (host) host['isShadowHost'] = true;
        this.building?.set(id, holder);
        this.children(holder, raw, 2, id, frames);
        return host ? null : ({ type: -1, id: parentId, list } as unknown as SerializedNode);
      }
      default: {
        const svg = tag[0] === '$';
        const node = this.keep({ type: 2, tagName: svg ? tag.slice(1) : tag, attributes: this.attributes(a || [], this.base), childNodes: [], id, ...(svg ? { isSVG: true } : {}), ...shadow });
        if (Array.isArray(raw[2]) && raw[2][0] === '#s') node['isShadowHost'] = true;
        this.children(node, raw, 2, id, frames);
        return node;
      }
    }
  }

  private children(node: SerializedNode, raw: any[], from: number, id: number, frames: { parentId: number; node: SerializedNode }[]): void {
    for (let i = from; i < raw.length; i++) {
      const child = this.node(raw[i], id, frames);
      if (!child || child.type === 0) continue;
      if ((child as { list?: SerializedNode[] }).list) {
        node['isShadowHost'] = true;
        node.childNodes!.push(...(child as unknown as { list: SerializedNode[] }).list);
      } else node.childNodes!.push(child);
    }
  }

  private keep(node: SerializedNode): SerializedNode {
    this.building?.set(node.id, node);
    return node;
  }

  private attributes(flat: (string | number | null)[], base: string): Record<string, unknown> {
    const attributes: Record<string, unknown> = {};
    for (let i = 0; i < flat.length; i += 2) {
      const name = flat[i] as string;
      const value = flat[i + 1];
      if (name === 'checked') attributes[name] = true;
      else if (name === 'value' && typeof value === 'number') attributes[name] = '*'.repeat(value);
      else if (typeof value !== 'string') attributes[name] = value;
      else if (LINKED.test(name)) attributes[name] = resolve(value, base);
      else if (name === 'srcset') attributes[name] = value.replace(/(^|,\s*)(\S+)/g, (_, gap, url) => gap + resolve(url, base));
      else if (name === 'style') attributes[name] = absolute(value, base);
      else attributes[name] = value;
    }
    return attributes;
  }

  // --- what the events tell the replay ---------------------------------------------------------

  private event([kind, , ...f]: Entry, time: number, events: ReplayEvent[]): void {
    const add = (data: object): void => void events.push({ type: Type.Incremental, data, timestamp: time });
    switch (kind) {
      case 2:
        add({ source: 3, id: 1, x: f[0], y: f[1] });
        break;
      case 3:
        if (f[13]) {
          const at = { id: f[13], x: f[3], y: f[4], source: 2 };
          add({ ...at, type: 1 });
          add({ ...at, type: 0 });
          add({ ...at, type: f[6] & 1 ? 4 : 2 });
        }
        break;
      case 6: {
        const [duration, , , points, hover, touch] = f;
        const nodes = new Map<number, number>();
        for (let i = 0; i < (hover?.length ?? 0); i += 2) nodes.set(hover[i], hover[i + 1]);
        const positions = [];
        let [x, y, t, node] = [0, 0, 0, 1];
        for (let i = 0; i < points.length; i += 3) {
          x += points[i];
          y += points[i + 1];
          t += points[i + 2];
          node = nodes.get(i / 3) ?? node;
          positions.push({ x, y, id: node, timeOffset: t - duration });
        }
        add({ source: touch ? 6 : 1, positions });
        break;
      }
      case 14:
        add({ source: 4, width: f[0], height: f[1] });
        break;
    }
  }
}

function place(children: SerializedNode[], node: SerializedNode, next: number): void {
  const at = next ? children.findIndex((c) => c.id === next) : -1;
  if (at < 0) children.push(node);
  else children.splice(at, 0, node);
}

function resolve(url: string, base: string): string {
  if (!url || url.startsWith('#') || /^(data|blob|about|mailto|tel|javascript):/i.test(url)) return url;
  try {
    return new URL(url, base).href;
  } catch {
    return url;
  }
}

const absolute = (css: string, base: string): string =>
  css.includes('url(') ? css.replace(/url\((["']?)(?!data:|#)([^"')]+)\1\)/g, (_, quote, url) => `url(${quote}${resolve(url, base)}${quote})`) : css;
