import FootfallPipeline
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM as a request to stop, so that work ends between two frames and leaves no partial files.
enum Interrupt {
  /// Whether the work was asked to stop.
  static let flag = CancellationFlag()

  /// From now on the two signals set the flag instead of ending the program.
  ///
  /// A second one ends it at once.
  static func install() {
    // The flag is made here and not in the signal handler, where nothing may be allocated.
    _ = flag.isCancelled
    for signal in [SIGINT, SIGTERM] {
      Foundation.signal(signal) { number in
        Interrupt.flag.cancel()
        Foundation.signal(number, SIG_DFL)
      }
    }
  }
}
