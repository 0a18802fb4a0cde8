import FootfallPlanning
import Testing

@Suite("Integer programs")
struct IntegerProgramTests {
  @Test("rows lie one after the other, each with its range")
  func rows() {
    var program = IntegerProgram()
    let open = program.addVariable(0...1, cost: 5, isWhole: true)
    let short = program.addVariable(0...3, cost: 12)
    program.addRow(3 ... .infinity, [(open, 3), (short, 1)])
    program.addRow(0...2, [(short, 1)])

    #expect(program.rowStarts == [0, 2, 3])
    #expect(program.columns == [open, short, short])
    #expect(program.coefficients == [3, 1, 1])
    #expect(program.rowRanges == [3 ... .infinity, 0...2])
  }

  @Test("a variable can be held to one value")
  func limit() {
    var program = IntegerProgram()
    let open = program.addVariable(0...1, cost: 5, isWhole: true)
    program.limit(open, to: 1...1)
    #expect(program.variables[open].range == 1...1)
  }
}
