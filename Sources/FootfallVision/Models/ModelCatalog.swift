internal import CFootfallVision
internal import Foundation

/// The models folder: what its manifest promises and what is really there.
///
/// ```swift
/// let catalog = try ModelCatalog(folder: ModelCatalog.locate())
/// let profile = try catalog.profile(named: "yolov3-tiny")
/// ```
public struct ModelCatalog: Hashable, Sendable {
  /// The path of the folder.
  public let folder: String
  /// Its list of models.
  public let manifest: ModelManifest

  /// The detectors of people, the default one first.
  public var profiles: [ModelProfile] {
    manifest.entries.filter { $0.purpose == "personDetector" }.compactMap(ModelProfile.init)
  }

  /// The detector that is taken where none is asked for by name.
  public static let defaultDetector = "yolov3-tiny"

  /// The path of OpenVINO's C library; it need not exist.
  ///
  /// It lies in the folder that the environment variable `FOOTFALL_OPENVINO` names, else in `openvino/` of the
  /// models folder.
  public var openVINOLibrary: String {
    let file =
      manifest.entries.first { $0.purpose == "inferenceRuntime" }?.file ?? "openvino/libopenvino_c.so"
    if let given = ProcessInfo.processInfo.environment["FOOTFALL_OPENVINO"], !given.isEmpty {
      return given + "/" + (file.split(separator: "/").last ?? "")
    }
    return folder + "/" + file
  }

  /// Opens the catalog of a folder.
  /// - Throws: ``VisionError`` where `manifest.json` is absent or wrong.
  public init(folder: String) throws(VisionError) {
    self.folder = folder
    manifest = try ModelManifest(readingFrom: folder + "/manifest.json")
  }

  /// Finds the models folder: the one that the environment variable `FOOTFALL_MODELS` names, else the first
  /// `models/` with a manifest beside the program or in a folder above it.
  /// - Throws: ``VisionError`` of kind `unavailable` where there is none.
  public static func locate() throws(VisionError) -> String {
    if let given = ProcessInfo.processInfo.environment["FOOTFALL_MODELS"], !given.isEmpty { return given }
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return try locate(above: program)
  }

  /// The first `models/` with a manifest in the folder of the file `path` or one above it.
  /// - Throws: ``VisionError`` of kind `unavailable` where there is none.
  public static func locate(above path: String) throws(VisionError) -> String {
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      if FileManager.default.fileExists(atPath: rest + "/models/manifest.json") { return rest + "/models" }
    }
    throw VisionError(
      .unavailable,
      "no models folder found above \(path); name it in the environment variable FOOTFALL_MODELS")
  }

  /// The detector of this name.
  /// - Throws: ``VisionError`` of kind `unavailable`, naming those that exist.
  public func profile(named name: String) throws(VisionError) -> ModelProfile {
    let known = profiles
    if let profile = known.first(where: { $0.name == name }) { return profile }
    let names = known.map(\.name).joined(separator: ", ")
    throw VisionError(.unavailable, "model \(name): not known; there are \(names)")
  }

  /// The path of the first of `files` once the SHA-256 of all has been found as promised.
  ///
  /// Reads them whole: 26 ms for 35 MB where the CPU has SHA instructions, 170 ms elsewhere.
  /// - Parameters:
  ///   - files: one or more.
  ///   - profile: the detector they belong to, for the message.
  /// - Throws: ``VisionError`` of kind `unavailable` where one is missing, `badData` where it is another.
  public func verifiedPath(of files: [ModelFile], for profile: ModelProfile) throws(VisionError) -> String {
    try verifiedPath(of: files, ofModel: profile.name)
  }

  /// The same for a model of any purpose.
  func verifiedPath(of files: [ModelFile], ofModel name: String) throws(VisionError) -> String {
    guard let first = files.first else {
      throw VisionError(.badData, "model \(name): the manifest names no file")
    }
    for file in files { try verify(file, ofModel: name) }
    return folder + "/" + first.path
  }

  private func verify(_ file: ModelFile, ofModel name: String) throws(VisionError) {
    let path = folder + "/" + file.path
    let subject = "model \(name): \(path)"
    let fetchCommand = ModelProfile.fetchCommand(forModel: name)
    guard FileManager.default.fileExists(atPath: path) else {
      throw VisionError(.unavailable, "\(subject) is missing; run \(fetchCommand)")
    }
    guard let expected = file.sha256 ?? receipt(for: file) else {
      throw VisionError(
        .badData, "\(subject) is not in the list \(folder)/\(file.receipt); run \(fetchCommand)")
    }
    let found = try Self.sha256(ofFile: path)
    guard found == expected else {
      throw VisionError(
        .badData, "\(subject) has SHA-256 \(found), expected \(expected); run \(fetchCommand)")
    }
  }

  /// The checksum which was noted when the file was made.
  private func receipt(for file: ModelFile) -> String? {
    let contents = FileManager.default.contents(atPath: folder + "/" + file.receipt) ?? Data()
    for line in String(decoding: contents, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, parts[1].drop(while: { $0 == " " }) == file.path { return String(parts[0]) }
    }
    return nil
  }

  /// The SHA-256 of the file `path` as 64 lower-case hexadecimal digits.
  /// - Throws: ``VisionError`` of kind `noInput` where it cannot be read.
  public static func sha256(ofFile path: String) throws(VisionError) -> String {
    var digest = [CChar](repeating: 0, count: 65)
    try VisionError.check(path) { error in ff_sha256_file(path, 0, &digest, error) }
    return String(decoding: digest.prefix(64).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
