extension Stylesheet {
  /// The looks of shift plans, after those of all pages.
  static let plan: Markup = """
    :root{--short:#b3261e}
    @media screen and (prefers-color-scheme:dark){:root{--short:#ff8a80}}
    .plan{padding-top:24px}
    .day{margin-top:48px;scroll-margin-top:16px}
    .plan .plot{grid-template-columns:84px minmax(0,1fr)}
    .plan figcaption{margin-left:94px}
    i.need{height:0;width:14px;border-radius:0;border-top:2px solid var(--ink)}
    i.work{opacity:.45}
    i.short{background:var(--short);opacity:.75}
    path.need{fill:none;stroke:var(--ink);stroke-width:1.75;vector-effect:non-scaling-stroke}
    path.work{fill-opacity:.3}
    path.short{fill:var(--short);fill-opacity:.6}
    .lanes{margin-top:22px}
    .lanes ul{display:grid;gap:3px;background:none}
    .lanes li{display:grid;grid-template-columns:84px minmax(0,1fr);gap:10px;align-items:center;font-size:13px}
    .who{text-align:right;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:600}
    .lane{position:relative;height:24px;background:var(--soft);border-radius:6px;overflow:hidden}
    .bar,.label{position:absolute;top:0;bottom:0}
    .bar{border-radius:6px;background:var(--line)}
    .label{padding:0 8px;line-height:24px;font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .label b{font-weight:600}
    \(bars)
    .rest{position:absolute;top:0;bottom:0;background:var(--card);opacity:.85;border-left:1px solid var(--line);\
    border-right:1px solid var(--line)}
    .lacks .who,.lacking{color:var(--short);font-weight:600}
    .lacks .lane{background:none}
    .lack{position:absolute;top:2px;bottom:2px;border-radius:4px;background:var(--short);color:var(--card);\
    font-size:12px;line-height:20px;text-align:center;overflow:hidden;min-width:3px}
    .why{white-space:normal;min-width:260px}
    .why li+li{margin-top:2px}
    .extra{margin-top:8px}
    .note ul{margin-top:6px}
    @media (max-width:640px){
    .plan .plot,.lanes li{grid-template-columns:46px minmax(0,1fr);gap:8px}
    .plan figcaption{margin-left:0}
    .label{padding:0 5px}
    .day{margin-top:36px}
    #missing thead{display:none}
    #missing tr{display:flex;flex-wrap:wrap;gap:0 12px;padding:10px 0;border-bottom:1px solid var(--line)}
    #missing th,#missing td{border:0;padding:0}
    #missing .n::after{content:" missing"}
    #missing .why{flex-basis:100%;min-width:0}
    }
    @media print{
    .day{break-inside:avoid;margin-top:20px}
    .lane{overflow:visible}
    }

    """

  /// A tint of each role's colour with the colour itself at the edge.
  private static let bars: Markup = (0..<9).map { colour -> Markup in
    """
    .bar.c\(colour){background:color-mix(in srgb,var(--c\(colour)) 26%,var(--card));\
    box-shadow:inset 3px 0 var(--c\(colour))}
    """
  }.joined()
}
