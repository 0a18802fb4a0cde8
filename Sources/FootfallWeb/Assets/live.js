// What happens in the store, as the server tells it; connects again by itself.
import { text } from "./texts.js";

// Longer than the browser's own attempts take.
const patience = 4_000;

// Calls `on.camera`, `on.event`, `on.provisional`, `on.alert`, `on.layout` and `on.again` (after a gap), each with what was told.
export function follow(on) {
  const banner = document.getElementById("banner");
  let source = null;
  let wasLost = false;
  let alarm = null;

  function lost() {
    wasLost = true;
    alarm ??= setTimeout(() => {
      banner.textContent = text("live.lost");
      banner.hidden = false;
    }, 1_000);
    // A server that refuses or restarts closes the source for good; what is lost then begins anew.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, patience);
  }

  function connected() {
    clearTimeout(alarm);
    alarm = null;
    banner.hidden = true;
    if (wasLost) on.again?.();
    wasLost = false;
  }

  function connect() {
    source = new EventSource("/api/v1/stream");
    source.addEventListener("open", connected);
    source.addEventListener("error", lost);
    for (const name of ["camera", "event", "provisional", "alert", "layout"]) {
      source.addEventListener(name, (message) => on[name]?.(JSON.parse(message.data)));
    }
    source.addEventListener("missed", () => on.again?.());
  }

  connect();
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (shown) => { if (shown.persisted) connect(); });
}
