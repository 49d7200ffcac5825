import { makeApi } from './api';

const api = makeApi(() => import('./replay').then((m) => m.replay));
export const { start, stop, forget, consent, flush } = api;
export const sessionId = (): string | undefined => api.sessionId;
export type { Api, Options } from './api';
