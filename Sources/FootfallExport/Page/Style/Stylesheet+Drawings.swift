extension Stylesheet {
  static let charts: Markup = """
    svg{display:block;overflow:visible}
    .panel{margin-top:20px}
    figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 16px;font-size:14px;margin:0 0 12px 44px}
    figcaption b{font-weight:600;overflow-wrap:anywhere}
    .keys{display:flex;gap:14px;color:var(--muted)}
    .key{display:inline-flex;align-items:center;gap:6px}
    .key i{width:10px;height:10px;border-radius:3px}
    i.in{background:var(--in)}
    i.out{background:var(--out)}
    i.mean{background:var(--view)}
    i.band{background:var(--view);opacity:.3}
    i.most{height:0;width:14px;border-radius:0;border-top:2px dotted var(--view)}
    .plot{display:grid;grid-template-columns:34px minmax(0,1fr);gap:10px}
    .plot svg{width:100%}
    .values text,.times text,.gapname{font-size:12px;fill:var(--muted)}
    .guide{stroke:var(--line);stroke-width:1}
    .zero{stroke:var(--muted);stroke-width:1}
    rect.in{fill:var(--in)}
    rect.out{fill:var(--out)}
    rect.part{fill-opacity:.5}
    .gap{fill:url(#gap);opacity:.7}
    .gapname{paint-order:stroke;stroke:var(--card);stroke-width:6px;stroke-linejoin:round}
    .hot{fill:transparent}
    .hot:hover{fill:var(--ink);fill-opacity:.05}
    path.area{fill:var(--view);fill-opacity:.16}
    path.mean,path.most{fill:none;stroke:var(--view);stroke-width:1.75;vector-effect:non-scaling-stroke}
    path.most{stroke-width:1.5;stroke-dasharray:1.5 3;stroke-linecap:round}
    .flow{position:relative;display:grid;grid-template-columns:minmax(84px,150px) minmax(60px,1fr) minmax(84px,150px);\
    gap:10px;margin-top:18px}
    .flow svg{width:100%}
    .flow ul{position:relative;font-size:14px}
    .flow li{position:absolute;left:0;right:0;display:flex;gap:6px;align-items:center;min-width:0}
    .flow li span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}
    .flow li b{font-weight:600}
    .flow .from li{justify-content:flex-end}
    .flow .to li{flex-direction:row-reverse;justify-content:flex-end}
    .ribbon{fill-opacity:.3}
    .ribbon:hover{fill-opacity:.65}
    .c0{fill:var(--c0)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}
    .c5{fill:var(--c5)}.c6{fill:var(--c6)}.c7{fill:var(--c7)}.c8{fill:var(--c8)}
    .small{width:100%;min-width:84px}
    .small .track{fill:var(--soft)}
    .small .range{fill:var(--c0);fill-opacity:.4}
    .small .median{fill:var(--c0)}
    .spark rect{fill:var(--view);fill-opacity:.75}

    """

  static let tables: Markup = """
    .scroll{overflow-x:auto;margin-top:12px;border-radius:6px}
    table{border-collapse:collapse;width:100%;font-size:14px}
    th,td{text-align:left;padding:8px 14px 8px 0;border-bottom:1px solid var(--line);vertical-align:middle;\
    white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    tbody tr:last-child>*{border-bottom:0}
    thead th{color:var(--muted);font-weight:500;font-size:13px;line-height:1.3;white-space:normal;vertical-align:bottom}
    tbody th{font-weight:600}
    .n{text-align:right}
    .n+td:not(.n),.n+th:not(.n){padding-left:12px}
    .strong{font-weight:600}
        .dot{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:8px}
    i.c0{background:var(--c0)}i.c1{background:var(--c1)}i.c2{background:var(--c2)}i.c3{background:var(--c3)}
    i.c4{background:var(--c4)}i.c5{background:var(--c5)}i.c6{background:var(--c6)}i.c7{background:var(--c7)}
    .kind{display:block;margin-left:18px;font-size:12px;color:var(--muted);font-weight:400}
    .cut{display:block;font-size:12px;color:var(--muted)}
    .scroll+.sub{margin-top:12px;max-width:60em}

    """

  static let media: Markup = """
    @media (max-width:640px){
    header,main,footer{padding-left:16px;padding-right:16px}
    header{padding-top:24px}
    h1{font-size:30px}
    .lead{font-size:16px}
    .facts span{display:block}
    .facts span+span::before{content:none}
    .tiles{gap:8px}
    .tiles li{flex-basis:130px;padding:12px 14px}
    .big{font-size:26px}
    .big .long{font-size:19px;line-height:31px}
    .card{padding:16px}
    figcaption{margin-left:0}
    .plot{grid-template-columns:24px minmax(0,1fr);gap:8px}
    .minor{display:none}
    .method{grid-template-columns:1fr}
    .flow{grid-template-columns:92px minmax(40px,1fr) 92px;gap:6px}
    .flow ul{font-size:13px}
    }
    @media print{
    :root{--bg:#fff}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    body{font-size:12px}
    header,main,footer{max-width:none;padding-left:0;padding-right:0}
    nav,.skip,summary,.events{display:none}
    .card,.tiles li,.panel,.note,tr{break-inside:avoid}
    .camera+.camera{break-before:page}
    .scroll{overflow:visible}
    th,td{white-space:normal}
    }

    """
}
