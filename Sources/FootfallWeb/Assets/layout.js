// The latest layout report: zones, scenes and ways.
import { ask } from "./api.js";
import { begin, element, make, showNone } from "./frame.js";
import { middle } from "./picture.js";
import { number, seconds, share, text } from "./texts.js";

await begin();
const measures = {
  draw: { of: (zone) => zone.draw.value, words: share },
  stop: { of: (zone) => zone.stopRate.value, words: share },
  dwell: { of: (zone) => zone.dwellSeconds.median.value, words: seconds },
};

const known = (value) => value !== null && value !== undefined;

// A share with the range in which it lies.
function ranged(found) {
  if (!known(found?.value)) return "–";
  const [low, high] = [found.dayLow ?? found.low, found.dayHigh ?? found.high];
  return make(
    "span", {}, share(found.value), " ",
    known(low) ? make("small", { class: "quiet range" }, `${share(low)}–${share(high)}`) : null);
}

// ---- Plan ----

function greatest(report, measure) {
  return Math.max(0, ...report.zones.map((zone) => measures[measure].of(zone) ?? 0));
}

function plan(view, report, measure) {
  const parts = report.zones.flatMap((zone) =>
    zone.parts.filter((part) => part.view === view.id).map((part) => ({ zone, corners: part.polygon })));
  if (parts.length === 0) return null;
  const place = ([x, y]) => [x, view.yAxis === "down" ? y : -y];
  const all = [...parts.flatMap((part) => part.corners), ...(view.outline ?? [])].map(place);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const margin = size / 40;
  const box = [Math.min(...xs) - margin, Math.min(...ys) - margin,
    Math.max(...xs) - Math.min(...xs) + 2 * margin, Math.max(...ys) - Math.min(...ys) + 2 * margin];
  const most = greatest(report, measure);
  const drawing = make(
    "svg", { viewBox: box.join(" "), role: "img", class: "floor", "aria-label": text("layout.planOf", { view: view.id }) },
    view.outline ? make("polygon", { class: "outline", points: view.outline.map(place).join(" "), "stroke-width": size / 200 }) : null,
    ...parts.flatMap((part) => zoneShapes(part, place, measure, most, size)));
  return make("figure", {}, drawing, report.views.length > 1 ? make("figcaption", { class: "quiet" }, view.id) : null);
}

function zoneShapes({ zone, corners }, place, measure, most, size) {
  const value = measures[measure].of(zone);
  const placed = corners.map(place);
  const [x, y] = middle(placed);
  const strength = known(value) && most > 0 ? value / most : 0;
  return [
    make("polygon", {
      class: known(value) ? "area" : "area unknown", points: placed.join(" "), "stroke-width": size / 300,
      "fill-opacity": 0.08 + 0.72 * strength,
    }),
    make("text", { x, y, "font-size": size / 34, class: strength > 0.55 ? "on" : null },
      make("tspan", { x, dy: -size / 340 }, zone.id), make("tspan", { x, dy: size / 28 }, measures[measure].words(value)))];
}

function showPlan(report) {
  element("views").replaceChildren(...report.views.map((view) => plan(view, report, element("measure").value))
    .filter((drawing) => drawing !== null));
}

// ---- Figures and tables ----

function best(report, measure) {
  const zones = report.zones.filter((zone) => known(measures[measure].of(zone)));
  return zones.reduce((most, zone) => (most && measures[measure].of(most) >= measures[measure].of(zone) ? most : zone), null);
}

function showFigures(report) {
  element("trips").textContent = number(report.trips);
  element("trips-of").textContent = text("layout.days", { n: number(report.period.days) });
  for (const [id, measure] of [["strongest", "draw"], ["longest", "dwell"]]) {
    const zone = best(report, measure);
    element(id).textContent = zone?.id ?? "–";
    element(`${id}-of`).textContent = zone ? text(`layout.${id}Of`, { value: measures[measure].words(measures[measure].of(zone)) }) : "";
  }
  const dead = report.zones.filter((zone) => zone.isDead);
  element("dead").textContent = number(dead.length);
  element("dead-of").textContent = dead.length ? dead.map((zone) => zone.id).join(", ") : text("layout.noDead");
}

function zoneRow(zone) {
  return make(
    "tr", {},
    make("th", { scope: "row" }, zone.id, " ", make("small", { class: "quiet" }, text(`kind.${zone.kind}`)),
      zone.isDead ? make("small", { class: "fault" }, ` ${text("layout.isDead")}`) : null),
    make("td", { class: "n" }, known(zone.visitors) ? number(zone.visitors) : text("layout.withheld")),
    make("td", { class: "n" }, ranged(zone.draw)), make("td", { class: "n" }, ranged(zone.stopRate)),
    make("td", { class: "n" }, seconds(zone.dwellSeconds.median.value)));
}

function sceneRow(scene) {
  return make(
    "tr", {},
    make("th", { scope: "row" }, scene.id, " ", make("small", { class: "quiet" }, scene.zones.join(", "))),
    make("td", { class: "n" }, ranged(scene.draw)), make("td", { class: "n" }, ranged(scene.completeness.at(-1)?.share)),
    make("td", { class: "n" }, ranged(scene.stopRate)),
    make("td", { class: "n" }, text("cameras.of", { n: number(scene.associatedPairs), all: number(scene.testedPairs) })),
    make("td", { class: "n" }, ranged(scene.basketRate)));
}

function wayItem(way, most) {
  const words = way.zones.join(" → ") + (way.isLonger ? " → …" : "");
  return make("li", {}, make("span", {}, words), make("meter", { min: 0, max: most, value: way.trips, "aria-hidden": "true" }),
    make("b", { class: "n" }, number(way.trips)));
}

function show(report) {
  element("report").hidden = false;
  const { first, last } = report.period;
  element("subtitle").textContent = first ? text("staffing.period", { from: first, to: last }) : "";
  element("warnings").hidden = report.warnings.length === 0;
  element("warnings").replaceChildren(...report.warnings.map((warning) => make("li", {}, warning)));
  showFigures(report);
  element("measure").append(...Object.keys(measures).map((name) => make("option", { value: name }, text(`layout.${name}`))));
  element("measure").addEventListener("change", () => showPlan(report));
  showPlan(report);
  const zones = [...report.zones].sort((a, b) => (b.draw.value ?? -1) - (a.draw.value ?? -1));
  element("zones").replaceChildren(...zones.map(zoneRow));
  element("scenes-card").hidden = report.scenes.length === 0;
  element("scenes").replaceChildren(...report.scenes.map(sceneRow));
  element("ways-card").hidden = report.sequences.length === 0;
  const most = Math.max(1, ...report.sequences.map((way) => way.trips));
  element("ways").replaceChildren(...report.sequences.slice(0, 8).map((way) => wayItem(way, most)));
}

async function load() {
  try {
    const report = await ask("GET", "layout-report");
    if (report) show(report);
    else showNone(text("layout.none"), text("layout.how"), "layoutReport: layout/layout.json");
  } catch (error) {
    showNone(text("layout.unreadable"), error.message, "");
  }
}

await load();
