/** Settings of a recording. */
export interface Options {
  /** Write key of the company (`wk_…`) or key of an assignment (`rk_…`). */
  key: string;
  /** Address of HitlAI, such as `https://hitlai.example`. */
  host?: string;
  /** `all`: no text of the page leaves it either. Default `inputs`. */
  mask?: 'inputs' | 'all';
  /** `false`: no replay of the page, only events. */
  replay?: boolean;
  /** Wait for `consent(true)` before anything is recorded. */
  consent?: boolean;
  /** Further elements whose visibility is watched: a selector. */
  elements?: string;
  /** Carries requests instead of the page: a function or the name of a global one. */
  transport?: string | ((method: string, pathAndQuery: string, bodyBase64: string | null) => Promise<{ status: number; retryAfter?: number; body?: string }>);
}
/** Begins to record; a second call while one runs does nothing. */
export declare function start(options: Options): void;
/** Ends the recording of this page; what was recorded is delivered. */
export declare function stop(): void;
/** Stops, erases what was recorded, and keeps this browser out from now on. */
export declare function forget(): Promise<void>;
/** What the visitor answered to the page's question. */
export declare function consent(given: boolean): void;
/** True once everything so far has been acknowledged, false after `timeout` ms (3000). */
export declare function flush(timeout?: number): Promise<boolean>;
/** The session being recorded, if any. */
export declare function sessionId(): string | undefined;
