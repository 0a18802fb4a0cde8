// What every page has: navigation, language, who is logged in.
import { ask, session } from "./api.js";
import { chooseLanguage, fill, language, loadTexts, text } from "./texts.js";
import { StoreClock } from "./time.js";

const pages = [
  ["/", "today", "M4 19V9m5 10V5m5 14v-7m5 7V8"],
  ["/cameras", "cameras", "M3 7h11v10H3zM14 11l6-3v8l-6-3"],
  ["/map", "map", "M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14m6-12v14"],
  ["/staffing", "staffing", "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3 20c.6-4 3-5.5 6-5.5s5.4 1.5 6 5.5M15.5 4.3a3.5 3.5 0 010 6.5M17.5 14.9c2 .7 3.2 2.4 3.5 5.1"],
  ["/layout", "layout", "M4 4h16v16H4zM4 10h9m-2-6v6m0 10v-6h9"],
  ["/editor", "editor", "M5 19L19 5M5 19h4m-4 0v-4M15 5h4v4"],
  ["/account", "account", "M12 12a4 4 0 100-8 4 4 0 000 8zM5 20c1-4 4-5 7-5s6 1 7 5"],
];

// Makes an element; attributes that are functions listen, and null ones are left out.
export function make(name, attributes = {}, ...children) {
  const svg = ["svg", "path", "line", "polygon", "rect", "circle", "g", "text", "tspan", "title"].includes(name);
  const element = svg
    ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const element = (id) => document.getElementById(id);

// Says something politely to a screen reader, at most every ten seconds.
let lastSaid = 0;
export function announce(words) {
  if (Date.now() - lastSaid < 10_000) return;
  lastSaid = Date.now();
  element("announcer").textContent = words;
}

function icon(path) {
  return make("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" }, make("path", { d: path }));
}

function navigation(store) {
  const links = pages.map(([path, name, drawing]) => make(
    "a", { href: path, "aria-current": location.pathname === path ? "page" : null },
    icon(drawing), make("span", {}, text(`page.${name}`))));
  return make(
    "nav", { class: "rail", "aria-label": text("frame.pages") },
    make("p", { class: "brand" }, make("b", {}, "footfall"), make("span", {}, store)), ...links);
}

export function languageSwitch() {
  const choice = make(
    "select", { id: "language", "aria-label": text("frame.language"), change: () => chooseLanguage(choice.value) },
    ...[["en", "English"], ["zh", "简体中文"]].map(([value, name]) => make(
      "option", { value, lang: value, selected: language() === value }, name)));
  return choice;
}

// Prepares a page that needs a login: who is logged in, the layout, and the store's clock.
export async function begin() {
  await loadTexts();
  const own = await session();
  if (own.mustChangePassword && location.pathname !== "/account") return location.assign("/account");
  const layout = own.mustChangePassword ? null : await ask("GET", "layout");
  document.body.prepend(
    make("a", { class: "skip", href: "#main" }, text("frame.skip")), navigation(layout?.store ?? ""));
  element("main").prepend(make("p", { id: "banner", role: "alert", hidden: true }));
  document.body.append(make("p", { id: "announcer", class: "unseen", "aria-live": "polite" }));
  element("tools").append(languageSwitch());
  document.title = `${text(`page.${document.body.dataset.page}`)} · footfall`;
  fill(document);
  document.body.classList.add("ready");
  return { own, layout, clock: new StoreClock(layout?.timeZone ?? "UTC") };
}

// Says in place of a page's content why there is none, and what to write where.
export function showNone(title, words, how) {
  element("none").hidden = false;
  element("none-title").textContent = title;
  element("none-words").textContent = words;
  element("none-how").parentElement.hidden = !how;
  element("none-how").textContent = how;
}

// Shows what went wrong in an element of its own.
export function say(id, words, isFault = false) {
  const place = element(id);
  place.textContent = words;
  place.classList.toggle("fault", isFault);
}
