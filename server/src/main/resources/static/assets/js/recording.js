import { typing } from "./dom.js";

const clock = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

/** Plays a recorded session: loads from the last snapshot before a moment and on from there while it plays. */
export async function startRecording(frame) {
  const base = frame.dataset.recording;
  const start = Number(frame.dataset.recordingStart);
  const length = Number(frame.dataset.recordingLength);
  const stage = frame.querySelector("[data-recording-stage]");
  const state = frame.querySelector("[data-recording-state]");
  const position = frame.querySelector(".replay-position");
  const toggle = frame.querySelector("[data-recording-toggle]");
  const speed = frame.querySelector("[data-recording-speed]");
  const skip = frame.querySelector("[data-recording-skip]");
  const json = async (path) => {
    const answer = await fetch(base + path, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The replay could not be loaded (${answer.status}).`);
    return answer.json();
  };
  let index, Replayer, Expander, replayer, expander, from = 0, first = 0, next = null, loading = null, playing = false, rebuild = 0;

  try {
    const [player, chunks] = await Promise.all([import(frame.dataset.recordingPlayer), json("/chunks")]);
    ({ Replayer, Expander } = player);
    index = chunks;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(player.replayerCss);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch (failure) {
    state.textContent = failure.message;
    return;
  }

  /** Bodies from a batch on as events on the server's clock. */
  const load = async (sequence) => {
    const bodies = await json(`/bodies?from=${sequence}`);
    const events = bodies.filter((part) => part.body).flatMap((part) =>
      expander.push(part.body).map((event) => ({ ...event, timestamp: event.timestamp + part.skew })));
    const last = bodies.at(-1);
    next = last && index.some((chunk) => chunk.sequence > last.n) ? last.n + 1 : null;
    return events;
  };

  const fit = () => {
    const wrapper = stage.firstElementChild;
    if (!wrapper || !replayer) return;
    const inner = replayer.iframe;
    const scale = Math.min(stage.clientWidth / (inner.offsetWidth || 1), stage.clientHeight / (inner.offsetHeight || 1), 1);
    wrapper.style.transform = `translate(${Math.max(0, (stage.clientWidth - inner.offsetWidth * scale) / 2)}px, 0) scale(${scale})`;
  };

  /** Begins anew at the last snapshot before a moment. */
  const build = async (at) => {
    const mine = ++rebuild;
    const begin = index.filter((chunk) => chunk.snapshot && chunk.from - start <= at).at(-1) ?? index.find((chunk) => chunk.snapshot);
    expander = new Expander();
    let events = await load(begin.sequence);
    while (events.length < 2 && next !== null) events = events.concat(await load(next));
    if (mine !== rebuild) return;
    replayer?.destroy();
    stage.replaceChildren();
    if (events.length < 2) {
      stage.textContent = "This part of the replay is empty.";
      return;
    }
    replayer = new Replayer(events, { root: stage, speed: Number(speed.value), skipInactive: skip.checked, mouseTail: false, showWarning: false, UNSAFE_replayCanvas: false });
    first = events[0].timestamp;
    from = first - start;
    replayer.on("resize", fit);
    replayer.on("finish", () => { if (next === null) play(false); });
    fit();
  };

  const loadedUntil = () => (next === null ? length : (index.find((chunk) => chunk.sequence === next)?.from ?? start + length) - start);

  const more = () => {
    if (next === null || loading) return loading;
    loading = load(next).then((events) => events.forEach((event) => replayer.addEvent(event))).finally(() => { loading = null; });
    return loading;
  };

  const seek = async (at) => {
    at = Math.min(Math.max(0, at), length);
    const nearest = index.filter((chunk) => chunk.snapshot && chunk.from - start <= at).at(-1);
    const better = nearest && nearest.from - start > loadedUntil();
    if (!replayer || at < from || better) await build(at);
    while (replayer && next !== null && loadedUntil() < at) await more();
    if (!replayer) return;
    const offset = Math.max(0, at - from);
    if (playing) replayer.play(offset); else replayer.pause(offset);
    show(at);
  };

  const show = (at) => {
    position.value = at;
    const said = clock(at);
    frame.querySelector("[data-recording-clock]").textContent = said;
    position.setAttribute("aria-valuetext", said);
  };

  const play = (on) => {
    playing = on && Boolean(replayer);
    toggle.setAttribute("aria-label", playing ? "Pause" : "Play");
    if (playing) {
      replayer.play(Math.max(0, position.valueAsNumber - from));
      requestAnimationFrame(run);
    } else replayer?.pause();
  };

  const run = () => {
    if (!playing) return;
    const at = from + replayer.getCurrentTime();
    show(Math.min(at, length));
    if (at > loadedUntil() - 10000) more();
    if (at >= length) play(false); else requestAnimationFrame(run);
  };

  toggle.addEventListener("click", () => play(!playing));
  position.addEventListener("input", () => seek(position.valueAsNumber));
  speed.addEventListener("change", () => replayer?.setConfig({ speed: Number(speed.value) }));
  skip.addEventListener("change", () => replayer?.setConfig({ skipInactive: skip.checked }));
  addEventListener("resize", fit);
  document.querySelectorAll("[data-recording-seek]").forEach((mark) => mark.addEventListener("click", () => {
    seek(Number(mark.dataset.recordingSeek));
    frame.scrollIntoView({ block: "nearest" });
  }));
  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target instanceof HTMLElement && event.target.closest("button, a, input, select, summary");
    const moves = { ArrowLeft: -5000, ArrowRight: 5000 };
    if (event.key === " " && !onButton) play(!playing);
    else if (moves[event.key] && event.target !== position) seek(position.valueAsNumber + moves[event.key]);
    else if (event.key === "n") {
      const marks = [...document.querySelectorAll("[data-recording-signal]")].map((mark) => Number(mark.dataset.recordingSeek));
      const later = marks.find((at) => at > position.valueAsNumber + 200);
      if (later === undefined) return;
      seek(later);
    } else return;
    event.preventDefault();
  });

  try {
    await seek(Number(frame.dataset.recordingAt));
    frame.dataset.recordingReady = "";
  } catch (failure) {
    stage.textContent = failure.message;
  }
}
