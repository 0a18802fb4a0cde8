internal import FootfallAnalytics
internal import FootfallCore

/// All that the page tells about one camera.
struct CameraSection {
  let recording: CameraRecording
  /// The intervals as `report.json` has them.
  let series: [ReportDocument.Interval]
  let heatmapImage: [UInt8]?
  let floorImage: [UInt8]?
  let isOnlyCamera: Bool
  let slots: [ChartSlot]

  init(
    _ recording: CameraRecording, series: [ReportDocument.Interval], heatmapImage: [UInt8]?,
    floorImage: [UInt8]?, isOnlyCamera: Bool
  ) {
    self.recording = recording
    self.series = series
    self.heatmapImage = heatmapImage
    self.floorImage = floorImage
    self.isOnlyCamera = isOnlyCamera
    slots = ChartSlot.slots(
      for: recording.chartIntervals ?? recording.result.intervals, clock: recording.info.clock)
  }

  var result: CameraResult { recording.result }
  var info: RecordingInfo { recording.info }
  var axis: TimeAxis { TimeAxis(slots: slots, clock: info.clock) }

  /// The camera's place in the page's address; ids may hold anything.
  var anchor: String {
    "camera-" + String(info.camera.unicodeScalars.map { $0.properties.isAlphabetic ? Character($0) : "-" })
      + String(info.camera.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) })
  }

  var markup: Markup {
    """
    <section class="camera" id="\(anchor)" aria-labelledby="\(anchor)-title">
    <h2 id="\(anchor)-title">\(isOnlyCamera ? "At a glance" : "Camera \(info.camera)")</h2>
    \(info.coverage > 0 ? results : nothing)
    </section>

    """
  }

  private var nothing: Markup {
    """
    <p class="lead">Nothing could be seen: the pictures are of one shade throughout, as of a camera that is covered or in \
    the dark. How many people were there is not known.</p>
    """
  }

  private var results: Markup {
    """
    \(HeadlineSection(camera: self).markup)
    \(SeriesSection(camera: self).markup)
    <div class="pair">
    \(heatmapCard)
    \(FlowSection(camera: self).markup)
    </div>\(FloorSection(camera: self, image: floorImage).markup)
    \(LinesSection(camera: self).markup)
    \(CertaintySection(camera: self, series: series).markup)
    \(ZonesSection(camera: self).markup)
    \(StaysSection(camera: self).markup)
    \(QueuesSection(camera: self).markup)
    \(EventsSection(camera: self).markup)
    """
  }

  /// The date and the times of the recording.
  var period: String {
    let start = info.clock.local(at: .zero)
    let end = info.clock.local(at: info.end)
    let isShort = info.end.seconds < 600
    func time(_ moment: CivilTime) -> String { isShort ? moment.secondText : moment.minuteText }
    if start.days == end.days { return "\(start.dateText), \(time(start)) to \(time(end))" }
    return "\(start.dateText), \(time(start)) to \(end.dateText), \(time(end))"
  }

  /// What limits the numbers, told before them.
  var notes: Markup {
    var notes: [Markup] = []
    if info.coverage < 0.995 {
      notes.append(
        """
        <p class="note"><b>\(Wording.percent(info.coverage)) of the recording could be used.</b> \
        The rest is shown as a gap, not as zero.</p>
        """)
    }
    if info.clock.startMilliseconds == 0 {
      notes.append(
        """
        <p class="note"><b>The time of the recording is not known.</b> \
        Times and dates on this page count from 1 January 1970.</p>
        """)
    }
    return notes.joined()
  }

  private var heatmapCard: Markup {
    guard let heatmapImage else { return "" }
    let total = result.heatmap.personSeconds.reduce(0, +)
    let busiest = result.zones.filter { $0.personSeconds > 0 }.max { $0.personSeconds < $1.personSeconds }
    let zone = busiest.map { " Of all zones, most time was spent in \($0.zone.id)." } ?? ""
    return """
      <article class="card heat"><h3>Where people spent their time</h3>
      <img src="\(EmbeddedPicture.address(png: heatmapImage))" width="\(info.size.width)" height="\(info.size.height)" \
      alt="Heat map over the picture of camera \(info.camera).\(zone)">
      <p class="sub">The warmer the colour, the more time people stood there: \(Wording.duration(seconds: total)) of \
      time in all, added over everybody. The background is a picture without people.</p></article>
      """
  }
}
