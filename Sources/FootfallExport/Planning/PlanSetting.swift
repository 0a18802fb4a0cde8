public import FootfallPlanning

/// What a written plan tells beside the plan itself.
public struct PlanSetting: Sendable {
  /// One interval of the forecast behind the requirements.
  public struct Volume: Hashable, Sendable {
    /// Since 1970-01-01T00:00Z.
    public var milliseconds: Range<Int64>
    /// What is counted: `entries`.
    public var driver: String
    /// How many are expected.
    public var value: Double
    /// Between `low` and `high` the number lies with the probability `level`; nil where that is not known.
    public var low, high, level: Double?

    /// Creates an interval.
    public init(
      milliseconds: Range<Int64>, driver: String, value: Double, low: Double? = nil, high: Double? = nil,
      level: Double? = nil
    ) {
      self.milliseconds = milliseconds
      self.driver = driver
      self.value = value
      self.low = low
      self.high = high
      self.level = level
    }
  }

  /// The id of the store.
  public var store: String
  /// ISO 4217; nil where no costs are known.
  public var currency: String?
  /// The version of the program.
  public var generatorVersion: String
  /// When the plan was made, since 1970-01-01T00:00Z; nil where the bytes must not depend on the clock.
  public var generatedAtMilliseconds: Int64?
  /// What the demand was made from, with how each number came about; nil where only the heads are known.
  public var requirements: RequirementTable?
  /// The forecast behind the requirements, where it is known.
  public var volume: [Volume] = []

  /// Creates a setting.
  public init(store: String, currency: String? = nil, generatorVersion: String) {
    self.store = store
    self.currency = currency
    self.generatorVersion = generatorVersion
  }
}
