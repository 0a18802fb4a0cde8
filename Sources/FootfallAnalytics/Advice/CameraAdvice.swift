public import FootfallCore

/// What is wrong with the lines and zones of one camera, by the people seen, and better lines.
///
/// ```swift
/// var collector = PathCollector(size: size)
/// // collector.observe(tracks, in: stamp), frame by frame
/// let advice = CameraAdvice(scene: scene, paths: collector.finish())
/// ```
public struct CameraAdvice: Sendable {
  /// A line with what is to be said about it.
  public struct Line: Sendable {
    /// The line as drawn.
    public var line: CountingLine
    /// How people walk at it.
    public var measure: LineMeasure
    /// The worst first; empty where nobody was seen in the whole picture.
    public var findings: [Finding]
    /// A better one; nil where nothing is wrong or none was found.
    public var proposal: LineProposal?
  }

  /// A zone with what is to be said about it.
  public struct Zone: Sendable {
    /// The zone as drawn.
    public var zone: FootfallCore.Zone
    /// How people stand and walk in it.
    public var measure: ZoneMeasure
    /// The worst first; empty where nobody was seen in the whole picture.
    public var findings: [Finding]
  }

  /// The id of the camera.
  public var camera: String
  /// The camera's full resolution.
  public var size: PixelSize
  /// Seconds of footage.
  public var seconds: Double
  /// Confirmed people (tracks); where there is none, nothing is said.
  public var people: Int
  /// In the order of the scene.
  public var lines: [Line]
  /// In the order of the scene.
  public var zones: [Zone]
  /// A line for a camera that has none; nil where there is one or none was found.
  public var newLine: LineProposal?

  /// Judges the lines and zones of `scene`.
  /// - Complexity: some hundred lines are tried for each that something is wrong with, on every place of every path.
  public init(scene: CameraScene, paths: WalkedPaths) {
    camera = scene.id
    size = paths.size
    seconds = paths.seconds
    people = paths.people
    let proposer = LineProposer(paths)
    let drawn = scene.extendedBeyondBorder(of: paths.size).lines
    lines = scene.lines.map { line in
      let survey = LineSurvey(line, paths, among: drawn)
      let findings = LineJudge(survey.measure, paths).findings
      let isWrong = findings.contains { $0.severity > .ok }
      return Line(
        line: line, measure: survey.measure, findings: findings,
        proposal: isWrong ? proposer.proposal(for: line, surveyed: survey) : nil)
    }
    zones = scene.zones.map { zone in
      let measure = ZoneMeasure(zone, paths)
      return Zone(zone: zone, measure: measure, findings: ZoneJudge(measure, paths).findings)
    }
    newLine = scene.lines.isEmpty ? proposer.proposalForCameraWithoutLine(id: "line-1") : nil
  }
}

extension [Finding] {
  /// The worst that was found; nil where nothing was said.
  public var verdict: Finding.Severity? { map(\.severity).max() }
}
