public import FootfallAnalytics
public import FootfallCore

/// What `footfall advise --json` prints, schema `footfall.advice/1`.
///
/// Positions are pixels of the source's full resolution. A value that is not known is `null`, and no key is ever left
/// out.
public struct AdviceDocument: Encodable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.advice/1"

  /// ``schemaName``.
  public let schema = AdviceDocument.schemaName
  /// What wrote the document.
  public let generator: ReportDocument.Generator
  /// The cameras, in the order in which they were named.
  public let cameras: [Camera]

  /// Writes down what was found out.
  public init(cameras: [Camera], generatorVersion: String) {
    generator = ReportDocument.Generator(name: "footfall", version: generatorVersion)
    self.cameras = cameras
  }

  /// One camera.
  public struct Camera: Encodable, Sendable {
    let id: String
    let source: String
    let width: Int
    let height: Int
    let seconds: Double
    let people: Int
    let lines: [Line]
    let zones: [Zone]
    @Nullable var newLine: Proposal?

    /// Writes down one camera's advice.
    /// - Parameters:
    ///   - source: what was looked at, without passwords.
    ///   - yaml: a line as the camera's scene file holds it.
    public init(_ advice: CameraAdvice, source: String, yaml: (CountingLine) -> String) {
      id = advice.camera
      self.source = source
      width = advice.size.width
      height = advice.size.height
      seconds = Fixed.rounded(advice.seconds, decimals: 3)
      people = advice.people
      lines = advice.lines.map { Line($0, yaml: yaml) }
      zones = advice.zones.map { Zone($0) }
      newLine = advice.newLine.map { Proposal($0, yaml: yaml($0.line)) }
    }
  }

  /// One line.
  struct Line: Encodable, Sendable {
    let id: String
    @Nullable var verdict: String?
    let findings: [Finding]
    let measure: LineNumbers
    @Nullable var proposal: Proposal?

    init(_ line: CameraAdvice.Line, yaml: (CountingLine) -> String) {
      id = line.line.id
      verdict = line.findings.verdict?.rawValue
      findings = line.findings.map { Finding($0) }
      measure = LineNumbers(line.measure)
      proposal = line.proposal.map { Proposal($0, yaml: yaml($0.line)) }
    }
  }

  /// One zone.
  struct Zone: Encodable, Sendable {
    let id: String
    @Nullable var verdict: String?
    let findings: [Finding]
    let measure: ZoneNumbers

    init(_ zone: CameraAdvice.Zone) {
      id = zone.zone.id
      verdict = zone.findings.verdict?.rawValue
      findings = zone.findings.map { Finding($0) }
      measure = ZoneNumbers(zone.measure)
    }
  }

  /// One thing that is right or wrong.
  struct Finding: Codable, Hashable, Sendable {
    let kind: String
    let severity: String
    let numbers: [String: Double]
    let sentence: String
    let action: String

    init(_ finding: FootfallAnalytics.Finding) {
      kind = finding.kind.rawValue
      severity = finding.severity.rawValue
      numbers = finding.numbers.mapValues { Fixed.rounded($0, decimals: 4) }
      sentence = finding.sentence
      action = finding.action
    }
  }

  /// A better line.
  struct Proposal: Codable, Hashable, Sendable {
    let from: [Double]
    let to: [Double]
    let yaml: String
    @Nullable var before: LineNumbers?
    let after: LineNumbers

    init(_ proposal: LineProposal, yaml: String) {
      let segment = proposal.line.segment
      from = [segment.from.x, segment.from.y]
      to = [segment.to.x, segment.to.y]
      self.yaml = yaml
      before = proposal.before.map { LineNumbers($0) }
      after = LineNumbers(proposal.after)
    }
  }
}
