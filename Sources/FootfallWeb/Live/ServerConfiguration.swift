/// How a ``LiveServer`` serves.
public struct ServerConfiguration: Sendable {
  /// Where it listens.
  public var address: ListenAddress
  /// Where that is said, with file and line, for errors; nil where it needs no saying.
  public var addressPlace: String?
  /// What it proves its name with; nil to serve without TLS.
  public var certificate: CertificateFiles?
  /// The folder of the access log; it exists.
  public var stateFolder: String
  /// The folder of Chart.js with `chart.min.js` in it; where it is missing, pages say so in place of charts.
  public var chartFolder: String
  /// Tells the time in milliseconds since 1970 UTC.
  public var now: @Sendable () -> Int64

  /// Where Debian's `libjs-chart.js` puts it.
  public static let debianChartFolder = "/usr/share/javascript/chart.js"

  /// Creates a configuration.
  public init(
    address: ListenAddress, addressPlace: String? = nil, certificate: CertificateFiles? = nil,
    stateFolder: String,
    chartFolder: String = Self.debianChartFolder,
    now: @escaping @Sendable () -> Int64 = SystemTime.milliseconds
  ) {
    self.address = address
    self.addressPlace = addressPlace
    self.certificate = certificate
    self.stateFolder = stateFolder
    self.chartFolder = chartFolder
    self.now = now
  }
}
