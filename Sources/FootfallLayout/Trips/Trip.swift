/// The way of one visitor, who is no member of the staff, through what one view shows of the store.
///
/// A view is one camera, or the floor plan: nobody is recognised from one view to another, so that a visitor whom two
/// cameras see makes two trips.
public struct Trip: Hashable, Sendable {
  /// The number of the view, from 0.
  public var view: Int
  /// The day on the store's clock, in days since 1970-01-01.
  public var day: Int
  /// Where the visitor stayed, ordered by entry; empty for somebody who went past every zone.
  public var stays: [Stay]
  /// Whether all of the way was seen: ways are measured by such trips alone.
  public var isWhole: Bool
  /// How the visitor walked; nil where positions on the floor are not known.
  public var walk: TripWalk?

  /// Creates a trip.
  public init(view: Int = 0, day: Int, stays: [Stay], isWhole: Bool = true, walk: TripWalk? = nil) {
    self.view = view
    self.day = day
    self.stays = stays
    self.isWhole = isWhole
    self.walk = walk
  }

  /// The zones in the order in which they were visited; a zone left and entered again is no move.
  public var sequence: [Int] {
    var zones: [Int] = []
    for stay in stays where zones.last != stay.zone { zones.append(stay.zone) }
    return zones
  }
}
