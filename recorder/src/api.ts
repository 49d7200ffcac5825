import { Recorder, type Options } from './recorder';
import type { Replay } from './replay';
import { quietly } from './core/util';

export type { Options };

/** What a page can ask of the recorder. */
export interface Api {
  /** Begins; a second call while one runs does nothing. */
  start(options: Options): void;
  /** Ends the recording of this page; what was recorded is delivered. */
  stop(): void;
  /** Stops, erases what was recorded, and keeps this browser out from now on. */
  forget(): Promise<void>;
  /** What the visitor answered to the page's question. */
  consent(given: boolean): void;
  /** Resolves when everything so far has been acknowledged by the server. */
  flush(timeout?: number): Promise<boolean>;
  /** The session being recorded, if any. */
  readonly sessionId: string | undefined;
}

export function makeApi(loadReplay: (host: string) => Promise<Replay>): Api {
  let recorder: Recorder | undefined;
  let agreed: boolean | undefined;
  return {
    start(options) {
      quietly(() => {
        if (recorder || typeof document === 'undefined' || !options?.key) return;
        recorder = new Recorder(options, loadReplay);
        if (agreed !== undefined) recorder.consent(agreed);
        void recorder.start().catch(() => {});
      });
    },
    stop() {
      quietly(() => recorder?.stop());
      recorder = undefined;
    },
    async forget() {
      await recorder?.forget().catch(() => {});
      recorder = undefined;
    },
    consent(given) {
      agreed = given;
      quietly(() => {
        if (given) localStorage.removeItem('hitlai.off');
      });
      quietly(() => recorder?.consent(given));
    },
    flush: async (timeout) => (await recorder?.flush(timeout).catch(() => false)) ?? true,
    get sessionId() {
      return recorder?.sessionId;
    },
  };
}
