public import FootfallVision

/// Compares the faces of pictures with each other and gives away nothing but how alike they are.
public struct FaceSimilarities {
  /// The similarity of two pictures of which one has no face: less than any other.
  public static let ofNoFace = -1.0

  private var embeddings: [String: FaceEmbedding?] = [:]
  private let reader: FaceReader

  /// Compares with these networks.
  public init(reader: FaceReader) { self.reader = reader }

  /// How many different pictures were read.
  public var pictures: Int { embeddings.count }
  /// In how many of them no face was found.
  public var picturesWithoutFace: Int { embeddings.values.count { $0 == nil } }

  /// How alike the surest faces of two pictures are: the cosine of the angle between their embeddings, -1 to 1.
  /// - Throws: ``VisionError`` where a file can't be read.
  /// - Complexity: reads each picture once.
  public mutating func similarity(_ first: String, _ second: String) throws(VisionError) -> Double {
    guard let one = try embedding(first), let other = try embedding(second) else { return Self.ofNoFace }
    return one.similarity(to: other)
  }

  private mutating func embedding(_ path: String) throws(VisionError) -> FaceEmbedding? {
    if let known = embeddings[path] { return known }
    let found = try reader.embedding(ofPictureAt: path)
    embeddings[path] = .some(found)
    return found
  }
}
