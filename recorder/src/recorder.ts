import { Core, Kind } from './core/core';
import { Outbox } from './core/outbox';
import { dropSession, isSampled, leaveSession, runKeyOf, takeSession, type Session } from './core/session';
import { secretsOf } from './core/url';
import { Taint } from './core/taint';
import { Transport, type Carrier } from './core/transport';
import { now, patch, quietly, uuid } from './core/util';
import { PageFigures, view } from './capture/page';
import { pointer } from './capture/pointer';
import { effects } from './capture/effects';
import { forms } from './capture/forms';
import { keys } from './capture/keys';
import { network } from './capture/network';
import { log } from './capture/console';
import { elements } from './capture/elements';
import type { Replay } from './replay';

declare const VERSION: string;

export interface Options {
  /** Write key of the company (`wk_…`) or key of an assignment (`rk_…`). */
  key: string;
  /** Address of HitlAI, such as `https://hitlai.example`. */
  host?: string;
  /** `all`: no text of the page leaves it either. */
  mask?: 'inputs' | 'all';
  /** `false`: no replay of the page, only events. */
  replay?: boolean;
  /** Wait for `consent(true)` before anything is recorded. */
  consent?: boolean;
  /** Further elements whose visibility is watched: a selector. */
  elements?: string;
  /** Carries requests instead of the page; a function or the name of a global one. */
  transport?: Carrier | string;
}

interface Config {
  enabled: boolean;
  sample: number;
  replay: number;
  mask?: 'inputs' | 'all';
  consent?: boolean;
  dnt?: boolean;
  elements?: string;
}

const OFF = 'hitlai.off';
const CONFIG = 'hitlai.config';
/** Share of the main thread that the recorder may use for fifteen seconds before it stops itself. */
const SHARE = 0.2;

/** One recorder: at most one runs in a page. */
export class Recorder {
  private core: Core | undefined;
  private transport: Transport | undefined;
  private session: Session | undefined;
  private outbox: Outbox | undefined;
  private figures: PageFigures | undefined;
  private replay: { stop(): void } | undefined;
  private options: Options;
  private agreed: boolean | undefined;
  private waiting: Config | undefined;
  private route = '';
  private ended = false;

  constructor(
    options: Options,
    private readonly loadReplay: (host: string) => Promise<Replay>,
  ) {
    this.options = options;
  }

  /** Id of the session while it is recorded. */
  get sessionId(): string | undefined {
    return this.core?.running ? this.session?.id : undefined;
  }

  /** Asks the server what to record and begins. Never throws. */
  async start(): Promise<void> {
    try {
      if (localStorage.getItem(OFF)) return;
    } catch {
      // No storage: nothing was forbidden there.
    }
    const o = this.options;
    const run = o.transport ? undefined : runKeyOf(location);
    this.session = takeSession(run ?? (o.key.startsWith('rk_') ? o.key : undefined));
    const key = this.session.run ?? o.key;
    const carrier = typeof o.transport === 'string' ? ((globalThis as never)[o.transport] as Carrier) : o.transport;
    this.transport = new Transport((o.host ?? '').replace(/\/$/, ''), key, carrier);
    const cached = quietly(() => JSON.parse(localStorage.getItem(CONFIG) ?? 'null') as (Config & { k: string; at: number }) | null);
    const known = cached && cached.k === key && Date.now() - cached.at < 86_400_000 ? cached : undefined;
    if (known) this.begin(known, key);
    for (let pause = 1000; !this.ended; pause = Math.min(60_000, pause * 2)) {
      const answer = await this.transport.request('GET', `/api/recordings/config?k=${encodeURIComponent(key)}`);
      if (answer.status === 200) {
        const config = quietly(() => JSON.parse(answer.body!) as Config);
        if (!config) return this.stop();
        quietly(() => localStorage.setItem(CONFIG, JSON.stringify({ ...config, k: key, at: Date.now() })));
        if (!config.enabled) return void (await this.purge());
        return this.begin(config, key);
      }
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return void (await this.purge());
      await new Promise((done) => setTimeout(done, pause));
    }
  }

  private async purge(): Promise<void> {
    const store = this.transport?.store;
    this.end();
    await store?.clear();
  }

  private begin(config: Config, key: string): void {
    if (this.core || this.ended || !config.enabled) return;
    const assigned = key.startsWith('rk_');
    const nav = navigator as Navigator & { globalPrivacyControl?: boolean };
    if (!assigned) {
      if (config.dnt !== false && (nav.doNotTrack === '1' || nav.globalPrivacyControl)) return this.end();
      if ((config.consent || this.options.consent) && this.agreed !== true) {
        this.waiting = config;
        return;
      }
      if (!isSampled(this.session!.id, config.sample)) return this.leave();
    }
    quietly(() => this.run(config, key, assigned));
  }

  /** What the page's consent dialogue said. */
  consent(given: boolean): void {
    this.agreed = given;
    if (!given) {
      if (this.core) this.stop(6);
    } else if (this.waiting) {
      const config = this.waiting;
      this.waiting = undefined;
      this.begin(config, this.session!.run ?? this.options.key);
    }
  }

  private run(config: Config, key: string, assigned: boolean): void {
    const session = this.session!;
    const transport = this.transport!;
    const taint = new Taint(session.id, session.words);
    const mask = config.mask === 'all' || this.options.mask === 'all' ? 'all' : 'inputs';
    taint.all = mask === 'all';
    for (const secret of secretsOf(location)) taint.learn(secret, true);
    const outbox = (this.outbox = new Outbox(session, transport));
    const core = (this.core = new Core(outbox, taint, [this.options.elements, config.elements].filter(Boolean).join()));
    const replayed = this.options.replay !== false && (assigned || isSampled(session.id, config.replay));
    core.freshen();
    const nav = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
    this.page(Math.round(performance.timeOrigin), nav?.type ?? 'navigate', replayed, mask);

    this.figures = new PageFigures(core);
    for (const part of [effects, pointer, forms, keys, view, log, elements]) quietly(() => part(core));
    const own = (this.options.host ?? '').replace(/\/$/, '');
    quietly(() => network(core, own ? own + '/api/recordings/' : '/api/recordings/'));
    core.watch(document);
    this.watchRoutes(core, replayed, mask);
    this.watchExit(core);
    this.watchCost(core);
    transport.onLoss = (reason, count) => core.emit(Kind.Loss, reason, count);
    transport.onRefused = () => void this.purge();
    void transport.resume(session.id);
    if (replayed) {
      this.loadReplay(own).then(
        (replay) => {
          if (core.running) this.replay = replay(core);
        },
        () => core.emit(Kind.Loss, 5, 0),
      );
    }
  }

  private page(t0: number, type: string, replayed: boolean, mask: string): void {
    const core = this.core!;
    const session = this.session!;
    core.clicks = 0;
    this.route = this.address();
    const n = navigator as Navigator & { plugins?: { length: number } };
    const bits = [n.webdriver, !n.plugins?.length && !n.maxTouchPoints, /HeadlessChrome/.test(n.userAgent), !outerWidth && !outerHeight, !n.languages?.length];
    this.outbox!.begin(uuid(), t0, {
      u: core.url(location.href), r: core.url(document.referrer), ti: core.text(document.title, 200),
      vw: innerWidth, vh: innerHeight, dpr: Math.round(devicePixelRatio * 100) / 100, sw: screen.width, sh: screen.height,
      l: n.language, tz: new Date().getTimezoneOffset(), nt: type, pn: session.page++, ss: session.start, c: this.agreed ? 1 : 0,
      rp: replayed ? 1 : 0, mk: mask, b: bits.reduce((sum, bit, i) => sum + (bit ? 2 ** i : 0), 0),
      td: quietly(() => matchMedia('(pointer: coarse)').matches) ? 1 : 0, ver: VERSION,
    });
  }

  /** The page's address as far as it tells routes apart. */
  private address(): string {
    return location.pathname + (/^#!?\//.test(location.hash) ? location.hash : '');
  }

  /** Single-page navigations begin a page view of their own. */
  private watchRoutes(core: Core, replayed: boolean, mask: string): void {
    const check = core.guard(() => {
      if (this.address() === this.route) return;
      for (const secret of secretsOf(location)) core.taint.learn(secret, true);
      for (const leave of core.routes) quietly(leave);
      this.figures!.flush('navigation');
      this.page(now(), 'spa', replayed, mask);
      this.figures!.reset();
      // The new page's title is set a little later.
      setTimeout(core.guard(() => this.figures!.flush()), 1000);
    });
    const navigation = (window as unknown as { navigation?: EventTarget }).navigation;
    if (navigation) core.on(navigation, 'currententrychange', check);
    else {
      for (const name of ['pushState', 'replaceState'] as const) {
        core.onStop(patch(history, name, (original: (...a: unknown[]) => void) => function (this: History, ...args: unknown[]) {
          original.apply(this, args);
          check();
        }));
      }
      core.on(window, 'popstate hashchange', check);
    }
  }

  private watchExit(core: Core): void {
    core.on(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.outbox!.seal();
    });
    core.on(window, 'pagehide', () => this.leave());
    core.on(window, 'pageshow', (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      // Back from the browser's cache: other pages have gone on with the session.
      const session = takeSession(this.session!.run);
      Object.assign(this.session!, session);
      this.transport!.back();
      this.route = '';
      this.page(now(), 'back_forward', !!this.replay, core.taint.all ? 'all' : 'inputs');
      this.figures!.reset();
    });
  }

  /** Leaves the session to the next page of the tab. */
  private leave(): void {
    const session = this.session!;
    if (this.core?.running) {
      this.figures?.flush('close');
      this.outbox!.seal();
      this.transport!.exit();
      session.words = this.core.taint.words();
    }
    leaveSession(session);
  }

  /** Stops the replay, then everything, when the page's main thread is burdened too much. */
  private watchCost(core: Core): void {
    let before = 0;
    let from = performance.now();
    let heavy = 0;
    core.every(5000, () => {
      const elapsed = performance.now() - from;
      const share = (core.spent - before) / elapsed;
      before = core.spent;
      from = performance.now();
      heavy = share < SHARE ? 0 : heavy + 1;
      if (heavy < 3) return;
      heavy = 0;
      if (this.replay) {
        this.replay.stop();
        this.replay = undefined;
        core.emit(Kind.Loss, 5, 0);
      } else this.stop(1);
    });
  }

  /** Ends the recording of this page; what was recorded is still delivered. */
  stop(reason = 6): void {
    const core = this.core;
    if (core?.running) {
      core.emit(Kind.Loss, reason, 0);
      quietly(() => this.figures?.flush());
      this.outbox!.seal();
    }
    this.ended = true;
    quietly(() => this.replay?.stop());
    core?.stop();
    dropSession();
  }

  private end(): void {
    this.ended = true;
    this.outbox?.clear();
    quietly(() => this.replay?.stop());
    this.core?.stop();
    this.transport?.close();
    dropSession();
  }

  /** Stops, erases what was recorded here and on the server, and records no more in this browser. */
  async forget(): Promise<void> {
    const transport = this.transport;
    const id = this.session?.id;
    this.end();
    quietly(() => localStorage.setItem(OFF, '1'));
    await transport?.store.clear();
    if (transport && id) {
      const key = this.session!.run ?? this.options.key;
      await transport.request('POST', `/api/recordings/${id}/forget?k=${encodeURIComponent(key)}`, new Uint8Array(0), true);
    }
  }

  /** Resolves when everything recorded so far is acknowledged, true, or false after `timeout` ms. */
  async flush(timeout = 3000): Promise<boolean> {
    quietly(() => {
      this.figures?.flush();
      this.outbox?.seal();
    });
    return (await this.transport?.idle(timeout)) ?? true;
  }
}
