import FootfallCore
import Testing

@Suite struct SourceAddressTests {
  @Test(arguments: [
    ("rtsp://user:secret@camera.local:554/stream", "rtsp://camera.local:554/stream"),
    ("rtsp://user:s@cr/et?@camera/stream", "rtsp://camera/stream"),
    ("http://camera/mjpeg?user=me&pwd=secret", "http://camera/mjpeg"),
    ("rtsp://camera/user=me_password=secret_channel=1", "rtsp://camera"),
    ("http://camera/mjpeg#secret", "http://camera/mjpeg"),
    ("rtsp://camera/stream", "rtsp://camera/stream"),
    ("clips/me@home.mp4", "clips/me@home.mp4"),
    ("/dev/video0", "/dev/video0"),
  ])
  func whatIsShownHoldsNoSecret(address: String, shown: String) {
    #expect(SourceAddress.withoutCredentials(address) == shown)
  }

  @Test(
    "who is connected to for a stream is told as FFmpeg takes addresses apart",
    arguments: [
      ("rtsp://10.0.0.8/stream", "10.0.0.8:554"), ("RTSP://cam:8554/a", "cam:8554"),
      ("rtsp://user:p@ss@cam:8554/a?x=@y", "cam:8554"), ("http://[fe80::1]:81/mjpeg", "fe80::1:81"),
      ("http://[::1]/mjpeg", "::1:80"), ("https://cam", "cam:443"), ("rtsp://user:wo/rd@cam/a", nil),
      ("tcp://cam:9000", "cam:9000"), ("tcp://cam", nil), ("udp://239.0.0.1:1234", nil),
      ("rtsp://cam:0/a", nil),
      ("rtsp:///a", nil), ("door.mp4", nil), ("/dev/video0", nil),
    ] as [(String, String?)])
  func hosts(source: String, expected: String?) {
    let place = SourceAddress.hostAndPort(of: source)
    #expect(place.map { "\($0.host):\($0.port)" } == expected)
  }
}
