import { quietly } from './util';

/** A batch on its way. */
export interface Batch {
  /** Session. */
  s: string;
  n: number;
  k: string;
  /** Hash of the unpacked bytes. */
  h: string;
  /** 1: packed by gzip. */
  z: 0 | 1;
  bytes: Uint8Array<ArrayBuffer>;
  /** When it was made, ms since 1970. */
  at: number;
}

const NAME = 'hitlai';
const LEFT = 'hitlai.exit';
const DAYS = 7 * 86_400_000;
const BOUND = 4_000_000;

/** Batches that the server hasn't acknowledged, kept over reloads. Without storage it does nothing. */
export class Store {
  private db: Promise<IDBDatabase | undefined> | undefined;
  private size = 0;

  private open(): Promise<IDBDatabase | undefined> {
    return (this.db ??= new Promise((done) => {
      const request = quietly(() => indexedDB.open(NAME, 1));
      if (!request) return done(undefined);
      request.onupgradeneeded = () => request.result.createObjectStore('batches', { keyPath: ['s', 'n'] });
      request.onsuccess = () => done(request.result);
      request.onerror = request.onblocked = () => done(undefined);
    }));
  }

  private async run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    const db = await this.open();
    return new Promise((done) => {
      const request = db && quietly(() => act(db.transaction('batches', mode).objectStore('batches')));
      if (!request) return done(undefined);
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });
  }

  /** True once the batch lies in storage. */
  async put(batch: Batch): Promise<boolean> {
    if (this.size + batch.bytes.length > BOUND) return false;
    this.size += batch.bytes.length;
    return !!(await this.run('readwrite', (store) => store.put(batch)));
  }

  async remove(batch: Batch): Promise<void> {
    this.size = Math.max(0, this.size - batch.bytes.length);
    await this.run('readwrite', (store) => store.delete([batch.s, batch.n]));
  }

  /** What earlier pages left: of this tab's session, or older than half a minute (other tabs still work on theirs). */
  async left(session: string): Promise<Batch[]> {
    const all = (await this.run('readonly', (store) => store.getAll() as IDBRequest<Batch[]>)) ?? [];
    const time = Date.now();
    const found: Batch[] = [];
    for (const batch of all) {
      if (time - batch.at > DAYS) void this.remove(batch);
      else if (batch.s === session || time - batch.at > 30_000) found.push(batch);
      this.size += batch.bytes.length;
    }
    return found;
  }

  async clear(): Promise<void> {
    quietly(() => localStorage.removeItem(LEFT));
    this.size = 0;
    await this.run('readwrite', (store) => store.clear() as IDBRequest<undefined>);
  }
}

/** What is left when a page goes away: written at once, since nothing can be waited for then. */
export type Leaving = [session: string, n: number, key: string, hash: string, at: number, body: string];

export function keepAtExit(batches: Leaving[]): void {
  if (!batches.length) return;
  quietly(() => {
    const before = takeAtExit();
    const text = JSON.stringify([...before, ...batches]);
    localStorage.setItem(LEFT, text.length < 1_000_000 ? text : JSON.stringify(batches));
  });
}

export function takeAtExit(): Leaving[] {
  return (
    quietly(() => {
      const text = localStorage.getItem(LEFT);
      if (text) localStorage.removeItem(LEFT);
      return text ? (JSON.parse(text) as Leaving[]) : [];
    }) ?? []
  );
}
