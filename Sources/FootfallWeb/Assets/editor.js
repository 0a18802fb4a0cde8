// Lines and zones of a camera: what is drawn here counts from the moment it is saved.
import { ask, picture } from "./api.js";
import { begin, element, make, say } from "./frame.js";
import { follow } from "./live.js";
import { pointsOf, Sketch } from "./sketch.js";
import { text } from "./texts.js";

const kinds = { line: ["entrance", "passersby", "internal"], zone: ["display", "section", "queue", "service", "staff"] };
const { own, layout } = await begin();
let version = layout.version;
let cameras = layout.cameras;
let draft = null;
let selected = null;
let isChanged = false;
let advice = new Map();
let adviceTimer = null;
let stillURL = null;

const sketch = new Sketch(element("sketch"), {
  select: (place, point) => { if (selected?.place !== place || selected.point !== point) select(place, point); },
  change: () => changed(),
});

const places = () => [...draft.zones, ...draft.lines];
const typeOf = (place) => (place.polygon ? "zone" : "line");

// ---- The camera ----

async function open(id) {
  draft = structuredClone(cameras.find((camera) => camera.id === id));
  draft.width ??= 1280;
  draft.height ??= 720;
  selected = null;
  isChanged = false;
  advice = new Map();
  sketch.open(draft.width, draft.height, places());
  show();
  askAdvice();
  await loadStill();
}

async function loadStill() {
  const url = await picture("still.jpg", { camera: draft.id, empty: "true" });
  if (stillURL) URL.revokeObjectURL(stillURL);
  stillURL = url;
  sketch.image.hidden = !url;
  if (url) sketch.image.src = url;
  if (!url) say("message", text("today.nopicture"));
}

// ---- What is seen ----

function show() {
  sketch.draw(places(), selected);
  showList();
  showForm();
  element("save").disabled = !isChanged || own.role !== "admin";
  element("revert").disabled = !isChanged;
}

function badge(place) {
  const found = advice.get(place.id);
  return found ? make("span", { class: `verdict ${found.verdict}` }, text(`verdict.${found.verdict}`)) : null;
}

function showList() {
  element("places").replaceChildren(...places().map((place) => make("li", {}, make(
    "button", { type: "button", "aria-pressed": String(place === selected?.place), click: () => select(place, 0) },
    make("b", {}, place.id), make("span", { class: "quiet" }, text(`kind.${place.kind}`)), badge(place)))));
  showAdvice();
}

function showAdvice() {
  const found = selected && advice.get(selected.place.id);
  element("advice").replaceChildren(...(found ? [
    make("h3", {}, text("editor.advice", { name: selected.place.id }), " ", badge(selected.place)),
    make("ul", {}, ...found.findings.map((finding) => make("li", {}, finding))),
    found.proposal ? make("button", { type: "button", click: () => propose(found.proposal) }, text("editor.propose")) : null,
  ].filter(Boolean) : []));
}

function showForm() {
  element("form").hidden = !selected;
  if (!selected) return;
  const { place } = selected;
  if (document.activeElement !== element("name")) element("name").value = place.id;
  element("kind").replaceChildren(...kinds[typeOf(place)].map((kind) => make(
    "option", { value: kind, selected: kind === place.kind }, text(`kind.${kind}`))));
  element("swap-label").hidden = typeOf(place) === "zone";
  element("swap").checked = place.swap ?? false;
  element("add-point").hidden = element("remove-point").hidden = typeOf(place) === "line";
  element("remove-point").disabled = pointsOf(place).length <= 3;
}

// ---- What the user does ----

function select(place, point) {
  selected = { place, point };
  show();
}

function changed() {
  isChanged = true;
  say("message", "");
  show();
  clearTimeout(adviceTimer);
  adviceTimer = setTimeout(askAdvice, 400);
}

async function askAdvice() {
  try {
    const answer = await ask("POST", "advice", draft);
    advice = new Map(answer.advice.map((each) => [each.place, each]));
  } catch (error) {
    say("message", error.message, true);
  }
  showList();
}

function propose(line) {
  Object.assign(selected.place, { from: [...line.from], to: [...line.to], swap: line.swap });
  changed();
}

function freeName(type) {
  const taken = new Set(places().map((place) => place.id));
  let number = 1;
  while (taken.has(`${type}-${number}`)) number += 1;
  return `${type}-${number}`;
}

function add(type) {
  const [w, h] = [draft.width, draft.height];
  const at = (x, y) => [Math.round(w * x), Math.round(h * y)];
  const place = type === "line"
    ? { id: freeName("line"), from: at(0.35, 0.5), to: at(0.65, 0.5), kind: "entrance", swap: false }
    : { id: freeName("zone"), polygon: [at(0.4, 0.4), at(0.6, 0.4), at(0.6, 0.6), at(0.4, 0.6)], kind: "display" };
  draft[`${type}s`].push(place);
  selected = { place, point: 0 };
  changed();
  sketch.focus(0);
}

function addPoint() {
  const points = selected.place.polygon;
  const next = (selected.point + 1) % points.length;
  const middle = [0, 1].map((axis) => Math.round((points[selected.point][axis] + points[next][axis]) / 2));
  points.splice(selected.point + 1, 0, middle);
  selected.point += 1;
  changed();
  sketch.focus(selected.point);
}

function removePoint() {
  selected.place.polygon.splice(selected.point, 1);
  selected.point = 0;
  changed();
}

function remove() {
  const list = draft[`${typeOf(selected.place)}s`];
  list.splice(list.indexOf(selected.place), 1);
  selected = null;
  changed();
}

function takeLayout(fresh) {
  version = fresh.version;
  cameras = fresh.cameras;
}

async function save() {
  try {
    takeLayout(await ask("PUT", "layout", draft, { "If-Match": `"${version}"` }));
    await open(draft.id);
    say("message", text("editor.saved"));
  } catch (error) {
    say("message", error.status === 412 ? text("editor.conflict") : error.message, true);
  }
}

async function revert() {
  takeLayout(await ask("GET", "layout"));
  await open(draft.id);
}

// ---- Together ----

element("camera").append(...cameras.map((camera) => make("option", { value: camera.id }, camera.id)));
element("camera").addEventListener("change", () => {
  if (isChanged && !confirm(text("editor.leave"))) element("camera").value = draft.id;
  else open(element("camera").value);
});
element("picture-again").addEventListener("click", () => loadStill());
element("add-line").addEventListener("click", () => add("line"));
element("add-zone").addEventListener("click", () => add("zone"));
element("add-point").addEventListener("click", addPoint);
element("remove-point").addEventListener("click", removePoint);
element("remove").addEventListener("click", remove);
element("save").addEventListener("click", save);
element("revert").addEventListener("click", revert);
element("form").addEventListener("submit", (submission) => submission.preventDefault());
element("name").addEventListener("input", () => {
  selected.place.id = element("name").value.trim();
  changed();
});
element("kind").addEventListener("change", () => {
  selected.place.kind = element("kind").value;
  changed();
});
element("swap").addEventListener("change", () => {
  selected.place.swap = element("swap").checked;
  changed();
});
addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
follow({ layout: (fresh) => { if (fresh.version !== version) say("message", text("editor.other"), true); } });
if (own.role !== "admin") element("subtitle").textContent = text("editor.viewer");
await open(cameras[0].id);
