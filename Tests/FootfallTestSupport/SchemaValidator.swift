internal import Foundation

/// Checks JSON documents against the schemas of the repository with an implementation that is not ours: the Python
/// package `jsonschema`.
///
/// The interpreter is ``PythonInterpreter``.
public enum SchemaValidator {
  /// Whether an interpreter with the package is there; prints why the test is skipped where it is not.
  public static let isAvailable = PythonInterpreter.has("jsonschema")

  /// What is wrong with a document, a line for each fault with its place; empty when it is valid.
  /// - Parameters:
  ///   - document: a JSON text, or one in each line.
  ///   - isLines: whether each line is a document.
  ///   - schema: the name of a file in `schemas/`, without `.schema.json`.
  /// - Throws: when the validator can't be run, the document is no JSON or the schema is no schema.
  public static func faults(
    of document: String, schema: String, inEachLine isLines: Bool = false
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try folder.write(document, to: "document.json")
    let schemaFile = SharedData.packageRoot.appendingPathComponent("schemas/\(schema).schema.json")
    let outcome = try PythonInterpreter.run(
      script, [schemaFile.path, file.path, isLines ? "lines" : "whole"])
    guard outcome.status == 0 else { throw Failure(description: outcome.output) }
    return outcome.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Why the validator itself failed.
  public struct Failure: Error, CustomStringConvertible {
    /// What the interpreter said.
    public let description: String
  }

  private static let script = """
    import json, sys, jsonschema
    def refuse(name): raise ValueError(name + " is no JSON")
    schema = json.load(open(sys.argv[1]))
    texts = open(sys.argv[2]).read()
    texts = texts.splitlines() if sys.argv[3] == "lines" else [texts]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for text in texts:
        for error in validator.iter_errors(json.loads(text, parse_constant=refuse)):
            print(error.json_path + ": " + error.message.replace("\\n", " "))
    """
}
