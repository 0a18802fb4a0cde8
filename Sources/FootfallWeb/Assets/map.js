// Where people spend their time, by day and by hour.
import { picture } from "./api.js";
import { begin, element, make, say } from "./frame.js";
import { text } from "./texts.js";

const { layout, clock } = await begin();
const hour = element("hour");
const day = element("day");
let url = null;
let turn = 0;
let timer = null;

// The store's midnight of the chosen day.
function midnight() {
  const [wanted, today] = [Date.parse(`${day.value}T00:00:00Z`), clock.shown(Date.now())];
  return clock.instant(Date.now(), Math.round(wanted / 86_400_000 - Math.floor(today / 86_400_000)));
}

function range() {
  const start = midnight();
  if (hour.value === "-1") return [start, clock.instant(start, 1)];
  return [clock.instant(start, 0, Number(hour.value)), clock.instant(start, 0, Number(hour.value) + 1)];
}

function hourText() {
  const two = (value) => `${String(value).padStart(2, "0")}:00`;
  const chosen = Number(hour.value);
  return chosen < 0 ? text("map.wholeDay") : `${two(chosen)} – ${two(chosen + 1)}`;
}

async function show() {
  const own = ++turn;
  element("hour-text").textContent = hourText();
  hour.setAttribute("aria-valuetext", hourText());
  const [from, to] = range();
  try {
    const next = from < to ? await picture("heatmap.png", {
      camera: element("camera").value, from: clock.iso(from), to: clock.iso(to), interval: "1h",
    }) : null;
    if (own !== turn) return next && URL.revokeObjectURL(next);
    if (url) URL.revokeObjectURL(url);
    url = next;
    element("heat").hidden = !url;
    if (url) element("heat").src = url;
    element("heat").alt = text("map.alt", { camera: element("camera").value, time: hourText() });
    say("message", url ? "" : text("map.none"));
  } catch (error) {
    if (own === turn) say("message", error.message, true);
  }
}

function stop() {
  clearInterval(timer);
  timer = null;
  element("play").textContent = text("map.play");
}

function play() {
  if (timer) return stop();
  element("play").textContent = text("map.pause");
  timer = setInterval(() => {
    hour.value = hour.value === "23" ? 0 : Number(hour.value) + 1;
    show();
  }, 1_200);
}

element("camera").append(...layout.cameras.map((camera) => make("option", { value: camera.id }, camera.id)));
day.value = new Date(clock.shown(Date.now())).toISOString().slice(0, 10);
day.max = day.value;
element("camera").addEventListener("change", show);
day.addEventListener("change", () => { if (day.value) show(); });
hour.addEventListener("input", () => { stop(); show(); });
element("play").addEventListener("click", play);
stop();
await show();
