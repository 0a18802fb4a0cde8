// The own password, and for administrators people and tokens.
import { ask } from "./api.js";
import { begin, element, make, say } from "./frame.js";
import { text } from "./texts.js";

const { own, clock } = await begin();

function describe(error) {
  return error.status === 401 ? text("login.wrong") : error.message;
}

async function attempt(id, action) {
  say(id, "");
  try {
    await action();
  } catch (error) {
    say(id, describe(error), true);
  }
}

// ---- Password ----

element("subtitle").textContent = `${own.name} · ${text(`role.${own.role}`)}`;
element("own-name").value = own.name;
element("must").hidden = !own.mustChangePassword;
element("password").addEventListener("submit", (submission) => {
  submission.preventDefault();
  attempt("password-message", async () => {
    if (element("new").value !== element("repeat").value) throw new Error(text("account.differ"));
    await ask("PUT", "account/password", { old: element("old").value, new: element("new").value });
    if (own.mustChangePassword) return location.assign("/");
    element("password").reset();
    say("password-message", text("account.changed"));
  });
});
element("log-out").addEventListener("click", () => attempt("password-message", async () => {
  await ask("DELETE", "session");
  location.assign("/login");
}));

// ---- People and tokens ----

const roles = () => ["viewer", "admin"].map((role) => make("option", { value: role }, text(`role.${role}`)));

function removal(name, path, after, message) {
  return make("button", {
    type: "button", class: "danger", "aria-label": text("account.removeNamed", { name }),
    click: () => {
      if (!confirm(text("account.sure", { name }))) return;
      attempt(message, async () => {
        await ask("DELETE", path);
        await after();
      });
    },
  }, text("account.remove"));
}

// A secret that can't be seen again.
function sayOnce(id, words, secret) {
  say(id, words);
  element(id).append(" ", make("code", { class: "secret" }, secret));
}

async function showPeople() {
  const { accounts } = await ask("GET", "accounts");
  element("people").replaceChildren(...accounts.map((account) => make(
    "tr", {}, make("th", { scope: "row" }, account.name), make("td", {}, text(`role.${account.role}`)),
    make("td", { class: "quiet" }, account.mustChangePassword ? text("account.notYet") : ""),
    make("td", { class: "n" }, account.name === own.name ? "" : removal(
      account.name, `accounts/${encodeURIComponent(account.name)}`, showPeople, "people-message")))));
}

async function showTokens() {
  const { tokens } = await ask("GET", "tokens");
  element("tokens").replaceChildren(...tokens.map((token) => make(
    "tr", {}, make("th", { scope: "row" }, token.name), make("td", {}, text(`role.${token.role}`)),
    make("td", { class: "quiet" }, token.expiresMilliseconds
      ? text("account.until", { time: clock.format(token.expiresMilliseconds, { dateStyle: "medium" }) })
      : text("account.forever")),
    make("td", { class: "n" }, removal(token.name, `tokens/${token.id}`, showTokens, "tokens-message")))));
}

async function beginAdministration() {
  element("person-role").append(...roles());
  element("token-role").append(...roles());
  element("people-card").hidden = element("tokens-card").hidden = false;
  await Promise.all([showPeople(), showTokens()]);
}

element("add-person").addEventListener("submit", (submission) => {
  submission.preventDefault();
  attempt("people-message", async () => {
    const made = await ask("POST", "accounts", {
      name: element("person-name").value.trim(), role: element("person-role").value,
    });
    sayOnce("people-message", text("account.oneTime", { name: made.name }), made.password);
    element("add-person").reset();
    await showPeople();
  });
});
element("add-token").addEventListener("submit", (submission) => {
  submission.preventDefault();
  attempt("tokens-message", async () => {
    const made = await ask("POST", "tokens", {
      name: element("token-name").value.trim(), role: element("token-role").value,
      days: Number(element("token-days").value),
    });
    sayOnce("tokens-message", text("account.secret"), made.secret);
    element("add-token").reset();
    await showTokens();
  });
});
if (own.role === "admin" && !own.mustChangePassword) await beginAdministration();
