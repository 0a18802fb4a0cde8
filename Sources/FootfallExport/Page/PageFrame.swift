/// What all pages have around their content: one file without scripts that asks the network for nothing.
struct PageFrame {
  let generatorVersion: String
  /// What kind of page it is: `footfall report`.
  let kind: String
  /// The heading: whose page it is.
  let title: String
  /// Said below the heading, one beside the other.
  let facts: [String]
  let navigation: Markup
  /// The language of the page (BCP 47), and what leads past its head in it.
  var language = "en"
  var skipText = "Skip to the numbers"
  /// Rules of this kind of page after those of all.
  var style: Markup = ""

  /// The page.
  func markup(main: Markup, footer: Markup) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="footfall \(generatorVersion)">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <title>\(title) · \(kind)</title>
    <style>
    \(Stylesheet.markup)\(style)</style>
    </head>
    <body>
    \(Stylesheet.patterns)
    <a class="skip" href="#main">\(skipText)</a>
    \(header)
    <main id="main">
    \(main)
    </main>
    \(footer)
    </body>
    </html>

    """
  }

  private var header: Markup {
    """
    <header><p class="brand"><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">\
    <rect width="22" height="22" rx="6"/><ellipse cx="8" cy="8" rx="2.4" ry="3.6"/><circle cx="8" cy="14" r="1.7"/>\
    <ellipse cx="14" cy="9.6" rx="2.4" ry="3.6"/><circle cx="14" cy="15.6" r="1.7"/></svg>\(kind)</p>
    <h1>\(title)</h1>
    <p class="facts">\(facts.map { "<span>\($0)</span>" as Markup })</p>
    \(navigation)</header>
    """
  }
}
