internal import Yams

/// Turns the text of a configuration file into nodes, with bounds on what a hostile file can cost.
enum YAMLDocument {
  /// A scene of a hundred cameras takes some 100 kB; more than this is a wrong file.
  static let largestFileBytes = 1 << 20

  /// The root of the only document in `text`.
  ///
  /// Nesting is bounded by libyaml (1000 levels), which is shallow enough to walk and to free recursively.
  /// - Throws: ``SceneError`` for broken syntax, a second document, an alias, an empty file or a file too large.
  static func root(of text: String, path: String) throws(SceneError) -> YAMLValue {
    guard text.utf8.count <= largestFileBytes else { throw tooLarge(path: path) }
    if let position = firstAlias(in: text) {
      throw SceneError(
        path: path, at: position, "an alias of YAML (*name) is not supported; write the value out instead")
    }
    // Yams keeps the address of the string's bytes; the bytes of a string shorter than 16 move.
    let stable = text.utf8.count < 16 ? text + String(repeating: "\n", count: 16) : text
    let node: Node?
    do {
      // The basic resolver leaves every scalar text: the types are ours, and no pattern runs per scalar. The encoding
      // is given because the default prints to standard output when an environment variable is set.
      node = try Parser(yaml: stable, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw syntaxError(error, text: text, path: path)
    }
    guard let node else {
      throw SceneError(path: path, at: .start, "the file is empty; expected a mapping with the key 'version'")
    }
    return YAMLValue(node: node, path: path, label: "the file")
  }

  static func tooLarge(path: String) -> SceneError {
    SceneError(path: path, "the file is larger than \(largestFileBytes) bytes, the most allowed")
  }

  /// The place of the first alias whose anchor also stands in the text, in comments and quotes too.
  ///
  /// Aliases let a small file stand for a huge or a bottomless tree, and Yams compares and frees such trees before we
  /// see them. An alias needs its anchor, so a text without such a pair has none, whatever the syntax around it.
  private static func firstAlias(in text: String) -> SourcePosition? {
    let anchors = Set(references(in: text, after: "&").map(\.value))
    return anchors.isEmpty
      ? nil : references(in: text, after: "*").first { anchors.contains($0.value) }?.position
  }

  /// Every run of letters that may name an anchor, after `mark`.
  private static func references(in text: String, after mark: Unicode.Scalar) -> [Located<String>] {
    var found: [Located<String>] = []
    var position = SourcePosition.start
    var open: Located<String>?
    for scalar in text.unicodeScalars {
      if var current = open {
        if isAnchorLetter(scalar) {
          current.value.unicodeScalars.append(scalar)
          open = current
        } else {
          if !current.value.isEmpty { found.append(current) }
          open = nil
        }
      }
      if scalar == mark { open = Located(value: "", position: position) }
      position.advance(over: scalar)
    }
    if let open, !open.value.isEmpty { found.append(open) }
    return found
  }

  private static func isAnchorLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || scalar == "-" || scalar == "_"
  }

  private static func syntaxError(_ error: any Error, text: String, path: String) -> SceneError {
    switch error as? YamlError {
    case .composer(_, let problem, let mark, _):
      let what = problem.hasSuffix("another document") ? "holds a second document; expected one" : problem
      return SceneError(path: path, at: SourcePosition(mark), "not valid YAML: \(what)")
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      let isTooDeep = problem.hasPrefix("Maximum nesting level")
      let what = isTooDeep ? "nested more than 1000 levels deep" : problem
      let since = context.map { " (\($0.text) from line \($0.mark.line))" } ?? ""
      return SceneError(
        path: path, at: SourcePosition(mark), "not valid YAML: \(what)\(isTooDeep ? "" : since)")
    case .reader(let problem, let offset, _, _):
      let position = offset.map { SourcePosition(afterCharacters: $0, of: text) }
      return SceneError(path: path, at: position, "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first.map { YAMLValue.quoted($0) } ?? "?"
      return SceneError(
        path: path, at: SourcePosition(context.mark), "key \(key) is given more than once in this mapping")
    default:
      return SceneError(path: path, "not valid YAML")
    }
  }
}

extension SourcePosition {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }

  init(afterCharacters count: Int, of text: String) {
    self = .start
    for character in text.prefix(count) {
      for scalar in character.unicodeScalars { advance(over: scalar) }
    }
  }

  /// Moves past one scalar; a carriage return belongs to the line it ends.
  mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}
