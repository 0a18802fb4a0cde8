import Testing

@testable import footfall

@Suite("Addresses that can be posted to")
struct HTTPAddressTests {
  @Test(
    "have a scheme of the web, a host and a port that can be or none, and no user",
    arguments: [
      ("http://till", true), ("https://till:8443/a?b=c", true), ("http://127.0.0.1:65535", true),
      ("HTTP://[::1]:80/", true), ("http://127.0.0.1:0", false), ("http://127.0.0.1:65536", false),
      ("http://127.0.0.1:99999999999", false), ("http://127.0.0.1:99999999999999999999", false),
      ("http://till:web", false), ("ftp://till", false), ("http://", false), ("http://ada@till", false),
      ("till", false),
    ])
  func validity(text: String, isValid: Bool) { #expect(HTTPAddress.isValid(text) == isValid) }
}
