import FootfallAnalytics
import FootfallCore

/// The advice for one camera as text for people.
struct AdviceText {
  private let camera: AdvisedCamera
  private var advice: CameraAdvice { camera.advice }

  init(_ camera: AdvisedCamera) { self.camera = camera }

  /// Lines that end in a line feed.
  var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    let footage = "\(advice.seconds.fixed(1)) s of \(advice.size.width)x\(advice.size.height)"
    guard advice.people > 0 else {
      return ["\(advice.camera): nobody was seen in \(footage); lines and zones cannot be judged"]
    }
    var lines = [
      "\(advice.camera): \(advice.people) \(advice.people == 1 ? "person" : "people") in \(footage)"
    ]
    for line in advice.lines {
      lines += block("line \(line.line.id)", line.findings)
      if let proposal = line.proposal {
        lines += block(proposal)
      } else if line.findings.contains(where: { $0.severity > .ok && $0.kind != .notEnoughPeople }) {
        lines.append("      no better line was found near it")
      }
    }
    for zone in advice.zones { lines += block("zone \(zone.zone.id)", zone.findings) }
    if let proposal = advice.newLine {
      lines.append("  there is no line yet")
      lines += block(proposal)
    } else if advice.lines.isEmpty {
      lines.append("  there is no line yet, and too few people were seen to propose one")
    }
    return lines
  }

  private func block(_ name: String, _ findings: [Finding]) -> [String] {
    ["  \(name): \(findings.verdict?.rawValue ?? "-")"]
      + findings.flatMap { finding in
        ["    \(finding.kind.rawValue), \(finding.severity.rawValue): \(finding.sentence)"]
          + (finding.action.isEmpty ? [] : ["      \(finding.action)"])
      }
  }

  private func block(_ proposal: LineProposal) -> [String] {
    let after =
      "\(proposal.after.clean) of \(proposal.after.crossings) crossings clean\(angle(proposal.after))"
    let change =
      proposal.before.map { "\(after); as drawn \($0.clean) of \($0.crossings)\(angle($0))" } ?? after
    return ["    better: \(change)", "      \(camera.yaml(proposal.line))"]
  }

  private func angle(_ measure: LineMeasure) -> String {
    measure.medianAngle.map { " at \($0.fixed(0)) degrees" } ?? ""
  }
}
