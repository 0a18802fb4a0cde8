public import FootfallAnalytics
public import FootfallCore
internal import Foundation

/// What `footfall staff learn` writes, schema `footfall.staff-uniforms/1`: colours, and no picture.
public struct StaffUniformDocument: Codable, Hashable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.staff-uniforms/1"

  var schema = StaffUniformDocument.schemaName
  var generator: ReportDocument.Generator
  var uniforms: [Uniform]

  /// The uniform as one camera sees it.
  struct Uniform: Codable, Hashable, Sendable {
    var camera: String
    /// Shares of ``Appearance/colours`` colours, in 255ths.
    var upper: [Int]
    var lower: [Int]
    var leastSimilarity: Double
    var learnedFrom: Basis
  }

  /// Whom it was learned from.
  struct Basis: Codable, Hashable, Sendable {
    var staff: Int
    var others: Int
    var othersAlike: Int
  }

  /// Writes down what was learned at each camera.
  public init(_ learned: [(camera: String, examples: StaffExamples)], generatorVersion: String) {
    generator = ReportDocument.Generator(name: "footfall", version: generatorVersion)
    uniforms = learned.map { camera, examples in
      let shares = (0..<32).map { Int(examples.uniform.appearance.shares[$0]) }
      return Uniform(
        camera: camera, upper: Array(shares[..<Appearance.colours]),
        lower: Array(shares[Appearance.colours...]),
        leastSimilarity: Fixed.rounded(examples.uniform.leastSimilarity, decimals: 4),
        learnedFrom: Basis(
          staff: examples.staff, others: examples.others, othersAlike: examples.othersAlike))
    }
  }

  /// Reads the JSON text of a document.
  /// - Throws: where it is no JSON, a member is missing or of another type, or what it says cannot be.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(StaffUniformDocument.self, from: bytes, schema: Self.schemaName)
    guard schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(schema)'; allowed: \(Self.schemaName)")
    }
    for (index, uniform) in uniforms.enumerated() {
      if uniforms[..<index].contains(where: { $0.camera == uniform.camera }) {
        throw DocumentError(
          "/uniforms/\(index)/camera", "is '\(uniform.camera)' again; allowed: each camera once")
      }
      try uniform.check(at: "/uniforms/\(index)")
    }
  }

  /// The uniforms by camera.
  public var byCamera: [String: StaffUniform] {
    Dictionary(uniqueKeysWithValues: uniforms.map { ($0.camera, $0.uniform) })
  }

  /// The document as JSON in UTF-8, keys sorted.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}

extension StaffUniformDocument.Uniform {
  fileprivate func check(at pointer: String) throws(DocumentError) {
    for (name, shares) in [("upper", upper), ("lower", lower)] {
      guard shares.count == Appearance.colours, shares.allSatisfy((0...255).contains) else {
        throw DocumentError(
          "\(pointer)/\(name)",
          "has \(shares.count) shares from \(shares.min() ?? 0) to \(shares.max() ?? 0); "
            + "allowed: \(Appearance.colours) from 0 to 255")
      }
    }
    guard leastSimilarity > 0, leastSimilarity <= 1 else {
      throw DocumentError(
        "\(pointer)/leastSimilarity", "is \(leastSimilarity); allowed: more than 0, up to 1")
    }
  }

  fileprivate var uniform: StaffUniform {
    var shares = SIMD32<UInt8>(repeating: 0)
    for (index, share) in (upper + lower).enumerated() { shares[index] = UInt8(share) }
    return StaffUniform(appearance: Appearance(shares: shares), leastSimilarity: leastSimilarity)
  }
}
