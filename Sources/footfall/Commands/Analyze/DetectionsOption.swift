import ArgumentParser

/// Who was found before, by whatever detector.
struct DetectionsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      People detected before, instead of a detector: MOT rows with id -1, score in column 7; CAMERA=FILE for each \
      of several cameras.
      """,
      valueName: "file"))
  var detections: [String] = []
}
