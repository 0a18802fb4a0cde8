import Glibc

/// The C interface of HiGHS, opened at run time: its wheel has the library and no headers.
///
/// Functions are named and called as in `highs_c_api.h` of HiGHS 1.15; a `HighsInt` has 32 bits.
struct HighsLibrary {
  typealias Model = UnsafeMutableRawPointer
  typealias Numbers = UnsafePointer<Double>
  typealias Integers = UnsafePointer<Int32>
  typealias Name = UnsafePointer<CChar>
  typealias Results = UnsafeMutablePointer<Double>
  /// The kind of event, a text, what is told, what can be answered, what was handed to `setCallback`.
  typealias Callback =
    @convention(c) (Int32, Name?, UnsafeRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) ->
    Void

  /// A function that it does not have.
  private struct Missing: Error {}

  let create: @convention(c) () -> Model?
  /// Columns, rows, terms, their order, sense, offset; costs and bounds of columns; bounds of rows; starts, indices and
  /// values of the terms; kinds of columns.
  let passMip:
    @convention(c) (
      Model, Int32, Int32, Int32, Int32, Int32, Double, Numbers, Numbers, Numbers, Numbers, Numbers, Integers,
      Integers, Numbers, Integers
    ) -> Int32
  let setFlag: @convention(c) (Model, Name, Int32) -> Int32
  let setInteger: @convention(c) (Model, Name, Int32) -> Int32
  let setNumber: @convention(c) (Model, Name, Double) -> Int32
  let setText: @convention(c) (Model, Name, Name) -> Int32
  /// Values of columns and rows, then their duals.
  let setSolution: @convention(c) (Model, Numbers?, Numbers?, Numbers?, Numbers?) -> Int32
  let setCallback: @convention(c) (Model, Callback, UnsafeMutableRawPointer?) -> Int32
  let startCallback: @convention(c) (Model, Int32) -> Int32
  /// A part of what a callback is told.
  let item: @convention(c) (UnsafeRawPointer, Name) -> UnsafeRawPointer?
  let run: @convention(c) (Model) -> Int32
  let status: @convention(c) (Model) -> Int32
  let integer: @convention(c) (Model, Name, UnsafeMutablePointer<Int32>) -> Int32
  let number: @convention(c) (Model, Name, Results) -> Int32
  /// Values of columns, their duals, those of rows, their duals.
  let solution: @convention(c) (Model, Results?, Results?, Results?, Results?) -> Int32
  /// As the library tells it.
  let version: String

  /// Opens a library; nil where there is none at `path`, or one that is no such HiGHS.
  static func open(_ path: String) -> HighsLibrary? { try? HighsLibrary(path) }

  private init(_ path: String) throws {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw Missing() }
    func symbol<Function>(_ name: String) throws -> Function {
      guard let address = dlsym(handle, "Highs_" + name) else { throw Missing() }
      return unsafeBitCast(address, to: Function.self)
    }
    create = try symbol("create")
    passMip = try symbol("passMip")
    setFlag = try symbol("setBoolOptionValue")
    setInteger = try symbol("setIntOptionValue")
    setNumber = try symbol("setDoubleOptionValue")
    setText = try symbol("setStringOptionValue")
    setSolution = try symbol("setSolution")
    setCallback = try symbol("setCallback")
    startCallback = try symbol("startCallback")
    item = try symbol("getCallbackDataOutItem")
    run = try symbol("run")
    status = try symbol("getModelStatus")
    integer = try symbol("getIntInfoValue")
    number = try symbol("getDoubleInfoValue")
    solution = try symbol("getSolution")
    let size: @convention(c) (UnsafeRawPointer?) -> Int32 = try symbol("getSizeofHighsInt")
    let text: @convention(c) () -> Name? = try symbol("version")
    guard size(nil) == MemoryLayout<Int32>.size, let version = text() else { throw Missing() }
    self.version = String(cString: version)
  }
}
