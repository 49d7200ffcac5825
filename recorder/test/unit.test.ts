import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Taint } from '../src/core/taint';
import { secretsOf, stripUrl } from '../src/core/url';
import { fnv, utf8, uuid } from '../src/core/util';
import { isSampled, runKeyOf } from '../src/core/session';
import { Expander } from '../src/player/expand';
import { outOfOrder } from '../src/replay/index';
import { root } from './support/server';

const tainted = (...values: string[]): Taint => {
  const taint = new Taint('salt');
  for (const value of values) taint.learn(value, true);
  return taint;
};

test('a value is masked in every form, at its length', () => {
  const taint = tainted('Correct Horse 9');
  for (const text of ['Hi Correct Horse 9!', 'correct horse 9', 'x=Correct%20Horse%209', 'x=Correct+Horse+9', '{"a":"CORRECT HORSE 9"}']) {
    const masked = taint.mask(text);
    assert.ok(!/horse/i.test(masked), masked);
    assert.equal(masked.length, text.length);
  }
  assert.equal(tainted('4111 1111 1111 1234').mask('Card 4111111111111234, ends in 1234, call 555'), 'Card ****************, ends in ****, call 555');
  assert.equal(tainted('ann.example@mail.org').mask('Hi ann.example'), 'Hi ***********');
});

test('short values are masked as whole words, so that the page stays readable', () => {
  assert.equal(tainted('one').mask('one done, everyone'), '*** done, everyone');
  assert.equal(tainted('7').mask('7 of 70'), '7 of 70');
  assert.equal(tainted('7').mask(' 7 '), ' * ');
});

test('what nobody touched is masked only when it looks like a secret', () => {
  const taint = new Taint('salt');
  for (const value of ['checkout', 'search', '12345']) taint.learn(value, false);
  assert.equal(taint.mask('search 12345 checkout'), 'search 12345 checkout');
  taint.learn('tok_9f8e7d', false);
  assert.equal(taint.mask('tok_9f8e7d'), '**********');
});

test('the next page knows the words by their hashes', () => {
  const before = tainted('Ann Example77', 'ann@example.org');
  const after = new Taint('salt', before.words());
  assert.equal(after.mask('Dear Example77, mail ann@example.org soon'), 'Dear *********, mail *************** soon');
  assert.ok(!JSON.stringify(before.words()).includes('Example'));
  assert.equal(new Taint('other', before.words()).mask('Example77'), 'Example77', 'a hash belongs to its session');
});

test('addresses lose values and fragments, never their shape', () => {
  const cases: [string, string][] = [
    ['https://a.example/p?x=1&token=abc&flag#part', 'https://a.example/p?x=*&token=*&*'],
    ['/q?SECRET', 'https://b.example/q?*'],
    ['https://a.example/#/users/ann/8812?x=1', 'https://a.example/#/users/ann/*'],
    ['https://user:pass@a.example/x', 'https://a.example/x'],
    ['mailto:ann@example.org', 'mailto:'], ['data:text/plain,secret', 'data:'], ['javascript:alert(1)', 'javascript:'], ['http://[bad', ''], ['', ''],
  ];
  for (const [raw, expected] of cases) assert.equal(stripUrl(raw, 'https://b.example/a'), expected);
  assert.deepEqual(secretsOf({ search: '?mail=a%40b.org&page=2', hash: '#t=x9y8z7' } as Location), ['a@b.org', 'x9y8z7']);
});

test('hashes, ids and sampling are as the format says', () => {
  assert.equal(fnv(utf8('')).toString(16), '811c9dc5');
  assert.equal(fnv(utf8('foobar')).toString(16), 'bf9cf968');
  assert.match(uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const share = Array.from({ length: 4000 }, () => isSampled(uuid(), 0.3)).filter(Boolean).length / 4000;
  assert.ok(Math.abs(share - 0.3) < 0.04, String(share));
  assert.ok(!isSampled(uuid(), 0) && isSampled(uuid(), 1));
  assert.equal(runKeyOf({ search: '?a=1&hitlai=rk_Ab-9', hash: '' } as Location), 'rk_Ab-9');
  assert.equal(runKeyOf({ search: '?hitlai=wk_x', hash: '' } as Location), undefined);
});

test('as few nodes move as possible', () => {
  assert.deepEqual(outOfOrder([1, 2, 3]), []);
  assert.deepEqual(outOfOrder([2, 3, 4, 1]), [3]);
  assert.deepEqual(outOfOrder([3, 4, 5, 1, 2]), [3, 4]);
  let seed = 7;
  for (let round = 0; round < 200; round++) {
    const places = Array.from({ length: 9 }, (_, i) => i + 1).sort(() => ((seed = (seed * 16807) % 2147483647) % 3) - 1);
    const moved = new Set(outOfOrder(places));
    const rest = places.filter((_, i) => !moved.has(i));
    assert.deepEqual(rest, [...rest].sort((a, b) => a - b));
  }
});

test('a batch expands to events of the rrweb format', () => {
  const events = new Expander().push({
    v: 1, p: 'p', t0: 1000,
    e: [[6, 50, 40, 0, 0, [10, 10, 0, 5, 5, 40], [0, 4], null], [3, 10, 0, 15, 15, 15, 15, 0, 8, 1, 'a', null, null, null, 'a', 4]],
    r: [[1, 0, 'https://a.example/x/y', 800, 600, 0, 0], [2, 1, 1, 0, 0, [['#d', 0, 'https://a.example/x/y', ['!', 'html', '', ''], ['html', 0, ['a', ['href', 'z']], ['input', ['value', 3]]]]]], [3, 1], [7, 100, 5, 4, null]],
  });
  assert.deepEqual(events.map((e) => e.type), [4, 2, 3, 3, 3, 3, 3]);
  const html = (events[1]!.data as any).node.childNodes[1];
  assert.deepEqual(html.childNodes.map((n: any) => [n.id, n.attributes]), [[4, { href: 'https://a.example/x/z' }], [5, { value: '***' }]]);
  assert.deepEqual((events[2]!.data as any).positions, [{ x: 10, y: 10, id: 4, timeOffset: -40 }, { x: 15, y: 15, id: 4, timeOffset: 0 }]);
  assert.deepEqual(events.at(-1)!.data, { source: 5, id: 5, text: '****', isChecked: false });
});

test('what is committed under dist is what the sources build', async () => {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { buildAll } = (await import(pathToFileURL(join(root, 'build.mjs')).href)) as { buildAll(out: string): Promise<unknown> };
  const out = mkdtempSync(join(tmpdir(), 'hitlai-dist-'));
  try {
    await buildAll(out);
    const list = (folder: string, under = ''): string[] =>
      readdirSync(join(folder, under)).flatMap((n) => (statSync(join(folder, under, n)).isDirectory() ? list(folder, join(under, n)) : [join(under, n)]));
    assert.deepEqual(list(out).sort(), list(join(root, 'dist')).sort());
    for (const name of list(out)) assert.ok(readFileSync(join(out, name)).equals(readFileSync(join(root, 'dist', name))), `${name}: run npm run build`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  assert.ok(existsSync(join(root, 'dist/npm/index.d.ts')));
});

test('the extension takes only links of assignments', async () => {
  const { parseLink, belongs } = (await import(pathToFileURL(join(root, '../extension/assignment.js')).href)) as any;
  const link = (over: Record<string, string>): string => 'https://hitlai.example/record#' + new URLSearchParams({ key: 'rk_12345678', site: 'https://shop.example/a?b', until: '2000', ...over });
  const assignment = parseLink(link({}), 1000);
  assert.deepEqual(assignment, { host: 'https://hitlai.example', key: 'rk_12345678', site: 'https://shop.example', until: 2000 });
  assert.ok(belongs(assignment, 'https://shop.example/x') && !belongs(assignment, 'https://shop.example.evil/x') && !belongs(assignment, 'nonsense'));
  for (const over of [{ key: 'wk_12345678' }, { site: 'ftp://x' }, { site: '' }, { until: '900' }, { site: 'https://hitlai.example/' }]) assert.throws(() => parseLink(link(over as never), 1000), Error);
  assert.throws(() => parseLink('hello'), /not a link/);
});
