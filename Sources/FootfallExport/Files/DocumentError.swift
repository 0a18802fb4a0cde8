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
  /// - Parameter schema: the name of the form that was expected.
  public init(_ error: DecodingError, schema: String) {
    let (path, message): ([any CodingKey], String) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
      case .typeMismatch(let type, let context):
        (context.codingPath, "is not a \(DocumentError.name(of: type))")
      case .valueNotFound(let type, let context):
        (context.codingPath, "is null, not a \(DocumentError.name(of: type))")
      case .dataCorrupted(let context) where context.codingPath.isEmpty:
        ([], "is not JSON; allowed: \(schema)")
      case .dataCorrupted(let context): (context.codingPath, "is out of range")
      @unknown default: ([], "can't be read")
      }
    pointer = path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    self.message = message
  }

  /// `POINTER message`, in one line.
  public var description: String { (pointer.isEmpty ? "the content" : pointer) + " " + message }

  /// Decodes a document.
  /// - Throws: where it is no JSON, or has other members than `Document` needs.
  static func decode<Document: Decodable>(
    _ type: Document.Type, from bytes: [UInt8], schema: String
  ) throws(DocumentError) -> Document {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw DocumentError(error, schema: schema)
    } catch {
      throw DocumentError("", "is not JSON; allowed: \(schema)")
    }
  }

  private static func name(of type: Any.Type) -> String {
    if type == String.self { return "string" }
    if type == Double.self || type == Int.self { return "number" }
    return "list or an object"
  }
}
