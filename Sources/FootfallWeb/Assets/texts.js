// The texts of the pages in the language that was chosen.

const languages = ["en", "zh"];
const localeOf = { en: "en-GB", zh: "zh-CN" };
let texts = {};

export function language() {
  const kept = localStorage.getItem("language");
  if (languages.includes(kept)) return kept;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

export const locale = () => localeOf[language()];

export function chooseLanguage(chosen) {
  localStorage.setItem("language", chosen);
  location.reload();
}

export async function loadTexts() {
  texts = await (await fetch(`/assets/texts-${language()}.json`)).json();
  document.documentElement.lang = language() === "zh" ? "zh-Hans" : "en";
  fill(document);
}

// The text of a key, with {name} replaced.
export function text(key, values = {}) {
  const found = texts[key] ?? key;
  return found.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

// Puts texts where data-text and data-label ask for them.
export function fill(part) {
  for (const element of part.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of part.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(element.dataset.label));
  }
}

const dash = "–";

export function number(value, digits = 0) {
  if (value === null || value === undefined) return dash;
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value);
}

// `isChange`: with its sign.
export function share(value, isChange = false) {
  if (value === null || value === undefined) return dash;
  const signDisplay = isChange ? "exceptZero" : "auto";
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1, signDisplay }).format(value);
}

export function seconds(value) {
  if (value === null || value === undefined) return dash;
  const whole = Math.round(value);
  if (whole < 60) return text("unit.seconds", { n: number(whole) });
  const rest = String(whole % 60).padStart(2, "0");
  return text("unit.minutes", { m: number(Math.floor(whole / 60)), s: rest });
}
