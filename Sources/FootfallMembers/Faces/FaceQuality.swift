/// Whether a face is seen well enough to be compared.
struct FaceQuality: Hashable, Sendable {
  /// The distance between the eyes in pixels of the picture, not of the enlarged canvas.
  var eyeDistance: Double
  /// ``FaceLandmarks/turn``.
  var turn: Double
  /// ``FaceLandmarks/nod``.
  var nod: Double
  /// ``FaceCrop/sharpness``.
  var sharpness: Double
  /// The detector's confidence, which falls where a part of the face is hidden.
  var score: Double

  /// - Parameter scale: pixels of the canvas for one of the picture.
  init(of face: DetectedFace, crop: FaceCrop, scale: Double) {
    eyeDistance = face.landmarks.eyeDistance / scale
    turn = face.landmarks.turn
    nod = face.landmarks.nod
    sharpness = crop.sharpness
    score = face.score
  }

  /// The crops of the network have 35 pixels between the eyes: below half of that most of them are made up.
  static let leastEyeDistance = 18.0
  /// The nose is then below the inner half of an eye: about 35 degrees.
  static let greatestTurn = 0.35
  static let nods = 0.2...0.8
  static let leastSharpness = 20.0
  static let leastScore = 0.7

  /// What is wrong with the face, with the value and what is allowed; nil where it will do.
  var problem: String? {
    if eyeDistance < Self.leastEyeDistance {
      return "the face is too small: \(Self.text(eyeDistance)) pixels between the eyes; allowed: "
        + "\(Self.text(Self.leastEyeDistance)) or more"
    }
    if score < Self.leastScore {
      return
        "the face is partly hidden or unclear: the detector's confidence is \(Self.text(score)); allowed: "
        + "\(Self.text(Self.leastScore)) or more"
    }
    if abs(turn) > Self.greatestTurn {
      return
        "the head is turned to a side: the nose is \(Self.text(turn)) eye distances off the middle; allowed: "
        + "up to \(Self.text(Self.greatestTurn))"
    }
    if !Self.nods.contains(nod) {
      return "the head is nodded: the nose is \(Self.text(nod)) of the way from eyes to mouth; allowed: "
        + "\(Self.text(Self.nods.lowerBound)) to \(Self.text(Self.nods.upperBound))"
    }
    if sharpness < Self.leastSharpness {
      return "the face is blurred: its sharpness is \(Self.text(sharpness)); allowed: "
        + "\(Self.text(Self.leastSharpness)) or more"
    }
    return nil
  }

  private static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return (value < 0 && hundredths > -100 ? "-" : "") + "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
