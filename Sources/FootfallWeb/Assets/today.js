// Today in the store: figures, the day's course, zones and cameras.
import { address, ask } from "./api.js";
import { EntriesChart } from "./chart-entries.js";
import { announce, begin, element, make } from "./frame.js";
import { follow } from "./live.js";
import { CameraPicture } from "./picture.js";
import { number, seconds, share, text } from "./texts.js";

const interval = 15;
const week = 7;
// What the course of the day can show, from the feed's entries of one interval.
const measures = {
  entries: { of: (parts) => sum(parts.map((part) => part.trafficIn)), words: number, isWhole: true },
  capture: { of: captured, words: share, isWhole: false },
  present: { of: (parts) => sum(parts.map((part) => part.occupancyMean)), words: (value) => number(value, 1), isWhole: false },
};
const measure = element("measure");
const { layout, clock } = await begin();
const cameras = new Map();
const tiles = new Map();
// All intervals of the day, and those of which something is shown.
let dayRows = [];
let course = [];
const entranceLines = new Set(layout.cameras.flatMap((camera) =>
  camera.lines.filter((line) => line.kind === "entrance").map((line) => `${camera.id} ${line.id}`)));
// The cameras at which something is missing where they saw nothing.
const entrances = new Set([...entranceLines].map((line) => line.split(" ")[0]));

// The sum of what is known; null where nothing is.
function sum(values) {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length ? known.reduce((total, value) => total + value, 0) : null;
}

// Of those who came in or passed by, the share that came in; null where nobody did.
function captured(parts) {
  const seen = parts.filter((part) => part.passersby !== null && part.trafficIn !== null);
  const [entries, passers] = [sum(seen.map((part) => part.trafficIn)), sum(seen.map((part) => part.passersby))];
  return entries + passers > 0 ? entries / (entries + passers) : null;
}

// ---- Figures ----

function showFigures() {
  const all = [...cameras.values()];
  const settled = sum(all.map((camera) => camera.trafficIn));
  const entries = settled === null ? null : settled + [...unsummed.values()].flat().length + expected.size;
  const passers = sum(all.map((camera) => camera.passersby));
  element("entries").textContent = number(entries);
  element("capture").textContent = share(passers === null || entries + passers === 0 ? null : entries / (entries + passers));
  element("capture-of").textContent = passers === null
    ? text("today.nopassers") : text("today.passers", { n: number(passers) });
  showPresent(all);
  const queues = all.flatMap((camera) => camera.zones.filter((zone) => zone.kind === "queue"));
  element("queue").textContent = number(sum(queues.map((zone) => zone.inside)));
  element("queue-of").textContent = queues.length ? queues.map((zone) => zone.id).join(", ") : text("today.noqueue");
  if (entries !== null) announce(text("today.said", { n: number(entries) }));
}

// ---- Entries that the sums do not hold yet ----

// A sum is told every two seconds, a crossing at once; what no sum has taken up after a while counts nowhere.
const patience = 4_000;
const unsummed = new Map();

// Entries that have not settled, each until it does or is withdrawn, by camera, line and track.
const expected = new Set();

const isEntry = (event) => event.direction === "in" && entranceLines.has(`${event.camera} ${event.line}`);
const passing = (event) => `${event.camera} ${event.line} ${event.track}`;

function expect(notice) {
  if (!isEntry(notice)) return;
  if (notice.type === "crossingProvisional") expected.add(passing(notice));
  else expected.delete(passing(notice));
  showFigures();
}

function cross(event) {
  if (event.type !== "crossing" || !isEntry(event)) return;
  expected.delete(passing(event));
  unsummed.set(event.camera, [...(unsummed.get(event.camera) ?? []), Date.now()]);
  showFigures();
}

function settle(camera) {
  const more = Math.max(0, (camera.trafficIn ?? 0) - (cameras.get(camera.id)?.trafficIn ?? 0));
  const rest = (unsummed.get(camera.id) ?? []).slice(more).filter((time) => Date.now() - time < patience);
  unsummed.set(camera.id, rest);
}

function showThen() {
  // Up to the last interval that is over: of the one under way a week ago it is not known by now.
  const over = Math.floor(clock.minutes(Date.now()) / interval) * interval;
  const then = sum(dayRows.filter((row) => row.minutes < over).map((row) => measures.entries.of(row.then)));
  if (over === 0) element("entries-then").textContent = "";
  else if (then === null) element("entries-then").textContent = text("today.nothen");
  else element("entries-then").textContent = text("today.thenBy", { n: number(then), time: label(over) });
}

// ---- People inside and alerts ----

// By the doors; null where they do not tell.
let occupancy = null;

function showPresent(all) {
  if (occupancy) {
    const { mean, low, high, level, milliseconds } = occupancy;
    element("present-title").textContent = text("today.inside");
    element("present").textContent = number(Math.round(mean));
    element("present-of").textContent = text("today.insideOf", {
      low: number(Math.floor(low)), high: number(Math.ceil(high)), level: share(level), time: clock.time(milliseconds),
    });
    return;
  }
  const seeing = all.filter((camera) => camera.inView !== null && camera.inView !== undefined);
  element("present-title").textContent = text("today.present");
  element("present").textContent = number(sum(all.map((camera) => camera.inView)));
  element("present-of").textContent = text("today.seeing", { n: number(seeing.length), all: number(all.length) });
}

async function loadStatus() {
  const status = await ask("GET", "status");
  occupancy = status.occupancy ?? null;
  showFigures();
  const raised = status.alerts.filter((alert) => alert.isRaised);
  element("alerts").hidden = raised.length === 0;
  element("alerts").replaceChildren(...raised.map((alert) => make("li", { class: "notice" }, text(`alert.${alert.kind}`, {
    place: alert.place, above: number(alert.above), time: clock.time(alert.sinceMilliseconds),
  }))));
}

// ---- The day's course ----

function byClock(feed) {
  const found = new Map();
  for (const entry of feed.series) {
    const minutes = clock.minutes(Date.parse(entry.start));
    found.set(minutes, [...(found.get(minutes) ?? []), entry]);
  }
  return found;
}

const label = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

async function loadDay(days) {
  const now = Date.now();
  const until = days === 0 ? now : clock.instant(now, days + 1);
  return byClock(await ask("GET", address("traffic", {
    from: clock.iso(clock.instant(now, days)), to: clock.iso(until), interval: `${interval}m`,
  })));
}

async function loadCourse() {
  const [now, then] = await Promise.all([loadDay(0), loadDay(-week)]);
  const times = [...new Set([...now.keys(), ...then.keys()])].sort((a, b) => a - b);
  dayRows = times.map((minutes) => ({
    minutes, label: label(minutes), now: now.get(minutes) ?? [], then: then.get(minutes) ?? [],
    isGap: now.get(minutes)?.some((part) => entrances.has(part.camera) && part.trafficIn === null) ?? false,
  }));
  course = opened(dayRows);
  showCourse();
  showThen();
}

// Without the hours at both ends in which the store is closed, or nothing was seen on either day.
function opened(rows) {
  const busy = entrances.size > 0 ? "trafficIn" : "occupancyMax";
  const isBusy = (row) => [...row.now, ...row.then].some((part) => part[busy] > 0);
  const first = rows.findIndex(isBusy);
  if (first < 0) return rows;
  return rows.slice(Math.max(0, first - 2), rows.findLastIndex(isBusy) + 3);
}

let chart = null;

function showCourse() {
  const { of, words, isWhole } = measures[measure.value];
  const rows = course.map((row) => ({ ...row, now: of(row.now), then: of(row.then) }));
  element("chart-missing").hidden = EntriesChart.isAvailable;
  element("course").parentElement.hidden = !EntriesChart.isAvailable;
  if (EntriesChart.isAvailable) {
    chart ??= new EntriesChart(element("course"), { now: text("today.now"), then: text("today.then") });
    chart.show(rows, words, isWhole);
  }
  element("course-rows").replaceChildren(...rows.map((row) => make(
    "tr", {}, make("th", { scope: "row" }, row.label), make("td", { class: "n" }, seenText(row, words)),
    make("td", { class: "n" }, words(row.then)))));
}

function seenText(row, words) {
  if (!row.isGap) return words(row.now);
  return row.now === null ? text("today.gap") : text("today.partly", { n: words(row.now) });
}

measure.addEventListener("change", showCourse);

// ---- Zones ----

function showZones() {
  const rows = [...cameras.values()].flatMap((camera) => camera.zones.map((zone) => ({ camera: camera.id, ...zone })));
  const most = Math.max(1, ...rows.map((zone) => zone.medianDwellSeconds ?? 0));
  element("zones-none").hidden = rows.length > 0;
  element("zones").closest("table").hidden = rows.length === 0;
  element("zones").replaceChildren(...rows.map((zone) => make(
    "tr", {},
    make("th", { scope: "row" }, zone.id, " ", make("small", { class: "quiet" }, text(`kind.${zone.kind}`))),
    make("td", { class: "quiet camera-column" }, zone.camera), make("td", { class: "n" }, number(zone.inside)),
    make("td", { class: "n" }, number(zone.visits)), make("td", {}, dwell(zone.medianDwellSeconds ?? null, most)))));
}

function dwell(value, most) {
  if (value === null) return make("span", { class: "quiet" }, "–");
  return make("span", { class: "dwell" }, make("meter", { min: 0, max: most, value }), make("span", {}, seconds(value)));
}

// ---- Cameras ----

const boxes = element("boxes");
const emptiness = element("picture");
boxes.checked = localStorage.getItem("boxes") !== "no";
emptiness.value = localStorage.getItem("picture") ?? "true";

function showTile(camera) {
  const tile = tiles.get(camera.id) ?? addTile(camera);
  tile.state.className = `state ${camera.state}`;
  tile.state.textContent = text(`state.${camera.state}`);
  tile.count.textContent = camera.inView === null || camera.inView === undefined
    ? camera.problem ?? "" : text("today.inView", { n: number(camera.inView) });
  if (camera.width && camera.width !== tile.picture.width) {
    tile.picture.camera.width = camera.width;
    tile.picture.resize(camera.width, camera.height);
    tile.picture.places(layout.cameras.find((each) => each.id === camera.id));
  }
  tile.picture.boxes(boxes.checked ? camera.people : []);
}

function addTile(camera) {
  const places = layout.cameras.find((each) => each.id === camera.id) ?? { lines: [], zones: [] };
  const tile = {
    picture: new CameraPicture({ ...camera, width: camera.width ?? places.width, height: camera.height ?? places.height },
      text("today.pictureOf", { camera: camera.id })),
    state: make("span"), count: make("p", { class: "quiet" }),
  };
  tile.picture.places(places);
  element("tiles").append(make(
    "article", { class: "card tile" }, tile.picture.element,
    make("div", { class: "row" }, make("h3", {}, camera.id), tile.state), tile.count));
  tiles.set(camera.id, tile);
  return tile;
}

function loadPictures() {
  for (const tile of tiles.values()) tile.picture.load(emptiness.value, text("today.nopicture")).catch(() => {});
}

boxes.addEventListener("change", () => {
  localStorage.setItem("boxes", boxes.checked ? "yes" : "no");
  cameras.forEach(showTile);
});
emptiness.addEventListener("change", () => {
  localStorage.setItem("picture", emptiness.value);
  loadPictures();
});

// ---- Together ----

function take(camera) {
  settle(camera);
  cameras.set(camera.id, camera);
  showFigures();
  showZones();
  showTile(camera);
}

function showClock() {
  element("subtitle").textContent = `${clock.day(Date.now())}, ${clock.time(Date.now())}`;
}

async function loadAll() {
  expected.clear();
  (await ask("GET", "cameras")).cameras.forEach(take);
  loadPictures();
  await loadStatus();
  await loadCourse();
}

showClock();
setInterval(showClock, 10_000);
setInterval(() => loadCourse().catch(() => {}), 60_000);
setInterval(() => loadStatus().catch(() => {}), 15_000);
// Blurred pictures move; empty ones change when the shop is rearranged.
let turns = 0;
setInterval(() => { if (emptiness.value === "false" || ++turns % 12 === 0) loadPictures(); }, 5_000);
follow({
  camera: take, event: cross, provisional: expect, alert: () => loadStatus().catch(() => {}),
  again: () => loadAll().catch(() => {}),
  layout: () => location.reload(),
});
await loadAll();
