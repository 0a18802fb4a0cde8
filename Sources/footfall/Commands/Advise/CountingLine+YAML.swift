import FootfallCore

extension CountingLine {
  /// The line as an element of `lines` in a scene file.
  /// - Parameters:
  ///   - units: what the file counts in.
  ///   - size: the camera's full resolution.
  func yaml(in units: SceneFile.Units, of size: PixelSize) -> String {
    var entries = [
      "id: \(quotedID)", "from: \(written(segment.from, units, size))",
      "to: \(written(segment.to, units, size))",
    ]
    if kind != .internal { entries.append("kind: \(kind.rawValue)") }
    if isSwapped { entries.append("swap: true") }
    return "- {\(entries.joined(separator: ", "))}"
  }

  /// Words that YAML 1.1 takes for something else than text, and numbers, are quoted.
  private var quotedID: String {
    let isWord = id.first.map(\.isLetter) ?? false
    let isReserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(id.lowercased())
    return isWord && !isReserved ? id : "\"\(id)\""
  }

  private func written(_ point: Point, _ units: SceneFile.Units, _ size: PixelSize) -> String {
    guard units == .normalized else { return point.written }
    func share(_ position: Double, of length: Int) -> Double {
      (position / Double(length) * 10_000).rounded() / 10_000
    }
    return Point(share(point.x, of: size.width), share(point.y, of: size.height)).written
  }
}
