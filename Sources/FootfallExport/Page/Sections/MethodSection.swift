internal import FootfallCore

/// How the numbers came about and what they mean.
struct MethodSection {
  let report: AnalysisReport

  var markup: Markup {
    """
    <footer><h2>How this was measured</h2>
    <div class="method"><dl>\(facts)</dl>
    <dl>\(definitions)</dl></div>
    <p class="sub">Made by footfall \(report.generatorVersion), metric definitions version \
    \(ReportDocument.currentMetricVersion). The same numbers for programs: \(ResultFileName.report).</p></footer>
    """
  }

  private func entry(_ term: String, _ description: String) -> Markup {
    "<div><dt>\(term)</dt><dd>\(description)</dd></div>"
  }

  private var facts: Markup {
    let performance = report.performance
    var entries = report.cameras.map { recording -> Markup in
      let info = recording.info
      let rate = Wording.fixed(info.framesPerSecond, decimals: 2)
      return entry(
        "Camera \(info.camera)",
        """
        \(SourceAddress.withoutCredentials(info.source)): \(info.size.width) × \(info.size.height) pixels, \
        \(Wording.count(info.frames)) frames, \(rate) a second; \
        \(Wording.percent(info.coverage)) of \(Wording.duration(seconds: info.end.seconds)) could be used
        """)
    }
    if let model = performance.model {
      let frames = report.cameras.reduce(0) { $0 + $1.info.frames }
      let engine = [performance.engine, performance.precision].compactMap { $0 }.joined(separator: ", ")
      entries.append(
        entry(
          "Detector",
          "\(engine.isEmpty ? model : "\(model) (\(engine))"); it looked at "
            + "\(Wording.count(performance.detectorRuns)) of \(Wording.count(frames)) frames"))
    } else {
      entries.append(entry("Detector", "none: the boxes around people were read from a file"))
    }
    entries.append(entry("Time zone", report.timeZone))
    return entries.joined()
  }

  private var definitions: Markup {
    [
      entry(
        "People",
        "different people followed by one camera; who leaves the view and comes back counts again"),
      entry(
        "In and out",
        "crossings of an entrance line, without staff and without those who turn round at once"),
      entry(
        "Groups",
        "people who came in within 3 seconds and 1.5 m of each other and stayed together; who came alone is one too"
      ),
      entry("Capture rate", "people in / (people in + people who passed by)"),
      entry("Visit", "from the moment someone’s feet enter a zone to the moment they leave it"),
      entry("Visitors", "different people among the visits to a zone"),
      entry("Time in all", "the time of all visitors in a zone added up"),
      entry(
        "At once",
        "how many people were in a zone at the same time: on average over the recording, and at most"),
      entry(
        "No footage",
        "a stretch that was not filmed or could not be read; it counts as unknown, not as zero"),
    ].joined()
  }
}
