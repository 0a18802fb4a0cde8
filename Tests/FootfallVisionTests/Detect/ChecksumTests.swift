import CFootfallVision
import FootfallTestSupport
import Foundation
import Testing

@Suite struct ChecksumTests {
  private static func digest(_ text: String, portably: Bool) throws -> String {
    let file = try TemporaryFolder()
    let path = try file.write(text, to: "message").path
    var digest = [CChar](repeating: 0, count: 65)
    try #require(ff_sha256_file(path, portably ? 1 : 0, &digest, nil) == FF_OK)
    return String(decoding: digest.prefix(64).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The examples that NIST publishes for FIPS 180-4, the empty message of its test vectors, and lengths about the
  /// border of the padding and of the chunks by sha256sum of GNU coreutils 9.1.
  private static let vectors: [(label: String, message: String, digest: String)] = [
    ("empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "four blocks",
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      "a million", String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
    (
      "55", String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      "56", String(repeating: "a", count: 56),
      "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
    ),
    (
      "63", String(repeating: "a", count: 63),
      "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"
    ),
    (
      "64", String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
    (
      "65", String(repeating: "a", count: 65),
      "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"
    ),
    (
      "262143", String(repeating: "a", count: 262143),
      "0379854ae435b4c82999632f674694ce1f98103f645f44ba68c901a83a2b00fd"
    ),
    (
      "262144", String(repeating: "a", count: 262144),
      "dd3dde87623d9a6b354c68c943d189c89c63652d945e7bbdf0986cae91a49521"
    ),
    (
      "262145", String(repeating: "a", count: 262145),
      "c592f4a6b099700b5050ce8bc67367f0c8f44810203124e86405c3e7b6f1a2ba"
    ),
    (
      "262200", String(repeating: "a", count: 262200),
      "0e8fe1c7832de7f9592a30154bcdc663275cc2d81cc8a9c3b4596c17bbebb55c"
    ),
  ]

  @Test(arguments: vectors.map(\.label), [true, false])
  func digestsAreThoseOfTheStandard(label: String, portably: Bool) throws {
    let vector = try #require(Self.vectors.first { $0.label == label })
    #expect(try Self.digest(vector.message, portably: portably) == vector.digest)
  }

  @Test func aMissingFileIsNoInput() {
    var digest = [CChar](repeating: 0, count: 65)
    var error = ff_error()
    #expect(ff_sha256_file("/nowhere", 0, &digest, &error) == FF_NO_INPUT)
    #expect(error.message.0 != 0)
    #expect(ff_sha256_file("/", 0, &digest, &error) == FF_NO_INPUT)
    #expect(ff_sha256_file(nil, 0, &digest, &error) == FF_BAD_ARGUMENT)
  }
}
