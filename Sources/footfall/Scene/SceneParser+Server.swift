internal import FootfallStore
internal import FootfallWeb

/// How `footfall serve` is reached, as a store's file says it; the command line comes before it.
struct ServerSettings: Hashable, Sendable {
  var listen: Located<ListenAddress>?
  /// With paths resolved against the folder of the file.
  var certificate: CertificateFiles?
}

extension SceneParser {
  func server(_ value: YAMLValue) throws(SceneError) -> ServerSettings {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.server)
    var settings = ServerSettings()
    if let listen = mapping["listen"] {
      guard let address = ListenAddress(try listen.text().value, allowsOtherMachines: true) else {
        throw listen.error(
          "listen is \(listen.printed); allowed: a name or an address with a port, as in 127.0.0.1:8080")
      }
      settings.listen = Located(value: address, position: try listen.text().position)
    }
    let certificate = try mapping["certificate"].map(fileName)
    let key = try mapping["key"].map(fileName)
    if let certificate, let key {
      settings.certificate = CertificateFiles(
        certificate: certificate.value, key: key.value, place: "\(path):\(certificate.position)")
    } else if certificate != nil || key != nil {
      throw value.error("server has only one of certificate and key; expected both or neither")
    }
    return settings
  }

  /// What is kept for how long; what is not said is as by default.
  func retention(_ value: YAMLValue) throws(SceneError) -> Retention {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.retention)
    var retention = Retention()
    if let events = mapping["events"] { retention.eventDays = try days(events) }
    if let tracks = mapping["tracks"] { retention.trackDays = try days(tracks) }
    if let rollups = mapping["rollups"] { retention.rollupDays = try days(rollups) }
    return retention
  }

  /// `30d`, `5y` or `forever`, which is nil.
  private func days(_ value: YAMLValue) throws(SceneError) -> Int? {
    let text = try value.text().value
    if text == "forever" { return nil }
    let lengths: [Character: Int] = ["d": 1, "y": 365]
    guard let length = text.last.flatMap({ lengths[$0] }), let count = Int(text.dropLast()), count >= 1,
      count <= Retention.mostDays / length
    else {
      throw value.error(
        "\(value.label) is \(value.printed); allowed: a whole number of days or years up to 100y, as in 400d or 5y, "
          + "or forever")
    }
    return count * length
  }
}
