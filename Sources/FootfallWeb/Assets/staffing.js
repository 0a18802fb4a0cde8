// The published shift plan: who is needed against who is at work, and who was expected against who came.
import { address, ask } from "./api.js";
import { EntriesChart } from "./chart-entries.js";
import { StaffChart } from "./chart-staff.js";
import { begin, element, make, showNone } from "./frame.js";
import { number, share, text } from "./texts.js";

const { clock } = await begin();
const day = element("day");
const role = element("role");
const all = "";
const dayLength = 86_400_000;
let board = null;
let entries = new Map();

const sum = (values) => values.reduce((total, value) => total + value, 0);
const length = () => board.intervalMinutes * 60_000;

// ---- What the plan says ----

// The business day of an instant, counted from the first of the plan.
function dayOf(instant) {
  return Math.floor((clock.shown(instant) - clock.shown(board.startMilliseconds)) / dayLength);
}

const roles = () => (role.value === all ? board.roles.map((_, index) => index) : [Number(role.value)]);

// Heads of the chosen roles in an interval; people of one role do not fill in for another.
function heads(cover) {
  const chosen = roles();
  const missing = chosen.map((index) => Math.max(0, cover.required[index] - cover.scheduled[index]));
  return {
    required: sum(chosen.map((index) => cover.required[index])),
    scheduled: sum(chosen.map((index) => cover.scheduled[index])), missing: sum(missing),
  };
}

// Person-hours missing and needed.
function missing(cover) {
  const each = cover.map(heads);
  const hours = board.intervalMinutes / 60;
  return { missing: sum(each.map((one) => one.missing)) * hours, required: sum(each.map((one) => one.required)) * hours };
}

function rowsOf(chosen) {
  return board.cover.filter((one) => dayOf(one.startMilliseconds) === chosen)
    .map((one) => ({ label: clock.time(one.startMilliseconds), ...heads(one) }));
}

// Who came and was expected, by the intervals of the forecast: one by the hour has no number for its quarters.
function courseOf(chosen) {
  const spans = board.expected.length
    ? board.expected.filter((one) => dayOf(one.startMilliseconds) === chosen)
    : [...entries.keys()].map((start) => ({ startMilliseconds: start, endMilliseconds: start + length(), value: null }));
  return spans.map((one) => {
    const parts = [...entries].filter(([start]) => one.startMilliseconds <= start && start < one.endMilliseconds)
      .map(([, count]) => count);
    const isGap = parts.includes(null);
    return {
      end: one.endMilliseconds, label: clock.time(one.startMilliseconds), expected: one.value, isGap,
      actual: parts.length === 0 || isGap ? null : sum(parts),
    };
  }).filter((row) => row.expected > 0 || row.actual > 0 || row.isGap);
}

// ---- Figures ----

function showFigures(course) {
  const now = Date.now();
  const current = board.cover.find((one) => one.startMilliseconds <= now && now < one.startMilliseconds + length());
  const there = current ? heads(current) : null;
  element("present").textContent = there ? number(there.scheduled) : "–";
  element("present").classList.toggle("fault", Boolean(there?.missing));
  element("present-of").textContent = there ? text("staffing.needed", { n: number(there.required) }) : text("staffing.nobody");
  const past = course.filter((row) => row.actual !== null && row.expected !== null && row.end <= now);
  const [came, expected] = [sum(past.map((row) => row.actual)), sum(past.map((row) => row.expected))];
  element("entries").textContent = past.length ? number(came) : "–";
  element("entries-of").textContent = past.length && expected > 0
    ? text("staffing.expectedSoFar", { n: number(expected), share: share(came / expected - 1, true) })
    : text("staffing.nothingYet");
  showMissing("missing-day", board.cover.filter((one) => dayOf(one.startMilliseconds) === Number(day.value)));
  showMissing("missing-all", board.cover);
}

function showMissing(id, cover) {
  const found = missing(cover);
  element(id).textContent = number(found.missing, found.missing % 1 ? 1 : 0);
  element(id).classList.toggle("fault", found.missing > 0);
  element(`${id}-of`).textContent = text("staffing.ofHours", { n: number(found.required) });
}

// Stretches in which somebody is missing, for each role.
function showShortages() {
  const chosen = board.cover.filter((one) => dayOf(one.startMilliseconds) === Number(day.value));
  const stretches = roles().flatMap((index) => {
    const found = [];
    for (const one of chosen) {
      const lack = one.required[index] - one.scheduled[index];
      const last = found.at(-1);
      if (lack <= 0) continue;
      if (last && last.end === one.startMilliseconds && last.lack === lack) last.end += length();
      else found.push({ role: board.roles[index], start: one.startMilliseconds, end: one.startMilliseconds + length(), lack });
    }
    return found;
  }).sort((a, b) => a.start - b.start);
  element("shortages").replaceChildren(stretches.length === 0
    ? make("p", { class: "covered" }, text("staffing.covered"))
    : make("ul", { class: "shortages" }, ...stretches.map((one) => make("li", { class: "notice bad" }, text("staffing.lack", {
      from: clock.time(one.start), to: clock.time(one.end), role: one.role, n: number(one.lack),
    })))));
}

// ---- Charts and table ----

let charts = null;

function showCharts(rows, course) {
  const isThere = EntriesChart.isAvailable;
  element("chart-missing").hidden = isThere;
  for (const id of ["heads", "course"]) element(id).parentElement.hidden = !isThere;
  element("entries-card").hidden = course.length === 0;
  if (!isThere) return;
  charts ??= {
    heads: new StaffChart(element("heads"), {
      required: text("staffing.required"), scheduled: text("staffing.scheduled"), missing: text("staffing.missing"),
    }),
    course: new EntriesChart(element("course"), { now: text("staffing.actual"), then: text("staffing.expected") }),
  };
  charts.heads.show(rows);
  charts.course.show(course.map((row) => ({ label: row.label, now: row.actual, then: row.expected, isGap: row.isGap })), number);
}

function showTables(rows, course) {
  element("head-rows").replaceChildren(...rows.map((row) => make(
    "tr", {}, make("th", { scope: "row" }, row.label), make("td", { class: "n" }, number(row.required)),
    make("td", { class: "n" }, number(row.scheduled)),
    make("td", { class: row.missing ? "n fault" : "n" }, row.missing ? number(row.missing) : "–"))));
  element("course-rows").replaceChildren(...course.map((row) => make(
    "tr", {}, make("th", { scope: "row" }, row.label),
    make("td", { class: "n" }, row.isGap ? text("today.gap") : number(row.actual)),
    make("td", { class: "n" }, number(row.expected)))));
}

function show() {
  const [rows, course] = [rowsOf(Number(day.value)), courseOf(Number(day.value))];
  showFigures(course);
  showShortages();
  showCharts(rows, course);
  showTables(rows, course);
}

// ---- Loading ----

// Who came in each interval of the chosen day; null where no camera with an entrance saw all of it.
async function loadEntries() {
  const chosen = Number(day.value);
  const from = clock.instant(board.startMilliseconds, chosen, clock.minutes(board.startMilliseconds) / 60);
  const to = Math.min(Date.now(), clock.instant(board.startMilliseconds, chosen + 1, clock.minutes(board.startMilliseconds) / 60));
  entries = new Map();
  if (from >= to) return;
  const feed = await ask("GET", address("traffic", {
    from: clock.iso(from), to: clock.iso(to), interval: `${board.intervalMinutes}m`,
  }));
  for (const entry of feed.series) {
    const start = Date.parse(entry.start);
    const known = entries.get(start) ?? null;
    entries.set(start, entry.trafficIn === null ? known : (known ?? 0) + entry.trafficIn);
  }
}

async function load() {
  await loadEntries();
  show();
}

function showDays() {
  const last = dayOf(board.endMilliseconds - 1);
  const today = dayOf(Date.now());
  day.replaceChildren(...Array.from({ length: last + 1 }, (_, index) => make(
    "option", { value: index, selected: index === today },
    clock.day(clock.instant(board.startMilliseconds, index, 12)) + (index === today ? ` · ${text("page.today")}` : ""))));
  role.replaceChildren(
    make("option", { value: all }, text("staffing.allRoles")),
    ...board.roles.map((name, index) => make("option", { value: index }, name)));
  element("subtitle").textContent = text("staffing.period", {
    from: clock.day(board.startMilliseconds), to: clock.day(board.endMilliseconds - 1),
  });
}

async function loadBoard() {
  try {
    board = await ask("GET", "staffing");
  } catch (error) {
    return showNone(text("staffing.unreadable"), error.message, "");
  }
  if (!board) return showNone(text("staffing.none"), text("staffing.how"), "staffing: plan.json");
  element("board").hidden = false;
  showDays();
  day.addEventListener("change", load);
  role.addEventListener("change", show);
  setInterval(() => load().catch(() => {}), 60_000);
  await load();
}

await loadBoard();
