import FootfallTestSupport
import Foundation
import Testing

/// A camera that sends Motion JPEG over HTTP: ten times a second the picture that is given to it; ended with the last
/// reference.
final class PictureServer {
  /// What it sends.
  enum Show: Sendable {
    /// A new picture each time.
    case changing
    /// The same over and over.
    case same
    /// Bytes of no sense.
    case garbage
    /// A new picture each time, of another size than before.
    case small
  }

  let port: Int
  private let process = Process()
  private let orders = Pipe()

  /// Three pictures follow the word on a line each, as hexadecimal digits: two of one size, then a small one.
  private static let program = """
    import http.server, os, socketserver, sys, threading, time
    pictures = [bytes.fromhex(sys.stdin.readline()) for _ in range(3)]
    show = ["changing"]
    def listen():
        for line in sys.stdin: show[0] = line.strip()
    class Camera(http.server.BaseHTTPRequestHandler):
        def log_message(self, *words): pass
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            number = 0
            while True:
                number += 1
                picture = {"changing": pictures[number % 2], "same": pictures[0], "small": pictures[2],
                    "garbage": os.urandom(4000)}[show[0]]
                if show[0] == "garbage": self.wfile.write(picture)
                self.wfile.write(b"--frame\\r\\nContent-Type: image/jpeg\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(picture))
                self.wfile.write(picture + b"\\r\\n")
                time.sleep(0.1)
    class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
        daemon_threads = True
        def handle_error(self, request, address): pass
    server = Server(("127.0.0.1", 0), Camera)
    threading.Thread(target=listen, daemon=True).start()
    print(server.server_port, flush=True)
    server.serve_forever()
    """

  init() throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", Self.program]
    process.standardInput = orders
    process.standardOutput = output
    try process.run()
    for (width, brightness) in [(320, 90), (320, 150), (160, 120)] {
      let picture = JPEGFixture.make(width: width, height: width * 3 / 4) { column, row in
        [brightness + (column * 7 + row * 5) % 60, 128, 128]
      }
      let digits = picture.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      try orders.fileHandleForWriting.write(contentsOf: Data((digits + "\n").utf8))
    }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "\(line)")
  }

  var address: String { "http://127.0.0.1:\(port)/mjpeg" }

  /// From now on it sends something else.
  func show(_ show: Show) { try? orders.fileHandleForWriting.write(contentsOf: Data("\(show)\n".utf8)) }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
