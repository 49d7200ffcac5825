import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch, snippet } from '../test/support/browser';
import { root, Site } from '../test/support/server';
import { largePage, SESSION, shopPage } from './pages';

/** The recorder against rrweb alone: sizes, bytes and time of the same session, and the start on a page of 50,000 nodes. */
type Kind = 'none' | 'ours' | 'rrweb';
const KINDS: Kind[] = ['none', 'rrweb', 'ours'];
const rounds = Number(process.env['ROUNDS'] ?? 3);
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const round = (v: number, digits = 2): number => Math.round(v * 10 ** digits) / 10 ** digits;
const zipped = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

async function reference(): Promise<string> {
  const built = await build({
    stdin: { contents: `import { record } from '@rrweb/record'; window.startReference = (o) => record(o);`, resolveDir: root },
    bundle: true, minify: true, format: 'iife', target: 'es2022', write: false, legalComments: 'none',
  });
  return built.outputFiles[0]!.text;
}

async function start(page: Page, kind: Kind, site: Site): Promise<void> {
  if (kind === 'rrweb') {
    await page.evaluate(() => {
      (window as any).kept = [];
      const script = Object.assign(document.createElement('script'), { src: '/rrweb.js' });
      script.onload = () => (window as any).startReference({ emit: (e: unknown) => (window as any).kept.push(e), maskAllInputs: true });
      document.head.append(script);
    });
    await page.waitForFunction(() => (window as any).kept.some((e: any) => e.type === 2));
  } else if (kind === 'ours') {
    await page.evaluate((html) => {
      const script = document.createElement('script');
      const given = new DOMParser().parseFromString(html, 'text/html').querySelector('script')!;
      script.src = given.src;
      script.dataset['key'] = given.dataset['key']!;
      script.dataset['host'] = new URL(given.src).origin;
      document.head.append(script);
    }, snippet(site.url));
    for (let i = 0; i < 40 && !site.bodies().some((b) => b.r?.some((r) => r[0] === 3)); i++) {
      await page.waitForTimeout(700);
      await page.evaluate(() => (window as any).hitlai?.flush(10));
    }
    if (!site.bodies().some((b) => b.r?.some((r) => r[0] === 3))) throw new Error('the first snapshot was not complete in time');
  }
}

/** Milliseconds that a CPU profile gives to a script, with what it called. */
function timeOf(profile: any, pattern: RegExp): number {
  const nodes = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n]));
  const parents = new Map<number, number>();
  for (const n of profile.nodes) for (const c of n.children ?? []) parents.set(c, n.id);
  const inside = new Map<number, boolean>();
  const isInside = (id: number | undefined): boolean => {
    if (id === undefined) return false;
    let known = inside.get(id);
    if (known === undefined) inside.set(id, (known = pattern.test(nodes.get(id).callFrame.url) || isInside(parents.get(id))));
    return known;
  };
  let micros = 0;
  profile.samples.forEach((id: number, i: number) => {
    if (isInside(id)) micros += profile.timeDeltas[i] ?? 0;
  });
  return micros / 1000;
}

/** Prints where the time goes: own time of the functions below the script's. */
function topOf(profile: any, pattern: RegExp): void {
  const nodes = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n]));
  const parents = new Map<number, number>();
  for (const n of profile.nodes) for (const c of n.children ?? []) parents.set(c, n.id);
  const self = new Map<string, number>();
  profile.samples.forEach((id: number, i: number) => {
    const path: string[] = [];
    for (let n: number | undefined = id, out = false; n !== undefined; n = parents.get(n)) {
      const f = nodes.get(n).callFrame;
      const ours = pattern.test(f.url);
      if (!ours && out) break;
      out ||= ours;
      if (path.length < 4) path.push(`${f.functionName || 'anonymous'}:${f.columnNumber}`);
      if (n === id && !ours && !path.length) break;
    }
    let inside = false;
    for (let n: number | undefined = id; n !== undefined; n = parents.get(n)) inside ||= pattern.test(nodes.get(n).callFrame.url);
    if (inside) self.set(path.join(' < '), (self.get(path.join(' < ')) ?? 0) + profile.timeDeltas[i] / 1000);
  });
  for (const [name, ms] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 15)) console.log(`  ${round(ms, 1)} ms ${name}`);
}

const SCRIPT = { none: /^$/, ours: /\/r(\.js|\/[0-9a-f]+\/)/, rrweb: /\/rrweb\.js/ };

interface SessionResult { ms: number; events: number; raw: number; gzip: number }

async function session(browser: Browser, site: Site, kind: Kind): Promise<SessionResult> {
  site.clear();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(site.url + '/shop');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await start(page, kind, site);
  await SESSION(page);
  if (kind === 'ours') await page.evaluate(() => (window as any).hitlai.flush(5000));
  const { profile } = (await cdp.send('Profiler.stop')) as { profile: unknown };
  if (process.env['PROFILE']) topOf(profile, SCRIPT[kind]);
  const ms = timeOf(profile, SCRIPT[kind]);
  let result: SessionResult = { ms, events: 0, raw: 0, gzip: 0 };
  if (kind === 'rrweb') {
    const kept = await page.evaluate(() => (window as any).kept as { timestamp: number }[]);
    // Sent as ours are: in batches of five seconds of the session, packed by gzip.
    const batches = new Map<number, unknown[]>();
    for (const e of kept) batches.set(Math.floor((e.timestamp - kept[0]!.timestamp) / 5000), [...(batches.get(Math.floor((e.timestamp - kept[0]!.timestamp) / 5000)) ?? []), e]);
    result = { ms, events: kept.length, raw: JSON.stringify(kept).length, gzip: [...batches.values()].reduce((sum, b) => sum + zipped(JSON.stringify(b)), 0) };
  } else if (kind === 'ours') {
    result = { ms, events: site.bodies().reduce((n, b) => n + b.e.length + (b.r?.length ?? 0), 0), raw: site.batches.reduce((n, b) => n + b.text.length, 0), gzip: site.batches.reduce((n, b) => n + b.bytes, 0) };
    if (site.errors.length) throw new Error(site.errors[0]);
  }
  await context.close();
  return result;
}

interface LargeResult { worstTask: number; worstCpu: number; startCpu: number; heap: number; buffers: number; nodes: number }

async function large(browser: Browser, site: Site, kind: Kind): Promise<LargeResult> {
  site.clear();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url + '/large');
  await page.waitForTimeout(500);
  const cdp = await context.newCDPSession(page);
  const heapBefore = await heap(cdp);
  const nodes = await page.evaluate(() => { let n = 0; for (const w = document.createTreeWalker(document); w.nextNode(); ) n++; return n; });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await start(page, kind, site);
  await page.waitForTimeout(500);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: any[] };
  if (kind === 'ours') await page.evaluate(() => (window as any).hitlai.flush(8000));
  else if (kind === 'rrweb') await page.evaluate(() => ((window as any).kept.length = 0));
  const heapAfter = await heap(cdp);
  const calls = trace.traceEvents.filter((e) => (e.name === 'FunctionCall' || e.name === 'EvaluateScript') && SCRIPT[kind].test(e.args?.data?.url ?? ''));
  const main = calls[0] && `${calls[0].pid}.${calls[0].tid}`;
  const tasks = trace.traceEvents.filter((e) => e.ph === 'X' && /RunTask$/.test(e.name) && `${e.pid}.${e.tid}` === main);
  let [worstTask, worstCpu, startCpu] = [0, 0, 0];
  for (const task of tasks) {
    const own = calls.filter((c) => c.ts >= task.ts && c.ts + (c.dur ?? 0) <= task.ts + task.dur);
    if (!own.length) continue;
    worstTask = Math.max(worstTask, task.dur / 1000);
    worstCpu = Math.max(worstCpu, (task.tdur ?? 0) / 1000);
    startCpu += own.reduce((sum, c) => sum + (c.tdur ?? c.dur ?? 0) / 1000, 0);
  }
  await context.close();
  return { worstTask, worstCpu, startCpu, heap: (heapAfter.used - heapBefore.used) / 1e6, buffers: (heapAfter.buffers - heapBefore.buffers) / 1e6, nodes };
}

async function heap(cdp: CDPSession): Promise<{ used: number; buffers: number }> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  return { used: usage.usedSize, buffers: usage.backingStorageSize ?? 0 };
}

const [browser, site, rrweb] = [await launch(), await new Site().open(), await reference()];
site.page('/rrweb.js', rrweb, {}, 'text/javascript');
site.page('/shop', shopPage());
site.page('/large', largePage(50_000));
const file = (name: string): Buffer => readFileSync(join(root, 'dist', name));
const size = { core: zipped(file('r.js')), replay: zipped(file('replay.js')), reference: zipped(rrweb) };
console.log(`gzip: core ${size.core}, replay ${size.replay}, together ${size.core + size.replay}; rrweb's record alone ${size.reference}`);

const sessions: Record<Kind, SessionResult[]> = { none: [], ours: [], rrweb: [] };
const larges: Record<Kind, LargeResult[]> = { none: [], ours: [], rrweb: [] };
for (let i = 0; i < rounds; i++) {
  for (const kind of KINDS) {
    if (kind !== 'none') {
      sessions[kind].push(await session(browser, site, kind));
      const s = sessions[kind].at(-1)!;
      console.log(`session, ${kind}: ${round(s.ms, 1)} ms of the main thread, ${s.events} events, ${s.raw} bytes plain, ${s.gzip} packed`);
    }
    if (process.env['PROFILE']) continue;
    larges[kind].push(await large(browser, site, kind));
    const l = larges[kind].at(-1)!;
    console.log(`${l.nodes} nodes, ${kind}: worst task ${round(l.worstTask, 1)} ms (${round(l.worstCpu, 1)} of CPU), start ${round(l.startCpu, 1)} ms of CPU, heap ${round(l.heap)} MB, buffers ${round(l.buffers)} MB`);
  }
}
await browser.close();
site.close();

if (process.env['PROFILE']) process.exit(0);
const m = <T>(list: T[], of: (t: T) => number): number => median(list.map(of));
const base = m(sessions.rrweb, (s) => s.events);
const metrics = {
  gzipCore: size.core, gzipReplay: size.replay, gzipTotal: size.core + size.replay, gzipReference: size.reference,
  bytes: m(sessions.ours, (s) => s.gzip), bytesReferencePacked: m(sessions.rrweb, (s) => s.gzip), bytesReferencePlain: m(sessions.rrweb, (s) => s.raw),
  bytesToPacked: round(m(sessions.ours, (s) => s.gzip) / m(sessions.rrweb, (s) => s.gzip), 3), bytesToPlain: round(m(sessions.ours, (s) => s.gzip) / m(sessions.rrweb, (s) => s.raw), 3),
  msPer1000Events: round((m(sessions.ours, (s) => s.ms) / base) * 1000), msPer1000EventsReference: round((m(sessions.rrweb, (s) => s.ms) / base) * 1000),
  largeNodes: larges.ours[0]!.nodes, worstTaskMs: round(m(larges.ours, (l) => l.worstTask)), worstTaskCpuMs: round(m(larges.ours, (l) => l.worstCpu)), worstTaskMsReference: round(m(larges.rrweb, (l) => l.worstTask)),
  startCpuMs: round(m(larges.ours, (l) => l.startCpu)), startCpuMsReference: round(m(larges.rrweb, (l) => l.startCpu)),
  heapMb: round(m(larges.ours, (l) => l.heap) - m(larges.none, (l) => l.heap)), buffersMb: round(m(larges.ours, (l) => l.buffers) - m(larges.none, (l) => l.buffers)), heapMbReference: round(m(larges.rrweb, (l) => l.heap) - m(larges.none, (l) => l.heap)),
};
console.log(JSON.stringify({ bench: 'recorder', metrics, ratio: metrics.bytesToPacked, n: base * rounds }));
