import FootfallMadeUpStore
import Testing

@testable import FootfallWeb

@Suite("Dashboard in a browser", .serialized, .enabled(if: Browser.isAvailable))
struct DashboardBrowserTests {
  @Test(
    "a manager logs in with the one-time password, sees the counts change, draws a line, saves it, and sees it"
  )
  func manager() async throws {
    try await ServedStore.run { ready in
      let administrator = try #require(ready.firstAdministrator)
      try await Browser.run { browser in
        try await logIn(browser, ready.url, administrator)
        try await seeCountsChange(browser)
        try await drawLine(browser, ready.url)
      }
    }
  }

  @Test("an entry counts as soon as the feet pass the line, and no longer once somebody has turned back")
  func provisionalEntries() async throws {
    let now = SystemTime.milliseconds()
    let store = MadeUpStore(now: { now })
    try await ServedStore.run(store) { ready in
      let administrator = try #require(ready.firstAdministrator)
      try await Browser.run { browser in
        try await logIn(browser, ready.url, administrator)
        let entries = "document.getElementById('entries').textContent.replace(/,/g, '')"
        try await browser.wait("/^[0-9]+$/.test(\(entries))")
        let before = try #require(Int(try await browser.value("return \(entries)")))
        await store.tell(.notice(json: passing("crossingProvisional", track: 7)))
        try await browser.wait("\(entries) === '\(before + 1)'")
        await store.tell(.notice(json: passing("crossingWithdrawn", track: 7)))
        try await browser.wait("\(entries) === '\(before)'")
        await store.tell(.notice(json: passing("crossingProvisional", track: 8)))
        await store.tell(.notice(json: passing("crossingProvisional", track: 9)))
        try await browser.wait("\(entries) === '\(before + 2)'")
        // Settled it counts on, and once.
        await store.tell(.event(id: "e8", json: passing("crossing", track: 8)))
        await store.tell(.notice(json: passing("crossingWithdrawn", track: 9)))
        try await browser.wait("\(entries) === '\(before + 1)'")
      }
    }
  }

  private func passing(_ type: String, track: Int) -> String {
    #"{"camera":"door","direction":"in","line":"entrance","track":\#(track),"type":"\#(type)"}"#
  }

  private func logIn(_ browser: Browser, _ url: String, _ administrator: (name: String, password: String))
    async throws
  {
    try await browser.open(url)
    try await browser.wait("location.pathname === '/login' && document.body.classList.contains('ready')")
    try await browser.type(administrator.name, into: "#name")
    try await browser.type(administrator.password + "\n", into: "#password")
    try await browser.wait("location.pathname === '/account' && document.body.classList.contains('ready')")
    try await browser.type(administrator.password, into: "#old")
    for field in ["#new", "#repeat"] { try await browser.type("a sentence of my own", into: field) }
    try await browser.click("#password button")
    try await browser.wait("location.pathname === '/' && document.body.classList.contains('ready')")
  }

  private func seeCountsChange(_ browser: Browser) async throws {
    let entries = "document.getElementById('entries').textContent"
    try await browser.wait("/^[0-9,]+$/.test(\(entries))")
    let first = try await browser.value("return \(entries)")
    try await browser.wait("\(entries) !== '\(first)'")
    try await browser.wait("document.querySelectorAll('#tiles svg .person').length > 0")
    try await browser.wait("document.querySelectorAll('#course-rows tr').length > 0")
    // What the policy of content refuses, or a script throws, would leave pictures and cameras out.
    try await browser.wait(
      "[...document.querySelectorAll('#tiles img')].filter((i) => i.naturalWidth === 768).length === 2")
    #expect(
      try await browser.value("return document.querySelectorAll('#tiles .state.backingOff').length") == "1")
  }

  private func drawLine(_ browser: Browser, _ url: String) async throws {
    try await browser.open(url + "editor")
    try await browser.wait("document.querySelectorAll('#places li').length === 3")
    try await browser.click("#add-line")
    try await browser.drag(".handle[data-point='1'] .reach", by: (x: 40, y: 30))
    _ = try await browser.value("document.querySelector(\".handle[data-point='0']\").focus()")
    for _ in 0..<2 { try await browser.press("\u{E012}") }
    try await browser.wait("document.querySelector('#advice .verdict.good')")
    try await browser.click("#save")
    try await browser.wait("document.getElementById('message').textContent.startsWith('Saved')")
    let saved = try await browser.value(
      """
      const request = new XMLHttpRequest();
      request.open("GET", "/api/v1/layout", false);
      request.send();
      const line = JSON.parse(request.response).cameras[0].lines.find((each) => each.id === "line-1");
      return `${line.kind} ${line.from} ${line.to[0] > 510 && line.to[1] > 300}`;
      """)
    // Two steps to the left of where a new line begins, and an end that was dragged to the lower right.
    #expect(saved == "entrance 267,288 true")
    try await browser.open(url)
    try await browser.wait("document.querySelectorAll('#tiles article:first-child g.line').length === 3")
  }
}
