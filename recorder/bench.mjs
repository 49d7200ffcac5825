// Bundles bench/bench.ts and runs it; needs a Chromium and takes about a minute.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
process.env.RECORDER_HOME = here;
const out = join(here, '.test', 'bench.mjs');
await build({ absWorkingDir: here, entryPoints: ['bench/bench.ts'], bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile: out, packages: 'external', logLevel: 'warning' });
await import(pathToFileURL(out).href);
