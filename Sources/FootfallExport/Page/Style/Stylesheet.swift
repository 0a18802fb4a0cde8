/// The looks of the page: quiet paper, one ink, colour only where it means something.
enum Stylesheet {
  static let markup: Markup = [palette, page, cards, charts, tables, media].joined()

  /// Patterns that drawings refer to.
  static let patterns: Markup = """
    <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="gap" width="8" height="8" \
    patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="8"/></pattern></defs></svg>
    """

  /// Text colours keep a contrast of 4.5:1 or more against the surfaces they stand on (WCAG 2.2, 1.4.3), marks 3:1.
  private static let palette: Markup = """
    :root{color-scheme:light dark;--bg:#f5f5f2;--card:#fff;--ink:#1b1e22;--muted:#5c646d;--line:#e4e4df;\
    --soft:#f0f0ec;--in:#0b7a75;--out:#c2570c;--view:#4656b0;--hatch:#b9bab4;\
    --note:#fff6e0;--noteline:#ecd9a4;\
    --c0:#3a6fb0;--c1:#0b7a75;--c2:#c2570c;--c3:#8654a6;--c4:#94700e;--c5:#b03a60;--c6:#4d7a2c;--c7:#4b5a8a;--c8:#868c93}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#121416;--card:#1b1e21;--ink:#eceef0;--muted:#a0a8b1;\
    --line:#30353a;--soft:#24282c;--in:#45b8ae;--out:#f0924f;--view:#93a1f2;--hatch:#4a5057;\
    --note:#2d2716;--noteline:#57491f;\
    --c0:#6ea3e6;--c1:#45b8ae;--c2:#f0924f;--c3:#ba8ada;--c4:#cda63c;--c5:#e4789a;--c6:#8abb63;--c7:#8c9cd6;--c8:#8d959d}}

    """

  private static let page: Markup = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Helvetica Neue","Noto Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}
    header,main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
    header{padding-top:40px}
    h1,h2,h3,p,ul,dl,figure{margin:0;padding:0}
    ul{list-style:none}
    h1{font-size:40px;line-height:1.15;letter-spacing:-.02em;font-weight:650;overflow-wrap:anywhere}
    h2{font-size:24px;line-height:1.25;letter-spacing:-.01em;font-weight:620;overflow-wrap:anywhere}
    h3{font-size:16px;font-weight:620;overflow-wrap:anywhere}
    a{color:inherit}
    .brand{display:flex;align-items:center;gap:8px;color:var(--muted);font-size:14px;font-weight:550;margin-bottom:20px}
    .brand rect{fill:var(--in)}
    .brand ellipse,.brand circle{fill:var(--card)}
    .facts{color:var(--muted);margin-top:8px}
    .facts span+span::before{content:"·";margin:0 8px}
    nav{display:flex;flex-wrap:wrap;gap:8px;margin-top:20px}
    nav a{border:1px solid var(--line);background:var(--card);border-radius:99px;padding:4px 14px;font-size:14px;\
    text-decoration:none}
    nav a:hover{border-color:var(--muted)}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:16px;top:16px;background:var(--card);padding:8px 14px;border-radius:8px;z-index:1}
    :focus-visible{outline:2px solid var(--view);outline-offset:2px}
    .defs{position:absolute}
    #gap rect{fill:var(--hatch)}
    .camera{padding-top:40px}
    .camera+.camera{margin-top:48px;border-top:1px solid var(--line)}
    .lead{font-size:18px;line-height:1.55;max-width:46em;margin-top:10px;color:var(--muted);text-wrap:pretty}
    .lead b{color:var(--ink);font-weight:600}
    .sub{color:var(--muted);font-size:14px}
    .sub b{font-weight:600;color:var(--ink)}
    .note{background:var(--note);border:1px solid var(--noteline);border-radius:10px;padding:10px 14px;\
    margin-top:14px;font-size:14px}
    footer{margin-top:56px;padding-top:32px;padding-bottom:56px;border-top:1px solid var(--line)}
    .method{display:grid;grid-template-columns:1fr 1fr;gap:8px 48px;margin:16px 0 24px}
    dl>div{padding:8px 0;border-bottom:1px solid var(--line);font-size:14px}
    dt{font-weight:600}
    dd{margin:0;color:var(--muted);overflow-wrap:anywhere}

    """

  private static let cards: Markup = """
    .tiles{display:flex;flex-wrap:wrap;gap:12px;margin:24px 0 16px}
    .tiles li,.card{background:var(--card);border:1px solid var(--line);border-radius:16px}
    .tiles li{flex:1 1 150px;padding:16px 18px}
    .tiles h3{font-size:14px;font-weight:550;color:var(--muted)}
    .big{font-size:32px;line-height:1.2;font-weight:620;letter-spacing:-.02em;margin:6px 0 4px;white-space:nowrap}
    .big .long{display:block;max-width:11em;overflow:hidden;text-overflow:ellipsis;font-size:24px;line-height:38px}
    .way{margin-right:14px}
    .way span{font-size:13px;font-weight:600;letter-spacing:0}
    .way.in span{color:var(--in)}
    .way.out span{color:var(--out)}
    .card{padding:22px 24px;margin-top:16px}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));gap:0 16px;align-items:stretch}
    .heat img{display:block;width:100%;height:auto;border-radius:10px;margin:14px 0 12px;background:var(--soft)}
    details{margin-top:14px}
    summary{cursor:pointer;font-size:14px;color:var(--muted);width:fit-content;border-radius:6px}
    summary:hover{color:var(--ink)}
    summary h3{display:inline;color:var(--ink)}
    .events details{margin-top:0}

    """
}
