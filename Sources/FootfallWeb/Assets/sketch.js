// Lines and zones over a still: points are dragged, or moved with the arrow keys.
import { make } from "./frame.js";
import { arrow } from "./picture.js";
import { text } from "./texts.js";

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export const pointsOf = (place) => place.polygon ?? [place.from, place.to];

export class Sketch {
  // `on.select(place, point)` and `on.change(place)` tell what the user does.
  constructor(element, on) {
    this.on = on;
    this.image = make("img", { alt: "" });
    this.drawing = make("svg", { role: "group", "aria-label": text("editor.picture") });
    element.replaceChildren(this.image, this.drawing);
    this.drawing.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) {
      this.drawing.addEventListener(name, () => { this.held = null; });
    }
  }

  // A camera's picture of this size, with what lies beside it.
  open(width, height, places) {
    const all = places.flatMap(pointsOf);
    const margin = Math.max(width, height) / 20;
    const [left, top] = [0, 1].map((axis) => Math.min(0, ...all.map((point) => point[axis])) - margin);
    const [right, bottom] = [[width, 0], [height, 1]].map(([size, axis]) =>
      Math.max(size, ...all.map((point) => point[axis])) + margin);
    this.bounds = [[Math.min(left, -width), Math.min(top, -height)], [2 * width, 2 * height]];
    this.unit = (right - left) / 120;
    this.view = [left, top, right - left, bottom - top];
    this.drawing.setAttribute("viewBox", this.view.join(" "));
    this.drawing.style.aspectRatio = `${this.view[2]} / ${this.view[3]}`;
    const percent = (value, whole) => `${(100 * value) / whole}%`;
    Object.assign(this.image.style, {
      left: percent(-left, this.view[2]), top: percent(-top, this.view[3]),
      width: percent(width, this.view[2]), height: percent(height, this.view[3]),
    });
  }

  // Draws all places anew; the focus stays on its point.
  draw(places, selected) {
    const focused = document.activeElement?.dataset?.point;
    this.drawing.replaceChildren(
      ...places.map((place) => this.shape(place, place === selected?.place)),
      ...(selected ? pointsOf(selected.place).map((point, index) =>
        this.handle(selected.place, index, index === selected.point)) : []));
    if (focused) this.drawing.querySelector(`[data-point="${focused}"]`)?.focus();
  }

  focus(index) { this.drawing.querySelector(`[data-point="${index}"]`)?.focus(); }

  shape(place, isSelected) {
    const chosen = isSelected ? " chosen" : "";
    const grip = { pointerdown: (event) => this.hold(event, place, null) };
    const [x, y] = pointsOf(place)[0];
    const name = make("text", { x: x + this.unit * 1.6, y: y - this.unit * 1.4, "font-size": this.unit * 3 }, place.id);
    if (place.polygon) {
      return make(
        "g", { class: `zone ${place.kind}${chosen}`, "stroke-width": this.unit * 0.5 },
        make("polygon", { points: place.polygon.join(" "), ...grip }), name);
    }
    const ends = { x1: place.from[0], y1: place.from[1], x2: place.to[0], y2: place.to[1] };
    return make(
      "g", { class: `line ${place.kind}${chosen}`, "stroke-width": this.unit * 0.8 },
      make("line", { ...ends, class: "grip", "stroke-width": this.unit * 4, ...grip }), make("line", ends),
      make("path", { d: arrow(place, this.unit * 8) }), name);
  }

  handle(place, index, isSelected) {
    const [x, y] = pointsOf(place)[index];
    const label = text("editor.point", { name: place.id, n: index + 1, x: Math.round(x), y: Math.round(y) });
    return make(
      "g", {
        class: `handle${isSelected ? " chosen" : ""}`, tabindex: 0, role: "button", "data-point": index,
        "aria-label": label, pointerdown: (event) => this.hold(event, place, index),
        keydown: (event) => this.key(event, place, index), focus: () => this.on.select(place, index),
      },
      make("circle", { class: "reach", cx: x, cy: y, r: this.unit * 3.6 }),
      make("circle", { class: "dot", cx: x, cy: y, r: this.unit * 1.4, "stroke-width": this.unit * 0.5 }));
  }

  // Pixels of the picture under a pointer.
  position(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.drawing.getScreenCTM().inverse());
    return [point.x, point.y];
  }

  hold(event, place, index) {
    event.preventDefault();
    this.held = { place, index, last: this.position(event) };
    this.drawing.setPointerCapture(event.pointerId);
    this.on.select(place, index ?? 0);
    this.focus(index ?? 0);
  }

  drag(event) {
    if (!this.held) return;
    const now = this.position(event);
    const by = [now[0] - this.held.last[0], now[1] - this.held.last[1]];
    this.held.last = now;
    const points = pointsOf(this.held.place);
    this.move(this.held.place, this.held.index === null ? points : [points[this.held.index]], by);
  }

  key(event, place, index) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const size = event.shiftKey ? 10 : 1;
    this.move(place, [pointsOf(place)[index]], [step[0] * size, step[1] * size]);
  }

  move(place, points, by) {
    for (const point of points) {
      for (const axis of [0, 1]) {
        const moved = Math.min(this.bounds[1][axis], Math.max(this.bounds[0][axis], point[axis] + by[axis]));
        point[axis] = Math.round(moved * 10) / 10;
      }
    }
    this.on.change(place);
  }
}
