// Builds recorder/dist from recorder/src. The names of the parts contain a hash of the sources, so that each can be cached for ever.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

const here = dirname(fileURLToPath(import.meta.url));
const extension = join(here, '..', 'extension');

/** Files that decide what is built. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((f) => (f.isDirectory() ? sources(join(folder, f.name)) : [join(folder, f.name)]));
}

export function sourceHash() {
  const hash = createHash('sha256');
  const files = [...sources(join(here, 'src')), ...sources(extension), ...['build.mjs', 'npm.d.ts', 'package.json', 'package-lock.json'].map((f) => join(here, f))];
  for (const file of files) hash.update(relative(here, file).split(sep).join('/') + '\n' + readFileSync(file, 'utf8').replace(/\r\n/g, '\n') + '\n');
  return hash.digest('hex').slice(0, 12);
}

/** Names of inner members, shortened in what browsers load. None of them is a name of the browser's, of the format or of the interface. */
const INNER = `
  changes core emit flags hover points pump route stopped timer tree
  address adopted again agreed alive aliveBytes attaches brief capacity carrier cause changed changedAttributes changedTexts clean
  clickAt clicks comma compare compile context control deadline dirty docs earlier endGroup ended enter entered fields figures
  firstId fresh freshen group groupNext growing guard hashes hood inDocuments inputs isDue isFilledByScript isStamped job kept keyAt
  known lastE lastR learn leave loadReplay loaded looks mark meta modified nodeId note numbers onElement onLoss onRefused onRoot
  onStop operation operations outbox outgrow pausing place places purge queue readEditable refresh removed roots routes running
  scanned scrolled seal seen sendRemoved sent session settle shifts since sizes snapshot snapshotAt soon spent stale stamp stamps
  states styles tail taint texts timers tokens touched turn undo unsure up visible visibleSince waiting watchCost watchExit
  watchFrame watchRoutes whole withScroll writer
`.trim().split(/\s+/);

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
  // Both parts share the short names.
  const mangleProps = new RegExp(`^(?:${INNER.join('|')})$`);
  let mangleCache = {};
  for (const [entry, name] of [['src/r.ts', 'r.js'], ['src/replay/entry.ts', 'replay.js']]) {
    ({ mangleCache } = await build({ ...common, format: 'iife', entryPoints: [entry], outfile: join(out, name), mangleProps, mangleCache }));
  }
  for (const name of ['r.js', 'replay.js']) {
    const { code } = await minify(readFileSync(join(out, name), 'utf8'), {
      ecma: 2020,
      compress: { passes: 3, ecma: 2020, keep_fargs: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
      mangle: true,
    });
    writeFileSync(join(out, name), code + '\n');
  }
  await build({ ...common, format: 'esm', entryPoints: ['src/player/index.ts'], outfile: join(out, 'player.js') });
  await build({ ...common, format: 'esm', splitting: true, entryPoints: ['src/index.ts'], outdir: join(out, 'npm'), chunkNames: '[name]' });
  mkdirSync(join(out, 'extension'));
  for (const file of sources(extension)) if (!file.endsWith('.md')) copyFileSync(file, join(out, 'extension', relative(extension, file)));
  for (const name of ['r.js', 'replay.js']) copyFileSync(join(out, name), join(out, 'extension', name));
  copyFileSync(join(here, 'npm.d.ts'), join(out, 'npm', 'index.d.ts'));
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
