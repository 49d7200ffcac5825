import { quietly, utf8, fnv } from './util';
import { keepAtExit, takeAtExit, Store, type Batch, type Leaving } from './store';

export interface Answer {
  status: number;
  /** Seconds. */
  retryAfter?: number;
  body?: string;
}

/** Carries a request instead of the page: `body` is base64 or null. */
export type Carrier = (method: string, pathAndQuery: string, body: string | null) => Promise<Answer>;

const EXIT_BYTES = 60_000;
const WAITING_BYTES = 4_000_000;

const hex = (n: number): string => (n + 0x1_0000_0000).toString(16).slice(1);

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof CompressionStream === 'undefined') return undefined;
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A batch that hasn't been acknowledged. */
interface Waiting extends Partial<Batch> {
  s: string;
  n: number;
  k: string;
  at: number;
  /** Until it lies in storage. */
  body?: string;
  /** Sent with `keepalive`: it arrives although the page goes. */
  alive?: boolean;
  /** It may have arrived already. */
  unsure?: boolean;
}

/** Brings batches to the server: packed, kept until acknowledged, tried again with growing pauses, in time at the end of a page. */
export class Transport {
  readonly store = new Store();
  private queue: Waiting[] = [];
  private busy = false;
  private pause = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private aliveBytes = 0;
  /** Called when a batch is lost, and when the server doesn't want this recorder. */
  onLoss: (reason: number, count: number) => void = () => {};
  onRefused: () => void = () => {};

  constructor(
    private readonly host: string,
    private readonly key: string,
    private readonly carrier?: Carrier,
  ) {}

  /** One request; status 0 when there was no answer. */
  async request(method: string, path: string, body?: Uint8Array<ArrayBuffer>, keepalive = false): Promise<Answer> {
    try {
      if (this.carrier) return await this.carrier(method, path, body ? base64(body) : null);
      const response = await nativeFetch(this.host + path, {
        method,
        keepalive,
        mode: 'cors',
        credentials: 'omit',
        referrerPolicy: 'no-referrer-when-downgrade',
        ...(body ? { body: body as BodyInit, headers: { 'Content-Type': 'text/plain' } } : {}),
      });
      const after = Number(response.headers.get('Retry-After'));
      return { status: response.status, ...(after > 0 ? { retryAfter: after } : {}), body: method === 'GET' ? await response.text() : '' };
    } catch {
      return { status: 0 };
    }
  }

  private path(b: { s: string; n: number; k: string; h?: string; z?: 0 | 1 }): string {
    return `/api/recordings/${b.s}/batch?k=${encodeURIComponent(b.k)}&n=${b.n}&h=${b.h}&t=${Date.now()}${b.z ? '&z=1' : ''}`;
  }

  /** Takes a batch's body; resolves when it lies in storage or on the way. */
  async add(session: string, n: number, body: string): Promise<void> {
    if (this.closed) return;
    const waiting: Waiting = { s: session, n, k: this.key, at: Date.now(), body };
    if (this.queue.reduce((sum, w) => sum + (w.body?.length ?? w.bytes?.length ?? 0), 0) > WAITING_BYTES) {
      this.onLoss(2, 1);
      return;
    }
    this.queue.push(waiting);
    await this.pack(waiting);
    void this.pump();
  }

  private async pack(waiting: Waiting): Promise<void> {
    const plain = utf8(waiting.body!);
    waiting.h = hex(fnv(plain));
    const packed = await gzip(plain).catch(() => undefined);
    waiting.z = packed ? 1 : 0;
    waiting.bytes = packed ?? plain;
    const kept = await this.store.put({ s: waiting.s, n: waiting.n, k: waiting.k, h: waiting.h, z: waiting.z, bytes: waiting.bytes, at: waiting.at });
    if (kept) delete waiting.body;
  }

  private async pump(): Promise<void> {
    if (this.busy || this.closed) return;
    this.busy = true;
    clearTimeout(this.timer);
    for (let w; !this.closed && (w = this.queue.find((q) => q.bytes)); ) {
      const size = w.bytes!.length;
      w.alive = !this.carrier && this.aliveBytes + size < EXIT_BYTES;
      if (w.alive) this.aliveBytes += size;
      const answer = await this.request('POST', this.path(w as Batch), w.bytes, w.alive);
      if (w.alive) this.aliveBytes -= size;
      if (!this.settle(w, answer)) {
        w.alive = false;
        break;
      }
    }
    this.busy = false;
  }

  /** False when the batch has to be sent again later. */
  private settle(w: Waiting, { status, retryAfter }: Answer): boolean {
    if ((status > 400 && status < 405 && status !== 402) || status === 410) {
      if (w.k === this.key) {
        this.close();
        this.onRefused();
      }
      void this.store.remove(w as Batch);
      this.queue = this.queue.filter((q) => q !== w);
      return true;
    }
    if (status >= 200 && status < 500 && status !== 429 && status !== 408) {
      this.queue = this.queue.filter((q) => q !== w);
      void this.store.remove(w as Batch);
      this.pause = 0;
      if (status >= 300) this.onLoss(3, 1);
      return true;
    }
    this.pause = Math.min(60_000, this.pause * 2 || 1000);
    const wait = retryAfter ? retryAfter * 1000 : this.pause;
    this.timer = setTimeout(() => void this.pump(), wait + Math.random() * Math.min(wait, 1000) * 0.3);
    return false;
  }

  /** Looks for what earlier pages couldn't deliver, or don't know whether they did. */
  async resume(session: string): Promise<void> {
    const exits = takeAtExit();
    const left: Waiting[] = exits.map(([s, n, k, h, at, body]) => ({ s, n, k, h, at, body, unsure: true, z: 0 as const, bytes: utf8(body) }));
    for (const batch of await this.store.left(session)) {
      if (!left.some((l) => l.s === batch.s && l.n === batch.n) && !this.queue.some((q) => q.s === batch.s && q.n === batch.n)) {
        left.push({ ...batch, unsure: true });
      }
    }
    const groups = new Map<string, Waiting[]>();
    for (const l of left) groups.set(l.s, [...(groups.get(l.s) ?? []), l]);
    for (const [s, group] of groups) {
      const answer = await this.request('GET', `/api/recordings/${s}/batches?k=${encodeURIComponent(group[0]!.k)}&n=${group.map((g) => g.n).join()}`);
      const stored: number[] = (answer.status === 200 && quietly(() => JSON.parse(answer.body!).stored)) || [];
      for (const w of group) {
        if (stored.includes(w.n)) void this.store.remove(w as Batch);
        else this.queue.push(w);
      }
    }
    void this.pump();
  }

  /** The page goes: what isn't on its way is sent by beacon and kept, since a beacon has no answer. */
  exit(): void {
    if (this.closed) return;
    let room = EXIT_BYTES - this.aliveBytes;
    const keep: Leaving[] = [];
    for (const w of this.queue) {
      if (w.alive) continue;
      const bytes = w.bytes ?? utf8(w.body!);
      w.h ??= hex(fnv(bytes));
      if (w.body) keep.push([w.s, w.n, w.k, w.h, w.at, w.body]);
      if (this.carrier || bytes.length > room) continue;
      const path = this.path({ ...w, z: w.bytes ? w.z! : 0 });
      if (quietly(() => navigator.sendBeacon(this.host + path, new Blob([bytes], { type: 'text/plain' })))) room -= bytes.length;
    }
    keepAtExit(keep);
  }

  /** After a page came back from the browser's cache: nobody else looks after its batches. */
  back(): void {
    for (const [s, n] of takeAtExit()) {
      const w = this.queue.find((q) => q.s === s && q.n === n);
      if (w) w.unsure = true;
    }
    void this.pump();
  }

  /** Resolves when everything is acknowledged, or after `timeout` ms. */
  async idle(timeout: number): Promise<boolean> {
    const until = performance.now() + timeout;
    while (this.queue.length && performance.now() < until && !this.closed) {
      void this.pump();
      await new Promise((done) => setTimeout(done, 20));
    }
    return !this.queue.length;
  }

  get waiting(): number {
    return this.queue.length;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.queue = [];
  }
}

/** The page's own `fetch`, before anybody (we, too) wrapped it. */
let nativeFetch: typeof fetch = (...args) => fetch(...args);
export function useFetch(original: typeof fetch): void {
  nativeFetch = (...args) => original.apply(globalThis as never, args as never);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
