import FootfallExport
import Foundation

/// Where the answer of an experiment goes.
enum ExperimentOutput {
  /// Prints text, or JSON where that is asked for, and writes JSON to the folder of results if there is one.
  static func write(
    _ document: some Encodable, text: String, named name: String, json: Bool, out: String?
  ) throws {
    if let out {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let folder = try OutputFolder(at: out)
      try folder.write([UInt8](try encoder.encode(document)) + [UInt8(ascii: "\n")], named: name)
      try folder.publish()
    }
    if json { try StandardOutput.write(json: document) } else { try StandardOutput.write([UInt8](text.utf8)) }
  }

  /// As the options of experiments say.
  static func write(
    _ document: some Encodable, text: String, named name: String, _ options: ExperimentOptions
  ) throws {
    try write(document, text: text, named: name, json: options.json, out: options.out)
  }
}
