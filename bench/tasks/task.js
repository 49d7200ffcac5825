// What all task pages share: chance that follows the seed, and the verdict.
(() => {
  let state = (Number(new URLSearchParams(location.search).get('seed') || 1) * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  window.random = (n) => Math.floor(next() * n);
  window.shuffle = (list) => {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  };
  window.pick = (list) => list[random(list.length)];
  window.sample = (list, n) => shuffle(list).slice(0, n);
  window.task = { instruction: '', outcome: 'open' };
  window.finish = (right) => {
    if (task.outcome === 'open') task.outcome = right ? 'done' : 'failed';
  };
})();
