// Heads needed against heads at work by interval; what is missing is marked by colour and hatching.
import { colours, hatch } from "./chart-entries.js";

function settings(rows, words, context) {
  const [now, bad, quiet, rule, ink] = colours("now", "bad", "quiet", "rule", "ink");
  return {
    type: "bar",
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        { type: "line", label: words.required, data: rows.map((row) => row.required), borderColor: ink, borderWidth: 2,
          pointRadius: 0, pointHitRadius: 8, stepped: "middle", stack: "required" },
        { label: words.scheduled, data: rows.map((row) => row.scheduled), backgroundColor: now, stack: "heads",
          categoryPercentage: 0.9, barPercentage: 1 },
        { label: words.missing, data: rows.map((row) => row.missing || null), backgroundColor: hatch(context, bad),
          borderColor: bad, borderWidth: 1, stack: "heads", categoryPercentage: 0.9, barPercentage: 1 },
      ],
    },
    options: {
      animation: false, maintainAspectRatio: false, interaction: { mode: "index", intersect: false },
      plugins: { legend: { display: false } },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { color: quiet, maxRotation: 0, autoSkipPadding: 18 } },
        y: { beginAtZero: true, grid: { color: rule }, ticks: { color: quiet, precision: 0 } },
      },
    },
  };
}

export class StaffChart {
  constructor(canvas, words) {
    this.canvas = canvas;
    this.words = words;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.rows && this.show(this.rows));
  }

  // Rows of {label, required, scheduled, missing}.
  show(rows) {
    this.rows = rows;
    this.chart?.destroy();
    this.chart = new window.Chart(this.canvas, settings(rows, this.words, this.canvas.getContext("2d")));
  }
}
