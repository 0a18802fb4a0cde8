public import FootfallVision

/// Finds faces in pictures and turns them into embeddings, which stay inside this module.
///
/// Used by one thread at a time.
public final class FaceReader {
  /// The lengths of a picture's longer side on the canvas, tried in this order until a face is found: YuNet sees faces up
  /// to some 300 pixels, so that one which fills the picture is looked for again at half the size.
  private static let longerSides = [384, 192]

  let embedder: FaceEmbedder
  private let detector: FaceDetector

  /// Opens the two networks; takes about 0.3 s.
  /// - Parameter threads: 1 or more; with OpenCV these are shared by all networks of the process.
  /// - Throws: ``VisionError``: `unavailable` where a model or the engine is missing, naming the command that fetches it.
  public init(catalog: ModelCatalog, engine: EngineChoice, threads: Int) throws(VisionError) {
    detector = try FaceDetector(catalog: catalog, engine: engine, threads: threads)
    embedder = try FaceEmbedder(catalog: catalog, engine: engine, threads: threads)
  }

  /// The faces of a picture, the surest first, on the canvas on which they were found.
  func faces(in picture: PixelBuffer) throws(VisionError) -> (faces: [DetectedFace], canvas: FaceCanvas) {
    let canvas = FaceCanvas()
    for length in Self.longerSides {
      try canvas.draw(picture, longerSide: length)
      let faces = try detector.faces(on: canvas)
      if !faces.isEmpty { return (faces, canvas) }
    }
    return ([], canvas)
  }

  /// What a picture shows.
  enum Look {
    /// A face that is seen well enough.
    case face(FaceEmbedding)
    /// None that could be compared: what is wrong, and what is allowed.
    case unusable(String)
  }

  /// Looks at a picture's surest face.
  /// - Parameter allowsSeveral: whether there may be others beside it.
  func look(at picture: PixelBuffer, allowsSeveral: Bool) throws(VisionError) -> Look {
    let (faces, canvas) = try faces(in: picture)
    guard let face = faces.first else {
      return .unusable("shows no face; one is needed, seen from the front")
    }
    guard allowsSeveral || faces.count == 1 else {
      return .unusable("shows \(faces.count) faces; allowed: one")
    }
    let crop = FaceCrop(of: face.landmarks, on: canvas)
    if let problem = FaceQuality(of: face, crop: crop, scale: canvas.scale).problem {
      return .unusable(problem)
    }
    guard let embedding = try embedder.embedding(of: crop) else {
      return .unusable("the face says nothing; allowed: a picture with contrast")
    }
    return .face(embedding)
  }

  /// The embedding of a picture's surest face; nil where it has none.
  func embedding(ofPictureAt path: String) throws(VisionError) -> FaceEmbedding? {
    let picture = try Self.picture(at: path)
    defer { SecretMemory.erase(picture.bytes) }
    let (faces, canvas) = try faces(in: picture)
    guard let face = faces.first else { return nil }
    return try embedder.embedding(of: FaceCrop(of: face.landmarks, on: canvas))
  }

  /// The first picture of a file.
  /// - Throws: ``VisionError``: `noInput` where there is none, `badData` where it can't be decoded.
  static func picture(at path: String) throws(VisionError) -> PixelBuffer {
    let picture = PixelBuffer()
    let reader = try FootageReader(opening: path)
    guard try reader.read(into: picture) != nil else {
      throw VisionError(.badData, "\(path): holds no picture that can be decoded")
    }
    return picture
  }
}
