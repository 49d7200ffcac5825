// Bundles the tests and runs them; arguments are parts of their names.
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '.test');
const wanted = process.argv.slice(2);
const names = readdirSync(join(here, 'test')).filter((f) => f.endsWith('.test.ts') && (!wanted.length || wanted.some((w) => f.includes(w))));
rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: names.map((n) => join('test', n)),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: out,
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  logLevel: 'warning',
});
const run = spawn(process.execPath, ['--test', '--test-concurrency=2', ...names.map((n) => join(out, n.replace('.ts', '.mjs')))], {
  stdio: 'inherit',
  env: { ...process.env, RECORDER_HOME: here },
});
run.on('exit', (code) => process.exit(code ?? 1));
