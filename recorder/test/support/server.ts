import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import type { Body } from '../../src/player/expand';
import { fnv } from '../../src/core/util';

export const root = process.env['RECORDER_HOME'] ?? process.cwd();
export const manifest = JSON.parse(readFileSync(join(root, 'dist/manifest.json'), 'utf8')) as { hash: string };
const dist = (name: string): string => readFileSync(join(root, 'dist', name), 'utf8');

export interface Received {
  sid: string;
  n: number;
  key: string;
  text: string;
  body: Body;
  gzip: boolean;
  bytes: number;
  origin: string | undefined;
}

/** A site under test and a HitlAI that keeps what it is sent, as strict as the real one about the format. */
export class Site {
  readonly pages = new Map<string, { body: string; type?: string; headers?: Record<string, string> }>();
  readonly batches: Received[] = [];
  readonly requests: string[] = [];
  readonly forgotten: string[] = [];
  readonly errors: string[] = [];
  config: Record<string, unknown> = { enabled: true, sample: 1, replay: 1, mask: 'inputs', consent: false, dnt: true };
  /** Status of batches instead of 202. */
  refuse = 0;
  duplicates = 0;
  private readonly servers: Server[] = [];
  private readonly urls: string[] = [];
  url = '';

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      // What a page that was closed sends late belongs to a test that is over.
      if (server !== this.servers.at(-1)) return void response.writeHead(202, { 'Access-Control-Allow-Origin': request.headers.origin ?? '*' }).end();
      this.answer(request, response).catch((e) => {
        this.errors.push(String(e));
        response.writeHead(500).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.servers.push(server);
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.urls.push(this.url);
    return this;
  }

  close(): void {
    for (const server of this.servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** The same site with nothing received, at another address: pages of earlier tests can't reach it. */
  async move(): Promise<void> {
    this.clear();
    await this.open();
  }

  page(path: string, body: string, headers: Record<string, string> = {}, type = 'text/html; charset=utf-8'): void {
    this.pages.set(path, { body, type, headers });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.url);
    this.requests.push(request.method + ' ' + url.pathname + url.search);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const cors = { 'Access-Control-Allow-Origin': request.headers.origin ?? '*', 'Access-Control-Expose-Headers': 'Retry-After', Vary: 'Origin' };
    const js = { 'Content-Type': 'text/javascript; charset=utf-8' };
    if (url.pathname === '/r.js') return void response.writeHead(200, js).end(dist('r.js'));
    if (url.pathname === `/r/${manifest.hash}/replay.js`) return void response.writeHead(200, js).end(dist('replay.js'));
    if (url.pathname === '/player.js') return void response.writeHead(200, js).end(dist('player.js'));
    if (url.pathname === '/api/recordings/config') return void response.writeHead(200, { ...cors, 'Content-Type': 'application/json' }).end(JSON.stringify(this.config));
    const match = /^\/api\/recordings\/([\w-]+)\/(batch|batches|forget)$/.exec(url.pathname);
    if (match) return this.recording(match[1]!, match[2]!, url, Buffer.concat(chunks), request, response, cors);
    const page = this.pages.get(url.pathname);
    if (!page) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
    response.writeHead(200, { 'Content-Type': page.type!, ...page.headers }).end(this.urls.reduce((body, url) => body.replaceAll(url, this.url), page.body));
  }

  private recording(sid: string, what: string, url: URL, raw: Buffer, request: IncomingMessage, response: ServerResponse, cors: Record<string, string>): void {
    if (what === 'forget') {
      this.forgotten.push(sid);
      return void response.writeHead(202, cors).end();
    }
    if (what === 'batches') {
      const asked = url.searchParams.get('n')!.split(',').map(Number);
      const stored = asked.filter((n) => this.batches.some((b) => b.sid === sid && b.n === n));
      return void response.writeHead(200, { ...cors, 'Content-Type': 'application/json' }).end(JSON.stringify({ stored }));
    }
    if (this.refuse) return void response.writeHead(this.refuse, { ...cors, 'Retry-After': '1' }).end();
    const n = Number(url.searchParams.get('n'));
    const gzip = url.searchParams.get('z') === '1';
    const plain = gzip ? gunzipSync(raw) : raw;
    const text = plain.toString('utf8');
    const hash = (fnv(new Uint8Array(plain)) + 2 ** 32).toString(16).slice(1);
    if (hash !== url.searchParams.get('h')) this.errors.push(`hash of ${n}: ${hash} is not ${url.searchParams.get('h')}`);
    const before = this.batches.find((b) => b.sid === sid && b.n === n);
    if (before) {
      if (before.text !== text) this.errors.push(`batch ${n} came twice with different content`);
      this.duplicates++;
    } else {
      this.batches.push({ sid, n, key: url.searchParams.get('k')!, text, body: JSON.parse(text) as Body, gzip, bytes: raw.length, origin: request.headers.origin });
    }
    response.writeHead(202, cors).end();
  }

  /** Bodies in the order they were recorded. */
  bodies(): Body[] {
    return [...this.batches].sort((a, b) => (a.sid < b.sid ? -1 : a.sid > b.sid ? 1 : a.n - b.n)).map((b) => b.body);
  }

  events(kind: number): any[][] {
    return this.bodies().flatMap((b) => b.e.filter((e) => e[0] === kind));
  }

  clear(): void {
    this.batches.length = 0;
    this.requests.length = 0;
    this.errors.length = 0;
    this.duplicates = 0;
  }
}

/** Waits until something is true. */
export async function until(what: string, check: () => unknown, timeout = 8000): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout} ms`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
