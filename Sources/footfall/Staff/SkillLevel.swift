/// A skill, and how far somebody is with it or has to be.
///
/// Rules and plans know names of skills alone: whoever has a level has the names of all lower ones that roles take.
struct SkillLevel: Hashable, Sendable {
  static let allowed = 1...9

  var skill: String
  var level: Int

  init(skill: String, level: Int) {
    self.skill = skill
    self.level = level
  }

  /// What ``name`` tells.
  init(named name: String) {
    let parts = name.split(separator: ":")
    self.init(skill: String(parts[0]), level: parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
  }

  /// `till`, or `till:3` for level 3.
  var name: String { level == 1 ? skill : "\(skill):\(level)" }

  /// Whether it is enough for what a role takes.
  func reaches(_ other: SkillLevel) -> Bool { skill == other.skill && level >= other.level }
}
