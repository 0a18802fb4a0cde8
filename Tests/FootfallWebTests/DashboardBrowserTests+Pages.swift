import Testing

@testable import FootfallWeb

extension DashboardBrowserTests {
  private static let paths = ["", "cameras", "map", "staffing", "layout", "editor", "account"]

  @Test(
    "a manager moves through the hours of the map by keyboard, finds where people are missing, and reads the layout"
  )
  func reading() async throws {
    try await ServedStore.run { ready in
      let administrator = try #require(ready.firstAdministrator)
      try await Browser.run { browser in
        try await enter(browser, ready.url, administrator)
        try await seeMap(browser, ready.url)
        try await seeStaffing(browser, ready.url)
        try await seeLayout(browser, ready.url)
        try await seeCapture(browser, ready.url)
        try await seeEverySize(browser, ready.url)
      }
    }
  }

  /// By the API, which another test does by hand.
  private func enter(
    _ browser: Browser, _ url: String, _ administrator: (name: String, password: String)
  ) async throws {
    try await browser.open(url + "login")
    let statuses = try await browser.value(
      """
      function ask(method, path, body, csrf) {
        const request = new XMLHttpRequest();
        request.open(method, `/api/v1/${path}`, false);
        request.setRequestHeader("Content-Type", "application/json");
        if (csrf) request.setRequestHeader("X-CSRF-Token", csrf);
        request.send(JSON.stringify(body));
        return request;
      }
      const own = ask("POST", "session", { name: "\(administrator.name)", password: "\(administrator.password)" });
      const change = { old: "\(administrator.password)", new: "a sentence of my own" };
      return `${own.status} ${ask("PUT", "account/password", change, JSON.parse(own.response).csrf).status}`;
      """)
    #expect(statuses == "200 204")
  }

  private func open(_ browser: Browser, _ url: String) async throws {
    try await browser.open(url)
    try await browser.wait("document.body.classList.contains('ready')")
  }

  /// The colours of the whole day are not those of an hour, and the slider says which hour it is.
  private func seeMap(_ browser: Browser, _ url: String) async throws {
    try await open(browser, url + "map")
    try await browser.wait("document.querySelectorAll('.plane.floor svg .zone').length === 4")
    // Today may have begun a moment ago.
    _ = try await browser.value(
      "const day = document.getElementById('day'); day.stepDown(1); day.dispatchEvent(new Event('change'))")
    try await browser.wait("document.getElementById('hour').max > 22")
    let colours = """
      (() => {
        const canvas = document.querySelector('.plane canvas');
        return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.join();
      })()
      """
    let day = try await browser.value("return \(colours)")
    // Unseen corners are clear, and what is seen is not.
    #expect(day.hasPrefix("0,0,0,0,") && day.contains(",255,"))
    _ = try await browser.value("document.getElementById('hour').focus()")
    for _ in 0..<3 { try await browser.press("\u{E014}") }
    try await browser.wait("document.getElementById('hour').value === '3'")
    let words = try await browser.value(
      "return document.getElementById('hour').getAttribute('aria-valuetext')")
    #expect(words == "02:00 – 03:00")
    #expect(try await browser.value("return \(colours)") != day)
    _ = try await browser.value(
      "const view = document.getElementById('view'); view.value = 'floor'; view.dispatchEvent(new Event('change'))"
    )
    try await browser.wait("document.querySelector('.plane.picture img')?.naturalWidth === 768")
  }

  private func seeStaffing(_ browser: Browser, _ url: String) async throws {
    try await open(browser, url + "staffing")
    try await browser.wait("document.querySelectorAll('.shortages li').length > 0")
    let words = try await browser.value("return document.querySelector('.shortages').textContent")
    #expect(words.contains("17:30 – 19:00, till: 1 missing"), "\(words)")
    #expect(try await browser.value("return document.querySelectorAll('#head-rows tr').length") == "25")
    #expect(try await browser.value("return document.getElementById('missing-day').textContent") == "3.5")
  }

  private func seeLayout(_ browser: Browser, _ url: String) async throws {
    try await open(browser, url + "layout")
    try await browser.wait("document.querySelectorAll('#views .area').length === 8")
    #expect(try await browser.value("return document.getElementById('strongest').textContent") == "till")
    #expect(try await browser.value("return document.querySelectorAll('#scenes tr').length") == "2")
  }

  private func seeCapture(_ browser: Browser, _ url: String) async throws {
    try await open(browser, url)
    try await browser.wait("document.querySelectorAll('#course-rows tr').length > 0")
    _ = try await browser.value(
      "const choice = document.getElementById('measure'); choice.value = 'capture'; "
        + "choice.dispatchEvent(new Event('change')); document.querySelector('details').open = true")
    try await browser.wait("document.getElementById('course-rows').textContent.includes('25%')")
  }

  /// Nothing is wider than the screen, and no text is missing in either language.
  private func seeEverySize(_ browser: Browser, _ url: String) async throws {
    for (width, language) in [(390, "zh"), (390, "en"), (1280, "zh")] {
      try await browser.resize(width: width, height: 800)
      _ = try await browser.value("localStorage.setItem('language', '\(language)')")
      for path in Self.paths {
        try await open(browser, url + path)
        let wide = "document.documentElement.scrollWidth > \(width)"
        #expect(try await browser.value("return String(\(wide))") == "false", "\(path) at \(width)")
        let keys = try await browser.value(
          #"return (document.body.innerText.match(/\b[a-z]+\.[a-z]+[A-Z]?[a-zA-Z]*\b/g) ?? [])"#
            + ".filter((word) => !/example|layout\\.json|plan\\.json/.test(word)).join()")
        #expect(keys == "", "\(path) in \(language)")
      }
    }
  }
}
