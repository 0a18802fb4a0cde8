// Person-seconds on the squares of a plane: the floor plan, or a camera's picture under them.
import { make } from "./frame.js";
import { arrow, middle } from "./picture.js";

// Cividis (Nuñez, Anderton and Renslow, 2018), made to look alike to all kinds of colour vision.
const ramp = ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"].map((colour) =>
  [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16)));

// The colour at a place from 0 to 1.
function colour(place) {
  const at = Math.min(1, place) * (ramp.length - 1);
  const from = Math.min(ramp.length - 2, Math.floor(at));
  return ramp[from].map((value, index) => value + (ramp[from + 1][index] - value) * (at - from));
}

// Less than this share of the longest that was seen says nothing about what is usual.
const leastShare = 0.25;
const hour = 3_600;

export class HeatMaps {
  constructor(maps) {
    Object.assign(this, maps);
    this.area = this.plane.kind === "floor" ? this.plane.side ** 2 : 1;
  }

  // For how long a camera saw in some of the maps, in seconds.
  observed(camera, chosen) {
    return chosen.reduce((sum, map) => sum + map.observedSeconds[camera], 0);
  }

  // By square, for each hour seen: person-seconds a square metre or a square of the picture; null where nothing was seen.
  rates(chosen) {
    const seconds = new Float64Array(this.owners.length);
    for (const map of chosen) map.squares.forEach((square, index) => { seconds[square] += map.personSeconds[index]; });
    const seen = this.cameras.map((_, camera) => this.observed(camera, chosen));
    return this.owners.map((owner, square) => (
      owner === null || seen[owner] === 0 ? null : seconds[square] / seen[owner] * hour / this.area));
  }

  // The greatest rate in any of the maps of which enough was seen.
  get greatest() {
    const seen = this.maps.map((map) => Math.max(...map.observedSeconds));
    const enough = Math.max(...seen) * leastShare;
    return Math.max(0, ...this.maps.filter((_, index) => seen[index] >= enough)
      .map((map) => this.rates([map]).reduce((most, rate) => Math.max(most, rate ?? 0), 0)));
  }
}

export class HeatView {
  constructor() {
    this.image = make("img", { alt: "" });
    this.canvas = make("canvas", { "aria-hidden": "true" });
    this.drawing = make("svg", { role: "img" });
    this.element = make("div", { class: "plane" }, this.image, this.canvas, this.drawing);
  }

  // Prepares for other maps; `picture` is the address of a picture to put under them, or null.
  begin(maps, picture) {
    const { plane } = maps;
    this.maps = maps;
    this.element.className = `plane ${plane.kind}`;
    this.element.style.aspectRatio = `${plane.columns} / ${plane.rows}`;
    [this.canvas.width, this.canvas.height] = [plane.columns, plane.rows];
    this.image.hidden = !picture;
    if (picture) this.image.src = picture;
    this.#drawPlaces();
  }

  #place([x, y]) {
    const { plane } = this.maps;
    const [column, row] = [(x - plane.x) / plane.side, (y - plane.y) / plane.side];
    return [column, plane.isDownward ? row : plane.rows - row];
  }

  #drawPlaces() {
    const { plane, zones, lines } = this.maps;
    const size = Math.max(plane.columns, plane.rows);
    this.drawing.setAttribute("viewBox", `0 0 ${plane.columns} ${plane.rows}`);
    const stroke = size / 250;
    this.drawing.replaceChildren(
      ...zones.flatMap((zone) => {
        const corners = zone.polygon.map((corner) => this.#place(corner));
        const [x, y] = middle(corners);
        return [
          make("polygon", { class: `zone ${zone.kind}`, points: corners.join(" "), "stroke-width": stroke }),
          make("text", { x, y, "font-size": size / 36 }, zone.id)];
      }),
      ...lines.map((line) => {
        const placed = { from: this.#place(line.from), to: this.#place(line.to), swap: line.swap === plane.isDownward };
        return make("g", { class: `line ${line.kind}`, "stroke-width": stroke * 1.6 },
          make("line", { x1: placed.from[0], y1: placed.from[1], x2: placed.to[0], y2: placed.to[1] }),
          make("path", { d: arrow(placed, stroke * 10) }));
      }));
  }

  // Colours the squares: `greatest` is the end of the scale.
  show(rates, greatest, name) {
    const { plane } = this.maps;
    const context = this.canvas.getContext("2d");
    const pixels = context.createImageData(plane.columns, plane.rows);
    const isFloor = plane.kind === "floor";
    rates.forEach((rate, square) => {
      if (rate === null || (rate === 0 && !isFloor)) return;
      const [column, row] = [square % plane.columns, Math.floor(square / plane.columns)];
      const start = 4 * ((plane.isDownward ? row : plane.rows - 1 - row) * plane.columns + column);
      const place = greatest > 0 ? Math.sqrt(rate / greatest) : 0;
      pixels.data.set([...colour(place), isFloor ? 255 : 40 + 190 * Math.min(1, place)], start);
    });
    context.putImageData(pixels, 0, 0);
    this.drawing.setAttribute("aria-label", name);
  }
}
