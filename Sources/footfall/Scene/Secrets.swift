import Foundation

/// What stands for `${NAME}` in a scene file: a variable of the environment, or else an entry of the file of secrets.
///
/// No error says a value.
struct Secrets {
  private let path: String
  private let environment: [String: String]
  private let entries: [String: String]

  /// Reads the file of secrets of a scene, where it names one.
  /// - Throws: ``SceneError`` where it can't be read, or by others than its owner, or is no list of names and values.
  init(
    of scene: SceneFile, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(SceneError) {
    path = scene.path
    self.environment = environment
    entries = try scene.secrets.map { file throws(SceneError) in try Self.entries(of: file.value) } ?? [:]
  }

  /// An error at a place of the scene file.
  func error(at text: Located<String>, _ message: String) -> SceneError {
    SceneError(path: path, at: text.position, message)
  }

  /// The text with the secrets in the places of their names.
  ///
  /// In an address they are percent-encoded, so that a password may hold any letter; a text that is nothing but a name
  /// is taken over as it is.
  /// - Throws: ``SceneError`` with the name that is not set.
  func resolve(_ text: Located<String>) throws(SceneError) -> String {
    let isAddress = SceneSource.isAddress(text.value)
    var result = ""
    var rest = text.value[...]
    while let start = rest.firstRange(of: "${") {
      guard let end = rest[start.upperBound...].firstIndex(of: "}"),
        Self.isName(rest[start.upperBound..<end])
      else { throw error(at: text, "a secret has no name; expected ${NAME} of letters, digits and _") }
      let name = String(rest[start.upperBound..<end])
      guard let value = environment[name] ?? entries[name] else {
        throw error(
          at: text, "the secret \(name) is not set; set it in the environment or in the file of 'secrets'")
      }
      result += rest[..<start.lowerBound]
      result += isAddress ? Self.encoded(value) : value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_")
    }
  }

  /// The unreserved letters of RFC 3986, section 2.3, stay.
  private static func encoded(_ value: String) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return value.addingPercentEncoding(withAllowedCharacters: plain) ?? value
  }

  private static func entries(of file: String) throws(SceneError) -> [String: String] {
    let root = try YAMLDocument.root(ofFile: file, kind: "file of secrets")
    try checkMode(of: file)
    guard root.isMapping else { throw root.error("the file of secrets holds no NAME: value") }
    let mapping = try root.mapping()
    var entries: [String: String] = [:]
    for name in mapping.names {
      guard isName(name.value[...]) else {
        throw SceneError(
          path: file, at: name.position, "a name of a secret is wrong; allowed: letters, digits and _")
      }
      entries[name.value] = try mapping.required(name.value, "a value").text().value
    }
    return entries
  }

  private static func checkMode(of file: String) throws(SceneError) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 == 0 else {
      throw SceneError(
        .noInput, path: file, "others than its owner may read the file of secrets; allowed: chmod 600")
    }
  }
}

extension SceneFile {
  /// Where a camera's pictures come from, with its secrets; nil where the file does not say.
  /// - Throws: ``SceneError`` where a secret is not set.
  func source(of camera: Camera) throws(SceneError) -> String? {
    guard let source = camera.source else { return nil }
    guard source.contains("${") else { return source }
    return try Secrets(of: self).resolve(
      Located(value: source, position: camera.sourcePosition ?? camera.id.position))
  }
}
