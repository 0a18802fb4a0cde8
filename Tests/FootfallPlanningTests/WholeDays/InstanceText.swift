import FootfallPlanning

/// A small instance, to be changed a line at a time.
enum InstanceText {
  static let small = """
    # A comment.
    SECTION_HORIZON
    7

    SECTION_SHIFTS
    E,480,
    L,480,E
    SECTION_STAFF
    A,E=7|L=7,2400,960,3,2,2,1
    B,E=7|L=0,2400,480,4,1,1,1
    SECTION_DAYS_OFF
    A,0
    SECTION_SHIFT_ON_REQUESTS
    A,1,L,2
    SECTION_SHIFT_OFF_REQUESTS
    B,3,E,3
    SECTION_COVER
    0,E,1,100,1
    1,L,1,100,1
    2,E,2,100,1
    """

  static func instance(_ text: String = small) throws -> WholeDayInstance {
    try WholeDayInstance(reading: Array(text.utf8))
  }

  /// With one text in the place of another.
  static func changed(_ old: String, to new: String) throws -> WholeDayInstance {
    try instance(small.replacing(old, with: new))
  }
}
