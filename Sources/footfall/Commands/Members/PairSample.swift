import FootfallEvaluation
import FootfallMembers
import FootfallVision

/// Pairs of pictures, compared.
struct PairSample {
  let pairs: [FacePair]
  let similarities: [Double]
  let scores: RecognitionScores
  let pictures: Int
  let picturesWithoutFace: Int

  /// Reads and compares all pairs of a file.
  /// - Throws: ``CommandError`` or ``VisionError`` where a file can't be read or the pairs say nothing.
  init(pairsAt path: String, root: String, options: FaceOptions) throws {
    let bytes = try InputFile.bytes(at: path)
    do {
      pairs = try FacePairRows.parse(bytes)
    } catch {
      throw CommandError("cannot read the pairs: \(path):\(error.line): \(error)", .badData)
    }
    guard Set(pairs.map(\.isSame)).count == 2 else {
      throw CommandError(
        "cannot evaluate: \(path): needs a pair of the same person and one of different people", .badData)
    }
    var faces = FaceSimilarities(reader: try options.reader())
    var similarities: [Double] = []
    for pair in pairs {
      do throws(VisionError) {
        similarities.append(try faces.similarity(root + "/" + pair.first, root + "/" + pair.second))
      } catch {
        throw CommandError("cannot evaluate: \(path):\(pair.line): \(error)", error.status)
      }
    }
    guard let scores = RecognitionScores(pairs: pairs, similarities: similarities) else {
      throw CommandError("cannot evaluate: \(path): the pairs say nothing", .badData)
    }
    (self.similarities, self.scores) = (similarities, scores)
    (pictures, picturesWithoutFace) = (faces.pictures, faces.picturesWithoutFace)
  }
}
