import ArgumentParser
import FootfallMembers

extension MemberID {
  /// Reads a pseudonym from the command line; used as the `transform` of an argument.
  static func parsed(_ text: String) throws -> MemberID {
    guard let member = MemberID(text) else {
      throw ValidationError("allowed: the 16 hexadecimal digits that enroll printed")
    }
    return member
  }
}
