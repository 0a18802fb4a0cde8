// A camera's picture with boxes, lines and zones over it. People are left out of it or blurred by the server.
import { picture } from "./api.js";
import { make } from "./frame.js";

// The unit vector towards the side on which people are in: that with (b−a)×(P−a) > 0, unless swapped.
export function inward(line) {
  const [dx, dy] = [line.to[0] - line.from[0], line.to[1] - line.from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const sign = line.swap ? -1 : 1;
  return [(-dy / length) * sign, (dx / length) * sign];
}

// The mean of corners: where a name can stand.
export function middle(corners) {
  return [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
}

// An arrow from the middle of a line, `size` pixels long.
export function arrow(line, size) {
  const [x, y] = [(line.from[0] + line.to[0]) / 2, (line.from[1] + line.to[1]) / 2];
  const [nx, ny] = inward(line);
  const [tx, ty] = [x + nx * size, y + ny * size];
  const head = [[0.35, 0.3], [0.35, -0.3]].map(([back, side]) =>
    `${tx - nx * size * back - ny * size * side} ${ty - ny * size * back + nx * size * side}`);
  return `M${x} ${y}L${tx} ${ty}M${head[0]}L${tx} ${ty}L${head[1]}`;
}

export class CameraPicture {
  // `name` is what a screen reader says of it.
  constructor(camera, name) {
    this.camera = camera;
    this.image = make("img", { alt: "" });
    this.drawing = make("svg", { role: "img", "aria-label": name });
    this.none = make("p", { class: "quiet" });
    this.element = make("div", { class: "picture" }, this.image, this.drawing, this.none);
    this.url = null;
    this.resize(camera.width ?? 16, camera.height ?? 9);
  }

  resize(width, height) {
    this.width = width;
    this.height = height;
    this.drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.element.style.aspectRatio = `${width} / ${height}`;
  }

  // Fetches the picture anew; what was shown stays where there is none.
  async load(isEmpty, words) {
    // Before its first picture a camera has no size either.
    const url = this.camera.width && await picture("still.jpg", { camera: this.camera.id, empty: isEmpty });
    this.none.textContent = url || this.url ? "" : words;
    if (!url) return;
    this.image.src = url;
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = url;
  }

  places(layout) {
    const stroke = Math.max(this.width, this.height) / 250;
    const zones = layout.zones.map((zone) => make(
      "polygon", { class: `zone ${zone.kind}`, points: zone.polygon.join(" "), "stroke-width": stroke }));
    const lines = layout.lines.map((line) => make(
      "g", { class: `line ${line.kind}`, "stroke-width": stroke * 1.6 },
      make("line", { x1: line.from[0], y1: line.from[1], x2: line.to[0], y2: line.to[1] }),
      make("path", { d: arrow(line, stroke * 14) })));
    this.drawn = [...zones, ...lines];
    this.boxes([]);
  }

  boxes(people) {
    const stroke = Math.max(this.width, this.height) / 250;
    this.drawing.replaceChildren(...(this.drawn ?? []), ...people.map((box) => make("rect", {
      class: "person", x: box.x, y: box.y, width: box.width, height: box.height, rx: stroke * 2,
      "stroke-width": stroke,
    })));
  }
}
