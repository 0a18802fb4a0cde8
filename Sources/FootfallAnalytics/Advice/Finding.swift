/// One thing that is right or wrong with a line or zone.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing is wrong.
    case ok
    /// Counts may be off.
    case warning
    /// Counts will be wrong.
    case error

    /// Orders from good to bad.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int { self == .ok ? 0 : self == .warning ? 1 : 2 }
  }

  /// What it is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nothing is wrong.
    case good
    /// Too few people were seen to say how they walk here.
    case notEnoughPeople
    /// Nobody of many came near the line or into the zone.
    case outsideWalkedArea
    /// The picture ends before a crossing of the line can settle.
    case tooNearEdge
    /// People near the line stay on one side of it.
    case oneSided
    /// People are on both sides of the line and nobody crosses.
    case neverCrossed
    /// Paths meet the line at a flat angle.
    case flatAngle
    /// People walk along the line.
    case alongside
    /// Feet are cut off by the border of the picture.
    case feetCutOff
    /// People are often hidden.
    case oftenHidden
    /// Tracks begin and end here.
    case tracksEnd
    /// Paths go round the ends of the line.
    case tooShort
    /// People stay on the line.
    case lingering
    /// The zone is small against the people in it.
    case tooSmall
    /// Nothing of the zone is in the picture.
    case outsidePicture
  }

  /// What it is about.
  public var kind: Kind
  /// How bad it is.
  public var severity: Severity
  /// What it rests on, by name; units are part of the names, shares are of 1.
  public var numbers: [String: Double]
  /// One plain sentence.
  public var sentence: String
  /// What to do; empty where nothing is to be done.
  public var action: String

  init(
    _ kind: Kind, _ severity: Severity, _ numbers: [String: Double], _ sentence: String, action: String = ""
  ) {
    self.kind = kind
    self.severity = severity
    self.numbers = numbers
    self.sentence = sentence
    self.action = action
  }
}

extension Finding.Severity {
  /// What a number of cases is worth: nil where it is less than two, or a smaller share than the warning limit; no
  /// error where it is less than five.
  init?(_ count: Int, of all: Int, limit: AdviceParameters.Limit) {
    guard count >= 2, all > 0 else { return nil }
    self.init(share: Double(count) / Double(all), limit: limit)
    if count < 5 { self = .warning }
  }

  /// What a share is worth: nil below the warning limit.
  init?(share: Double, limit: AdviceParameters.Limit) {
    guard share >= limit.warning else { return nil }
    self = share >= limit.error ? .error : .warning
  }
}

extension Int {
  /// `1 person`, `2 people`.
  var people: String { self == 1 ? "1 person" : "\(self) people" }

  /// `1 crossing`, `2 crossings`.
  var crossings: String { self == 1 ? "1 crossing" : "\(self) crossings" }
}

extension Double {
  /// A share as a whole percentage.
  var percent: String { "\(Int((self * 100).rounded())) %" }

  /// With one digit after the point, the same in every locale.
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
