import ArgumentParser
import Foundation

/// How the program ends, after `sysexits.h`.
enum ExitStatus: Int32 {
  /// The command line is wrong.
  case usage = 64
  /// An input file's content is wrong.
  case badData = 65
  /// An input file is absent or may not be read.
  case noInput = 66
  /// A model, an engine, a solver or a server is not there.
  case unavailable = 69
  /// A fault of the program itself.
  case `internal` = 70
  /// Reading or writing failed on the way.
  case io = 74
  /// Ended by the user: 128 + SIGINT.
  case interrupted = 130
}

/// Why a command gives up: one line for the user and the exit status.
struct CommandError: Error, CustomStringConvertible {
  /// What was attempted, on what, the value and what is allowed; one line, without the program's name.
  var message: String
  /// The exit status.
  var status: ExitStatus

  init(_ message: String, _ status: ExitStatus) {
    self.message = message
    self.status = status
  }

  var description: String { message }
}

extension CommandError {
  /// Of a name that the system's tz database lacks.
  /// - Parameter action: what was attempted, where the name alone does not tell.
  static func unknownTimeZone(
    _ name: String, _ action: String? = nil, status: ExitStatus = .badData
  ) -> CommandError {
    let reason = "time zone \(name): not known to this system"
    return CommandError(action.map { "\($0): \(reason)" } ?? reason, status)
  }
}

extension Footfall {
  /// Ends the program for `error`: with one line on standard error, or with the help that was asked for.
  static func end(with error: any Error) -> Never {
    let parserStatus = exitCode(for: error)
    if parserStatus.isSuccess || error is ExitCode { exit(withError: error) }
    let (text, status) = report(error, parserStatus: parserStatus)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    StandardError.write("footfall: \(line)\n")
    Foundation.exit(status.rawValue)
  }

  private static func report(_ error: any Error, parserStatus: ExitCode) -> (String, ExitStatus) {
    if let error = error as? any ReportedError { return (String(describing: error), error.status) }
    if parserStatus == .validationFailure {
      let sentence = message(for: error)
      return ((sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence) + "; see --help", .usage)
    }
    return (String(describing: error), .internal)
  }
}
