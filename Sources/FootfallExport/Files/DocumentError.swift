internal import Foundation

/// Why a JSON document can't be used: where in it, and what is wrong there.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A JSON pointer (RFC 6901), empty for the document as a whole.
  public let pointer: String
  /// What is wrong, the value and what is allowed.
  public let message: String

  /// A fault: "/requirements/3/required", "is -1; allowed: 0 or more".
  public init(_ pointer: String, _ message: String) {
    self.pointer = pointer
    self.message = message
  }

  /// What a decoder found.
  /// - Parameters:
  ///   - bytes: what it was given.
  ///   - schema: the name of the form that was expected.
  ///   - hasNumbers: whether the numbers of a document are such as it needs.
  private init(
    _ error: DecodingError, in bytes: [UInt8], schema: String, hasNumbers: @escaping (Data) -> Bool
  ) {
    let content = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    if let stated = (content as? [String: Any])?["schema"] as? String, stated != schema {
      (self.pointer, message) = ("/schema", "is '\(stated.prefix(40))'; allowed: \(schema)")
      return
    }
    func pointer(_ path: [any CodingKey]) -> String {
      path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
    (self.pointer, message) =
      switch error {
      case .keyNotFound(let key, let context): (pointer(context.codingPath + [key]), "is missing")
      case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
        (
          pointer(context.codingPath),
          "is \(DocumentError.text(of: content, at: context.codingPath)); allowed: \(DocumentError.name(of: type))"
        )
      case .dataCorrupted:
        content.map { FractionSearch($0, isDecodable: hasNumbers) }?.first().map {
          ($0.pointer, "is \($0.value); allowed: a whole number")
        } ?? ("", "is not JSON; allowed: \(schema)")
      @unknown default: ("", "can't be read")
      }
  }

  /// `POINTER message`, in one line.
  public var description: String { (pointer.isEmpty ? "the content" : pointer) + " " + message }

  /// Decodes a document.
  /// - Throws: where it is no JSON, or has other members than `Document` needs.
  public static func decode<Document: Decodable>(
    _ type: Document.Type, from bytes: [UInt8], schema: String
  ) throws(DocumentError) -> Document {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw DocumentError(error, in: bytes, schema: schema) { data in
        do {
          _ = try JSONDecoder().decode(type, from: data)
        } catch DecodingError.dataCorrupted {
          return false
        } catch {}
        return true
      }
    } catch {
      throw DocumentError("", "is not JSON; allowed: \(schema)")
    }
  }

  private static func name(of type: Any.Type) -> String {
    if type == String.self { return "a text" }
    if type == Int.self { return "a whole number" }
    if type == Double.self { return "a number" }
    if type == Bool.self { return "true, false" }
    return type == [Any].self ? "a list" : "an object"
  }

  /// How an error prints what stands at a path.
  private static func text(of content: Any?, at path: [any CodingKey]) -> String {
    let value = path.reduce(content) { value, key in
      if let index = key.intValue { return (value as? [Any])?[index] }
      return (value as? [String: Any])?[key.stringValue]
    }
    switch value {
    case let text as String: return "'\(text.prefix(40))'"
    case is [Any]: return "a list"
    case is [String: Any]: return "an object"
    case let value?: return value is NSNull ? "null" : "\(value)"
    case nil: return "nothing"
    }
  }
}
