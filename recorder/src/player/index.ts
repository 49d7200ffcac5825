/** What the page with the player imports: rrweb's own player and what feeds it. */
export { Replayer } from 'rrweb';
export { Expander } from './expand';
export type { Body, ReplayEvent } from './expand';
export { default as replayerCss } from 'rrweb/dist/style.css';
