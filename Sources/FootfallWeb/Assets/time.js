// The store's clock: all times on the pages are those of its zone.
import { locale } from "./texts.js";

const minute = 60_000;

export class StoreClock {
  constructor(zone) {
    this.zone = zone;
    this.parts = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit",
      minute: "2-digit", second: "2-digit",
    });
  }

  // What the clock shows at an instant, as if it were UTC.
  shown(instant) {
    const part = Object.fromEntries(this.parts.formatToParts(instant).map((each) => [each.type, each.value]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  }

  // The instant at which the clock first shows a time of a day; days are counted from that of `instant`.
  instant(instant, days = 0, hours = 0) {
    const wanted = Math.floor(this.shown(instant) / 86_400_000 + days) * 86_400_000 + hours * 3_600_000;
    let guess = wanted;
    for (let turn = 0; turn < 3; turn += 1) guess += wanted - this.shown(guess);
    return guess;
  }

  // Minutes since midnight.
  minutes(instant) {
    return (this.shown(instant) % 86_400_000) / minute;
  }

  // An instant as the API wants it.
  iso(instant) {
    return new Date(instant).toISOString();
  }

  time(instant, withSeconds = false) {
    return this.format(instant, { hour: "2-digit", minute: "2-digit", ...(withSeconds && { second: "2-digit" }) });
  }

  day(instant) {
    return this.format(instant, { weekday: "long", day: "numeric", month: "long" });
  }

  moment(instant) {
    return this.format(instant, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  }

  format(instant, options) {
    return new Intl.DateTimeFormat(locale(), { timeZone: this.zone, hourCycle: "h23", ...options }).format(instant);
  }
}
