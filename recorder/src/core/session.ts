import { fnv, quietly, uuid } from './util';

const KEY = 'hitlai';
const IDLE = 30 * 60_000;

/** What a session carries from page to page of one tab. */
export interface Session {
  id: string;
  /** Next sequence number. */
  n: number;
  /** Next page view. */
  page: number;
  /** Start, ms since 1970. */
  start: number;
  /** Last activity, ms since 1970. */
  at: number;
  /** Salted hashes of words that were entered. */
  words: number[];
  /** Key of an assignment that opened this tab. */
  run?: string;
}

const fresh = (run?: string): Session => ({ id: uuid(), n: 0, page: 0, start: Date.now(), at: Date.now(), words: [], ...(run ? { run } : {}) });

/**
 * Takes the tab's session. While a page has it, the storage holds none: a duplicated tab, whose storage is copied, begins a session
 * of its own instead of using the same sequence numbers.
 */
export function takeSession(run?: string): Session {
  const kept = quietly(() => {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ? (JSON.parse(text) as Session) : null;
  });
  if (kept && kept.id && Date.now() - kept.at < IDLE && (!run || kept.run === run)) return kept;
  return fresh(run ?? kept?.run);
}

export function leaveSession(session: Session): void {
  quietly(() => sessionStorage.setItem(KEY, JSON.stringify(session)));
}

export function dropSession(): void {
  quietly(() => sessionStorage.removeItem(KEY));
}

/** Whether a session belongs to a share of all; the server can repeat it. */
export const isSampled = (id: string, rate: number): boolean => fnv(id) / 2 ** 32 < rate;

/** The key of an assignment in the page's address (`?hitlai=rk_…` or `#hitlai=rk_…`). */
export const runKeyOf = (location: Location): string | undefined => /[?&#]hitlai=(rk_[\w-]+)/.exec(location.search + location.hash)?.[1];
