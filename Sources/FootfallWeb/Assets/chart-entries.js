// Numbers by interval against others, such as those of the same weekday last week. An interval that was not seen is a hatched gap, never 0.

// A colour token as the canvas can take it.
function resolved(name) {
  const probe = document.createElement("i");
  probe.className = `probe ${name}`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

export const colours = (...names) => names.map(resolved);

export function hatch(context, ink) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const drawing = tile.getContext("2d");
  drawing.strokeStyle = ink;
  drawing.lineWidth = 1.5;
  drawing.beginPath();
  drawing.moveTo(0, 8);
  drawing.lineTo(8, 0);
  drawing.stroke();
  return context.createPattern(tile, "repeat");
}

const gaps = {
  id: "gaps",
  beforeDatasetsDraw(chart) {
    const { ctx: context, chartArea: area, scales } = chart;
    const width = area.width / Math.max(1, chart.data.labels.length);
    context.save();
    context.fillStyle = hatch(context, resolved("gap"));
    chart.$gaps?.forEach((isGap, index) => {
      if (isGap) context.fillRect(scales.x.getPixelForValue(index) - width / 2, area.top, width, area.height);
    });
    context.restore();
  },
};

function settings(rows, words, format, isWhole) {
  const [now, then, quiet, rule] = colours("now", "then", "quiet", "rule");
  return {
    type: "bar",
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        { type: "line", label: words.then, data: rows.map((row) => row.then), borderColor: then, borderWidth: 2,
          pointRadius: 0, pointHitRadius: 8, stepped: "middle", spanGaps: false },
        { label: words.now, data: rows.map((row) => row.now), backgroundColor: now, borderRadius: 3,
          categoryPercentage: 0.8, barPercentage: 1 },
      ],
    },
    options: {
      animation: false, maintainAspectRatio: false, interaction: { mode: "index", intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${format(parsed.y)}` } },
      },
      scales: {
        x: { grid: { display: false }, ticks: { color: quiet, maxRotation: 0, autoSkipPadding: 18 } },
        y: { beginAtZero: true, grid: { color: rule }, ticks: { color: quiet, callback: format, ...(isWhole && { precision: 0 }) } },
      },
    },
    plugins: [gaps],
  };
}

export class EntriesChart {
  constructor(canvas, words) {
    this.canvas = canvas;
    this.words = words;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.rows && this.show(this.rows, this.format, this.isWhole));
  }

  // False where the library is missing.
  static get isAvailable() { return "Chart" in window; }

  // Rows of {label, now, then, isGap}; a number that is not known is null. `format` puts a number in words,
  // `isWhole` says that there is nothing between two whole ones.
  show(rows, format, isWhole = true) {
    Object.assign(this, { rows, format, isWhole });
    this.chart?.destroy();
    this.chart = new window.Chart(this.canvas, settings(rows, this.words, (value) => format(value), isWhole));
    this.chart.$gaps = rows.map((row) => row.isGap);
    this.chart.update();
  }
}
