"use strict";
// The page of `footfall audit`. Pictures come from the server by number and stay in memory.

const picturesKept = 150;
const picturesAhead = 10;
const speeds = [0.1, 0.25, 0.5, 1, 2, 4, 8];
const element = (id) => document.getElementById(id);

let subject = null;
let marks = [];
let chosen = 0;
let shown = null;
let lastFrame = Infinity;
let isPlaying = false;
let speed = 3;
let turn = 0;
const made = [];
const pictures = new Map();

// ---- The server ----

async function answer(response) {
  if (response.ok) return response;
  const reason = await response.json().then((body) => body.error, () => response.statusText);
  throw Object.assign(new Error(reason), { status: response.status });
}

async function ask(method, path, body) {
  const response = await fetch(path, { method, body: body && JSON.stringify(body) });
  return (await answer(response)).json();
}

async function fetched(path) {
  const response = await answer(await fetch(path));
  return {
    number: Number(response.headers.get("X-Frame")),
    seconds: Number(response.headers.get("X-Media-Seconds")),
    blob: await response.blob(),
  };
}

function picture(number) {
  let promise = pictures.get(number);
  if (!promise) {
    promise = fetched(`frame/${number}`);
    keep(number, promise);
    promise.catch((error) => {
      pictures.delete(number);
      if (error.status === 404) lastFrame = Math.min(lastFrame, number - 1);
    });
  }
  return promise;
}

function keep(number, promise) {
  pictures.delete(number);
  pictures.set(number, promise);
  for (const old of pictures.keys()) {
    if (pictures.size <= picturesKept) break;
    pictures.delete(old);
  }
}

// ---- The picture ----

async function draw(next) {
  const bitmap = await createImageBitmap(next.blob);
  element("picture").getContext("2d").drawImage(bitmap, 0, 0, subject.width, subject.height);
  bitmap.close();
  shown = next;
  element("time").textContent = `${next.seconds.toFixed(3)} s`;
  element("frame").textContent = `frame ${next.number}`;
  element("timeline").value = next.seconds;
  drawMarks();
}

async function show(promise) {
  const own = ++turn;
  const isSlow = setTimeout(() => say("decoding …"), 300);
  try {
    const next = await promise;
    clearTimeout(isSlow);
    if (own === turn) {
      say("");
      await draw(next);
    }
  } catch (error) {
    if (own === turn) say(error.message, error.status !== 404);
  } finally {
    clearTimeout(isSlow);
  }
}

function step(frames) {
  pause();
  if (!shown) return;
  const number = shown.number + frames;
  if (number < 1) return say("the first frame");
  if (number > lastFrame) return say("the last frame");
  return show(picture(number));
}

function seek(seconds) {
  pause();
  return show(fetched(`time/${Math.max(0, seconds).toFixed(3)}`).then((next) => {
    keep(next.number, Promise.resolve(next));
    return next;
  }));
}

// Every picture is shown, up to 30 a second; where they come too slowly, the film is slower.
async function play() {
  if (!shown) return;
  isPlaying = true;
  element("play").textContent = "Pause";
  const own = ++turn;
  let [begin, from, pace] = [performance.now(), shown.seconds, speeds[speed]];
  while (isPlaying && own === turn) {
    if (pace !== speeds[speed]) [begin, from, pace] = [performance.now(), shown.seconds, speeds[speed]];
    const stride = Math.max(1, Math.floor(((subject.framesPerSecond || 25) * pace) / 30));
    const number = Math.min(shown.number + stride, lastFrame);
    if (number <= shown.number) break;
    for (let i = 1; i <= picturesAhead; i++) {
      if (number + i * stride <= lastFrame) picture(number + i * stride);
    }
    try {
      const next = await picture(number);
      const wait = begin + ((next.seconds - from) / pace) * 1000 - performance.now();
      if (wait < -200) [begin, from] = [performance.now(), next.seconds];
      await new Promise((done) => setTimeout(done, Math.max(0, wait)));
      if (own === turn) await draw(next);
    } catch (error) {
      if (error.status === 404) continue;
      say(error.message, true);
      break;
    }
  }
  if (own === turn) pause();
}

function pause() {
  isPlaying = false;
  turn++;
  element("play").textContent = "Play";
}

// ---- Marks ----

async function mark(direction) {
  const line = subject.lines[chosen];
  if (!shown || !line) return;
  const changed = await change("POST", "marks", { line: line.id, direction, frame: shown.number });
  if (!changed) return;
  made.push(changed.id);
  say(`${line.id} ${direction} at ${shown.seconds.toFixed(3)} s`);
}

async function undo() {
  while (made.length) {
    const id = made.pop();
    if (!marks.some((mark) => mark.id === id)) continue;
    if (await change("DELETE", `marks/${id}`)) say("undone");
    return;
  }
  say("nothing to undo; older crossings are deleted in the list");
}

async function change(method, path, body) {
  try {
    const changed = await ask(method, path, body);
    marks = changed.marks;
    list();
    return changed;
  } catch (error) {
    say(`not saved: ${error.message}`, true);
    list();
    return null;
  }
}

// ---- What is on the page ----

function say(text, isFault = false) {
  element("message").textContent = text;
  element("message").classList.toggle("fault", isFault);
}

function make(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function choice(values, value, label, onChange) {
  const select = make("select", { ariaLabel: label }, ...values.map((each) => make("option", {}, each)));
  select.value = value;
  select.addEventListener("change", () => { select.blur(); onChange(select.value); });
  return select;
}

function row(mark) {
  const edit = (part) =>
    change("PUT", `marks/${mark.id}`, { line: mark.line, direction: mark.direction, seconds: mark.seconds, ...part });
  const seconds = make("input", {
    type: "number", min: 0, step: 0.001, value: mark.seconds.toFixed(3), ariaLabel: "seconds",
  });
  seconds.addEventListener("change", () => { seconds.blur(); edit({ seconds: Number(seconds.value) }); });
  const ids = subject.lines.map((line) => line.id);
  const line = choice(ids, mark.line, "line", (value) => edit({ line: value }));
  const way = choice(["in", "out"], mark.direction, "way", (value) => edit({ direction: value }));
  const go = make("button", { title: "Show this crossing", ariaLabel: "show" }, "↦");
  go.addEventListener("click", () => seek(mark.seconds));
  const remove = make("button", { title: "Delete this crossing", ariaLabel: "delete" }, "✕");
  remove.addEventListener("click", () => change("DELETE", `marks/${mark.id}`));
  const cells = [[seconds], [line], [way], [go, " ", remove]];
  const tableRow = make("tr", {}, ...cells.map((content) => make("td", {}, ...content)));
  tableRow.dataset.seconds = mark.seconds;
  return tableRow;
}

function list() {
  element("marks").replaceChildren(...marks.map(row));
  element("count").textContent = marks.length ? `(${marks.length})` : "";
  element("lines").replaceChildren(...subject.lines.map((line, index) => {
    const count = (way) => marks.filter((mark) => mark.line === line.id && mark.direction === way).length;
    const button = make(
      "button", { ariaPressed: String(index === chosen) }, make("kbd", {}, index < 9 ? String(index + 1) : "–"),
      make("span", { className: "name" }, line.id), make("span", {}, `in ${count("in")}`),
      make("span", {}, `out ${count("out")}`));
    button.addEventListener("click", () => choose(index));
    return make("li", {}, button);
  }));
  drawMarks();
}

function choose(index) {
  if (index >= subject.lines.length) return;
  chosen = index;
  list();
  drawLines();
}

// ---- The drawing over the picture ----

function shape(name, attributes, text) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text) node.textContent = text;
  return node;
}

function drawLines() {
  const unit = Math.max(subject.width, subject.height) / 400;
  const groups = subject.lines.map((line, index) => {
    const group = shape("g", { class: index === chosen ? "chosen" : "" });
    const [[ax, ay], [bx, by], [nx, ny]] = [line.from, line.to, line.inward];
    const [mx, my, length] = [(ax + bx) / 2, (ay + by) / 2, 22 * unit];
    const [tx, ty] = [mx + nx * length, my + ny * length];
    const head = (side) => `${tx - (nx * 6 + side * ny * 4) * unit} ${ty - (ny * 6 - side * nx * 4) * unit}`;
    const arrow = `M ${mx} ${my} L ${tx} ${ty} M ${head(1)} L ${tx} ${ty} L ${head(-1)}`;
    for (const [kind, width] of [["edge", 3.2], ["", 1.6]]) {
      group.append(shape("line", { x1: ax, y1: ay, x2: bx, y2: by, class: kind, "stroke-width": width * unit }));
      group.append(shape("path", { d: arrow, class: kind, "stroke-width": width * unit }));
    }
    group.append(shape("text", {
      x: tx + nx * 4 * unit, y: ty + (ny * 8 + 3) * unit, "font-size": 9 * unit, "stroke-width": 2 * unit,
      "text-anchor": nx < -0.3 ? "end" : nx > 0.3 ? "start" : "middle",
    }, `${index < 9 ? index + 1 : "–"} ${line.id}: in`));
    return group;
  });
  element("drawing").setAttribute("viewBox", `0 0 ${subject.width} ${subject.height}`);
  element("drawing").replaceChildren(...groups, shape("g", { id: "near" }));
  drawMarks();
}

// What was marked within half a second is written into the picture and lit in the list.
function drawMarks() {
  if (!shown || !element("near")) return;
  const unit = Math.max(subject.width, subject.height) / 400;
  const near = marks.filter((mark) => Math.abs(mark.seconds - shown.seconds) <= 0.5);
  element("near").replaceChildren(...near.map((mark, index) => shape("text", {
    x: 6 * unit, y: (14 + 12 * index) * unit, class: "mark", "font-size": 10 * unit, "stroke-width": 2 * unit,
  }, `✓ ${mark.line} ${mark.direction} ${mark.seconds.toFixed(2)} s`)));
  let first = null;
  for (const tableRow of element("marks").children) {
    const isNear = Math.abs(tableRow.dataset.seconds - shown.seconds) <= 0.5;
    tableRow.classList.toggle("near", isNear);
    if (isNear) first = first || tableRow;
  }
  const box = element("scroll");
  if (first && (first.offsetTop < box.scrollTop + 30 || first.offsetTop > box.scrollTop + box.clientHeight - 40)) {
    box.scrollTop = first.offsetTop - box.clientHeight / 2;
  }
}

// ---- Keys ----

const keys = {
  " ": () => (isPlaying ? pause() : play()),
  ArrowLeft: (event) => (event.shiftKey ? seek(shown.seconds - 1) : step(-1)),
  ArrowRight: (event) => (event.shiftKey ? seek(shown.seconds + 1) : step(1)),
  i: () => mark("in"),
  o: () => mark("out"),
  u: undo,
  "[": () => changeSpeed(-1),
  "]": () => changeSpeed(1),
};
const mayRepeat = ["ArrowLeft", "ArrowRight"];

function changeSpeed(by) {
  speed = Math.min(Math.max(speed + by, 0), speeds.length - 1);
  element("speed").textContent = `${speeds[speed]}×`;
}

function press(event) {
  if (!subject || !shown || event.ctrlKey || event.metaKey || event.altKey) return;
  const isWriting = event.target.matches("select, input[type='number']");
  if (event.key === " " && event.target.matches("button, summary")) return;
  if (isWriting || (event.repeat && !mayRepeat.includes(event.key))) return;
  if (/^[1-9]$/.test(event.key)) return choose(Number(event.key) - 1);
  const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  action(event);
}

async function begin() {
  subject = await ask("GET", "state");
  marks = subject.marks;
  document.title = `footfall audit: ${subject.camera}`;
  element("camera").textContent = subject.camera;
  element("source").textContent = subject.source;
  element("file").textContent = `in ${subject.file}`;
  [element("picture").width, element("picture").height] = [subject.width, subject.height];
  if (subject.seconds) element("timeline").max = subject.seconds;
  else element("timeline").hidden = true;
  element("timeline").addEventListener("change", (event) => { event.target.blur(); seek(Number(event.target.value)); });
  element("play").addEventListener("click", () => keys[" "]());
  element("back").addEventListener("click", () => step(-1));
  element("forward").addEventListener("click", () => step(1));
  document.addEventListener("keydown", press);
  // After a click with the mouse, space plays again.
  document.addEventListener("click", (event) => { if (event.detail > 0) event.target.closest("button")?.blur(); });
  list();
  drawLines();
  await show(picture(1));
}

begin().catch((error) => say(error.message, true));
