// Builds recorder/dist from recorder/src. The names of the parts contain a hash of the sources, so that each can be cached for ever.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** Files that decide what is built. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((f) => (f.isDirectory() ? sources(join(folder, f.name)) : [join(folder, f.name)]));
}

export function sourceHash() {
  const hash = createHash('sha256');
  const files = [...sources(join(here, 'src')), ...['build.mjs', 'package.json', 'package-lock.json'].map((f) => join(here, f))];
  for (const file of files) hash.update(relative(here, file).split(sep).join('/') + '\n' + readFileSync(file, 'utf8').replace(/\r\n/g, '\n') + '\n');
  return hash.digest('hex').slice(0, 12);
}

const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

export async function buildAll(out = join(here, 'dist')) {
  const hash = sourceHash();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const common = {
    absWorkingDir: here,
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { VERSION: JSON.stringify(version), REPLAY_PATH: JSON.stringify(`/r/${hash}/replay.js`) },
    loader: { '.css': 'text' },
  };
  await build({ ...common, format: 'iife', entryPoints: ['src/r.ts'], outfile: join(out, 'r.js') });
  await build({ ...common, format: 'iife', entryPoints: ['src/replay/entry.ts'], outfile: join(out, 'replay.js') });
  await build({ ...common, format: 'esm', entryPoints: ['src/player/index.ts'], outfile: join(out, 'player.js') });
  await build({ ...common, format: 'esm', splitting: true, entryPoints: ['src/index.ts'], outdir: join(out, 'npm'), chunkNames: '[name]' });
  const files = {};
  for (const name of ['r.js', 'replay.js', 'player.js']) {
    const bytes = readFileSync(join(out, name));
    files[name] = { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, sri: 'sha384-' + createHash('sha384').update(bytes).digest('base64') };
  }
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ version, hash, files }, null, 2) + '\n');
  return { hash, files };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { hash, files } = await buildAll();
  for (const [name, f] of Object.entries(files)) console.log(`${name}  ${f.bytes} bytes, ${f.gzip} gzip`);
  console.log(`hash ${hash}`);
}
