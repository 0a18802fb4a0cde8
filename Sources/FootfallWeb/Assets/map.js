// Where people spend their time: on the floor plan or a camera's picture, for a day or each of its hours.
import { address, ask, picture } from "./api.js";
import { begin, element, make, say } from "./frame.js";
import { HeatMaps, HeatView } from "./heat.js";
import { number, share, text } from "./texts.js";

const { layout, clock } = await begin();
const view = new HeatView();
const slider = element("hour");
const day = element("day");
const floor = "";
let maps = null;
let still = null;
let turn = 0;
let timer = null;

// The store's midnight of the chosen day.
function midnight() {
  const [wanted, today] = [Date.parse(`${day.value}T00:00:00Z`), clock.shown(Date.now())];
  return clock.instant(Date.now(), Math.round(wanted / 86_400_000 - Math.floor(today / 86_400_000)));
}

// ---- What is shown ----

// The maps of the chosen hour, or of all hours.
const chosen = () => (slider.value === "0" ? maps.maps : [maps.maps[Number(slider.value) - 1]]);

function timeText(map) {
  return `${clock.time(map.startMilliseconds)} – ${clock.time(map.endMilliseconds)}`;
}

function hourText() {
  return slider.value === "0" || !maps ? text("map.wholeDay") : timeText(chosen()[0]);
}

// The share of the time that has passed in which a camera saw, the mean of the cameras; null before it has begun.
function coverage(some) {
  const passed = some.reduce((sum, map) => sum + Math.max(0, Math.min(Date.now(), map.endMilliseconds) - map.startMilliseconds), 0);
  if (passed === 0) return null;
  const seen = maps.cameras.reduce((sum, _, camera) => sum + maps.observed(camera, some), 0);
  return Math.min(1, seen * 1_000 / passed / maps.cameras.length);
}

function show() {
  element("hour-text").textContent = hourText();
  slider.setAttribute("aria-valuetext", hourText());
  if (!maps) return;
  const rates = maps.rates(chosen());
  // A day's mean is less than its busiest hour: the hours share a scale, the day has its own.
  const greatest = slider.value === "0" ? Math.max(0, ...rates.map((rate) => rate ?? 0)) : maps.greatest;
  view.show(rates, greatest, text("map.alt", { view: viewName(), time: hourText() }));
  element("least").textContent = number(0);
  element("quarter").textContent = number(greatest / 4);
  element("most").textContent = number(greatest);
  element("unit").textContent = text(maps.plane.kind === "floor" ? "map.unitFloor" : "map.unitPicture");
  element("unseen").hidden = maps.plane.kind !== "floor";
  const seen = coverage(chosen());
  element("coverage").textContent = seen !== null && seen < 0.99 ? text("map.coverage", { share: share(seen) }) : "";
  say("message", rates.some((rate) => rate > 0) ? "" : text("map.none"));
}

function showRows() {
  element("rows").replaceChildren(...maps.maps.map((map) => {
    const seen = coverage([map]);
    const minutes = map.personSeconds.reduce((sum, value) => sum + value, 0) / 60;
    return make(
      "tr", {}, make("th", { scope: "row" }, timeText(map)),
      make("td", { class: "n" }, seen === 0 ? "–" : number(minutes)), make("td", { class: "n" }, share(seen)));
  }));
}

const viewName = () => (element("view").value === floor ? text("map.floor") : element("view").value);

// ---- Loading ----

async function load() {
  const own = ++turn;
  const camera = element("view").value;
  const start = midnight();
  const range = { from: clock.iso(start), to: clock.iso(Math.min(clock.instant(start, 1), Date.now())), interval: "1h" };
  try {
    const [found, below] = await Promise.all([
      ask("GET", address("heatmap", camera === floor ? range : { ...range, camera })),
      camera === floor ? null : picture("still.jpg", { camera, empty: true })]);
    if (own !== turn) return below && URL.revokeObjectURL(below);
    if (still) URL.revokeObjectURL(still);
    still = below;
    take(found);
  } catch (error) {
    if (own === turn) say("message", error.message, true);
  }
}

function take(found) {
  maps = found && new HeatMaps(found);
  view.element.hidden = element("scale").hidden = !maps;
  slider.max = maps ? maps.maps.length : 0;
  slider.disabled = element("play").disabled = !maps;
  element("rows").replaceChildren();
  element("coverage").textContent = "";
  if (maps) {
    view.begin(maps, still);
    showRows();
  } else {
    say("message", text("map.none"));
  }
  show();
}

// ---- Playing ----

function stop() {
  clearInterval(timer);
  timer = null;
  element("play").textContent = text("map.play");
}

function play() {
  if (timer) return stop();
  element("play").textContent = text("map.pause");
  timer = setInterval(() => {
    slider.value = slider.value === slider.max ? 1 : Number(slider.value) + 1;
    show();
  }, 1_200);
}

element("heat").prepend(view.element);
element("view").append(
  ...(layout.floorCameras.length ? [make("option", { value: floor }, text("map.floor"))] : []),
  ...layout.cameras.map((camera) => make("option", { value: camera.id }, camera.id)));
day.value = new Date(clock.shown(Date.now())).toISOString().slice(0, 10);
day.max = day.value;
for (const choice of [element("view"), day]) {
  choice.addEventListener("change", () => {
    stop();
    if (day.value) load();
  });
}
slider.addEventListener("input", () => { stop(); show(); });
element("play").addEventListener("click", play);
element("subtitle").textContent = text("map.subtitle");
stop();
take(null);
await load();
