import Testing

@testable import FootfallWeb

@Suite("ListenAddress")
struct ListenAddressTests {
  @Test(
    "only loopback is listened at",
    arguments: [
      ("127.0.0.1:8080", "127.0.0.1:8080"), ("localhost:0", "localhost:0"), ("[::1]:65535", "[::1]:65535"),
      ("127.255.0.9:1", "127.255.0.9:1"), ("0.0.0.0:80", nil), ("192.168.1.1:80", nil), ("[::]:80", nil),
      ("127.0.0.1", nil), ("127.0.0.1:65536", nil), ("127.0.0.1:-1", nil), ("127.0.0.256:1", nil),
      (":80", nil),
      ("localhost.example:80", nil), ("127.1:80", nil), ("", nil),
    ] as [(String, String?)])
  func parsing(text: String, read: String?) {
    #expect(ListenAddress(text)?.description == read)
  }

  @Test("the page of an IPv6 address has it in brackets")
  func url() {
    #expect(ListenAddress("[::1]:0")?.url(port: 81, path: "abc") == "http://[::1]:81/abc/")
    #expect(ListenAddress.anyFreePort.url(port: 81, path: "abc") == "http://127.0.0.1:81/abc/")
  }
}
