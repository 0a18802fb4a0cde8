import FootfallCore
import Testing

@Suite("Bytes as text of base 16")
struct HexadecimalTests {
  @Test("each byte is two digits in lower case, as the standard library writes it")
  func everyByte() {
    for byte in UInt8.min ... .max {
      let digits = String(byte, radix: 16)
      #expect(Hexadecimal.digits(of: [byte]) == (byte < 16 ? "0" : "") + digits)
    }
    #expect(Hexadecimal.digits(of: [0, 0x9a, 0xff]) == "009aff")
    #expect(Hexadecimal.digits(of: [] as [UInt8]) == "")
  }
}
