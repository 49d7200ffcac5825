import { makeApi } from './api';
import { quietly } from './core/util';
import type { Replay } from './replay';
import type { Options } from './recorder';

declare const REPLAY_PATH: string;

const script = document.currentScript as HTMLScriptElement | null;
const page = globalThis as unknown as { hitlai?: unknown; __hitlaiReplay?: Replay };

/** Loads the replay's part with the nonce that let this script run. */
function loadReplay(host: string): Promise<Replay> {
  return new Promise((done, failed) => {
    if (page.__hitlaiReplay) return done(page.__hitlaiReplay);
    const part = document.createElement('script');
    part.src = host + REPLAY_PATH;
    part.async = true;
    if (script?.nonce) part.nonce = script.nonce;
    part.onload = () => {
      part.remove();
      page.__hitlaiReplay ? done(page.__hitlaiReplay) : failed();
    };
    part.onerror = failed;
    (document.head ?? document.documentElement).append(part);
  });
}

quietly(() => {
  if (page.hitlai) return;
  const api = makeApi(loadReplay);
  page.hitlai = api;
  const data = script?.dataset;
  if (!data?.['key']) return;
  const options: Options = { key: data['key'], host: data['host'] ?? new URL(script!.src).origin };
  if (data['mask'] === 'all') options.mask = 'all';
  if (data['replay'] === 'off') options.replay = false;
  if (data['consent'] === 'required') options.consent = true;
  if (data['elements']) options.elements = data['elements'];
  if (data['start'] !== 'manual') api.start(options);
});
