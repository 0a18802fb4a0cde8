import ArgumentParser
import Logging

/// Whether a command tells on standard error what it does.
struct LogOptions: ParsableArguments {
  @Flag(name: [.customShort("v"), .customLong("verbose")], help: "Log on standard error what is done.")
  var isVerbose = false

  /// Where the command's work is logged; says nothing unless asked to.
  var logger: Logger {
    var logger = Logger(label: "footfall") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = isVerbose ? .debug : .critical
    return logger
  }
}
