// How each camera is.
import { ask } from "./api.js";
import { begin, element, make } from "./frame.js";
import { follow } from "./live.js";
import { number, text } from "./texts.js";

const { clock } = await begin();
const cards = new Map();

function rate(value) {
  return value === null || value === undefined ? "–" : number(value, 1);
}

function milliseconds(value) {
  return value === null || value === undefined ? "–" : text("unit.milliseconds", { n: number(value) });
}

function facts(camera) {
  const size = camera.width ? `${camera.width} × ${camera.height}` : "–";
  return [
    ["cameras.since", clock.moment(camera.sinceMilliseconds)],
    ["cameras.delivered", text("cameras.of", { n: rate(camera.framesPerSecond), all: rate(camera.declaredFramesPerSecond) })],
    ["cameras.looks", rate(camera.looksPerSecond)],
    ["cameras.latency", milliseconds(camera.latencyMilliseconds)],
    ["cameras.drops", number(camera.droppedLooks)],
    ["cameras.restarts", number(camera.restarts)],
    ["cameras.size", size],
    ["cameras.last", camera.lastPictureMilliseconds ? clock.time(camera.lastPictureMilliseconds, true) : "–"],
  ];
}

function card(camera) {
  const retry = camera.retryMilliseconds
    ? make("p", { class: "quiet" }, text("cameras.retry", { time: clock.time(camera.retryMilliseconds, true) })) : null;
  return make(
    "article", { class: "card" },
    make("div", { class: "row" }, make("h2", {}, camera.id),
      make("span", { class: `state ${camera.state}` }, text(`state.${camera.state}`))),
    make("p", { class: "quiet source" }, camera.source),
    camera.problem ? make("p", { class: "notice" }, camera.problem) : null,
    retry,
    make("dl", { class: "facts" }, ...facts(camera).map(([key, value]) =>
      make("div", {}, make("dt", {}, text(key)), make("dd", {}, value)))));
}

function take(camera) {
  const fresh = card(camera);
  if (cards.has(camera.id)) cards.get(camera.id).replaceWith(fresh);
  else element("health").append(fresh);
  cards.set(camera.id, fresh);
}

function row(sink) {
  const counts = [sink.delivered, sink.failures, sink.givenUp].map((value) => make("td", { class: "n" }, number(value)));
  const oldest = sink.oldestMilliseconds ? clock.moment(sink.oldestMilliseconds) : "–";
  return make(
    "tr", {}, make("th", { scope: "row" }, sink.id, " ", make("small", { class: "quiet" }, text(`sinks.${sink.kind}`))),
    make("td", { class: "n" }, number(sink.waiting)), make("td", {}, oldest), ...counts,
    make("td", {}, sink.problem ?? "–"));
}

async function loadSinks() {
  const { sinks } = await ask("GET", "status");
  element("sinks").hidden = sinks.length === 0;
  element("sink-rows").replaceChildren(...sinks.map(row));
}

async function load() {
  const [{ cameras }, { problem }] = await Promise.all([ask("GET", "cameras"), ask("GET", "layout")]);
  element("problem").hidden = !problem;
  element("problem").textContent = problem ? text("cameras.configuration", { problem }) : "";
  // Cameras come and go when the scene file is read again.
  cards.clear();
  element("health").replaceChildren();
  cameras.forEach(take);
}

await load();
await loadSinks();
setInterval(() => loadSinks().catch(() => {}), 5_000);
const again = () => load().catch(() => {});
follow({ camera: take, layout: again, again });
