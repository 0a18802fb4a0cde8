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
    .goods{fill-opacity:.35;stroke:var(--line);stroke-width:1.5}
    .goods.moved{stroke:var(--ink);stroke-width:2.5}
    .forest li{display:grid;grid-template-columns:170px minmax(0,1fr) 190px;gap:0 14px;align-items:center;font-size:13px}
    .forest svg{width:100%}
    .forest .edge{width:auto}
    .forest .zero{stroke:var(--muted);stroke-dasharray:2 3}
    .forest .reach{stroke:var(--c8);stroke-width:2}
    .forest circle{fill:var(--c8)}
    .forest .beyond{fill:none;stroke:var(--c8);stroke-width:2}
    .forest .main .reach,.forest .main .beyond{stroke:var(--view)}
    .forest .main .reach{stroke-width:3}
    .forest .main circle{fill:var(--view)}
    .forest .main .what{font-weight:600}
    .forest .axis text{font-size:11px;fill:var(--muted)}
    .forest .figure .cut{display:inline}
    .list{margin-top:14px;list-style:disc;padding-left:18px}
    @media (max-width:640px){
    .forest li{grid-template-columns:minmax(0,1fr) auto;gap:0 8px;padding-bottom:4px}
    .forest svg{grid-row:2;grid-column:1/-1}
    }
    h4{margin:16px 0 0;font-size:14px;font-weight:600}
    .tag{display:inline-block;margin-left:8px;padding:0 8px;border-radius:99px;background:var(--note);\
    border:1px solid var(--noteline);font-size:12px;font-weight:500}
    td>.tag{margin-left:0}
    .layout td,.layout tbody th{vertical-align:top}
    .layout th,.layout td{padding-right:10px;font-size:13px}
    .layout .cut{font-size:11px}

    """
}
