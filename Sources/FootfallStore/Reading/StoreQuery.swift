/// Which rows of the database are wanted.
public struct StoreQuery: Hashable, Sendable {
  /// The id of the store.
  public var store: String
  /// The id of one camera, or nil for all.
  public var camera: String?
  /// The time wanted, in milliseconds since 1970 UTC; nil for all there is.
  public var milliseconds: Range<Int64>?

  /// Creates a query.
  public init(store: String, camera: String? = nil, milliseconds: Range<Int64>? = nil) {
    self.store = store
    self.camera = camera
    self.milliseconds = milliseconds
  }
}
