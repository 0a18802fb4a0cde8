extension Stylesheet {
  /// The looks of the page of a layout, after those of all pages.
  static let layout: Markup = """
    .layout{padding-top:8px}
    .plans{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:16px}
    .plan figcaption{margin:14px 0 8px}
    .plan svg{width:100%;height:auto}
    .hall{fill:var(--soft);stroke:var(--line);stroke-width:1.5}
    .shape{fill:var(--view);stroke:var(--view);stroke-width:1.5}
    .unknown{fill:url(#gap);stroke:var(--hatch)}
    .name,.value{fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
    .name{font-size:11px}
    .value{font-size:12px;font-weight:650}
    h4{margin:16px 0 0;font-size:14px;font-weight:600}
    .tag{display:inline-block;margin-left:8px;padding:0 8px;border-radius:99px;background:var(--note);\
    border:1px solid var(--noteline);font-size:12px;font-weight:500}
    .layout td,.layout tbody th{vertical-align:top}
    .layout th,.layout td{padding-right:10px;font-size:13px}
    .layout .cut{font-size:11px}

    """
}
