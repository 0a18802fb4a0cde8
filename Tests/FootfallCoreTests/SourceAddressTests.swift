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
}
