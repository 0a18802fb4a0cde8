import { logIn } from "./api.js";
import { element, languageSwitch, say } from "./frame.js";
import { loadTexts, text } from "./texts.js";

await loadTexts();
document.title = `${text("login.title")} · footfall`;
element("tools").append(languageSwitch());
document.body.classList.add("ready");

element("login").addEventListener("submit", async (submission) => {
  submission.preventDefault();
  say("message", "");
  try {
    const own = await logIn(element("name").value.trim(), element("password").value);
    location.assign(own.mustChangePassword ? "/account" : "/");
  } catch (error) {
    const key = { 401: "login.wrong", 429: "login.wait" }[error.status];
    say("message", key ? text(key) : error.message, true);
    element("password").select();
  }
});
