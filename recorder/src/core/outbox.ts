import { now } from './util';
import type { Session } from './session';
import type { Transport } from './transport';

const EVERY = 5000;

/** Collects events and replay operations of one page view as text and closes batches in time. */
export class Outbox {
  private e = '';
  private r = '';
  private lastE = 0;
  private lastR = 0;
  private meta = '';
  private page = '';
  private t0 = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly limit = typeof CompressionStream === 'undefined' ? 56_000 : 220_000;
  count = 0;

  constructor(
    private readonly session: Session,
    private readonly transport: Transport,
  ) {}

  /** Begins a page view; what was collected belongs to the one before. */
  begin(page: string, t0: number, meta: object): void {
    this.seal();
    this.page = page;
    this.t0 = this.lastE = this.lastR = t0;
    this.meta = JSON.stringify(meta);
  }

  get start(): number {
    return this.t0;
  }

  /** An event: its kind and fields; trailing nulls are left out. */
  event(kind: number, fields: unknown[]): void {
    let n = fields.length;
    while (n && (fields[n - 1] === null || fields[n - 1] === undefined)) n--;
    const at = now();
    const dt = Math.max(0, at - this.lastE);
    this.lastE += dt;
    this.e += (this.e && ',') + JSON.stringify([kind, dt, ...fields.slice(0, n)]);
    this.count++;
    this.soon();
  }

  /** A replay operation; `rest` is JSON without brackets. */
  operation(code: number, rest: string): void {
    const dt = Math.max(0, now() - this.lastR);
    this.lastR += dt;
    this.r += `${this.r && ','}[${code},${dt}${rest && ','}${rest}]`;
    this.soon();
  }

  private soon(): void {
    this.session.at = Date.now();
    if (this.e.length + this.r.length > this.limit) this.seal();
    else this.timer ??= setTimeout(() => this.seal(), EVERY);
  }

  /** Closes the batch and hands it over. */
  seal(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.e && !this.r) return;
    const body = `{"v":1,"p":"${this.page}","t0":${this.t0}${this.meta && ',"m":'}${this.meta},"e":[${this.e}]${this.r && `,"r":[${this.r}]`}}`;
    this.e = this.r = this.meta = '';
    this.lastE = this.lastR = this.t0;
    void this.transport.add(this.session.id, this.session.n++, body);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.e = this.r = '';
  }
}
