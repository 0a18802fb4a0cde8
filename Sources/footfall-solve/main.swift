// Solves one integer program: reads a SolverRequest from standard input, writes SolverMessages to standard output and
// ends. Its parent is FootfallSolver; nobody else need call it.
import Dispatch
import FootfallPlanning
import FootfallSolver
import Glibc

let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--version" }
let asksForVersion = CommandLine.arguments.dropFirst().contains("--version")
if arguments.count > 1 {
  print("usage: footfall-solve [--version] [LIBRARY]; footfall calls it to solve integer programs")
  print("with HiGHS where LIBRARY is that, else with CBC")
  exit(64)
}
let highs = arguments.first.flatMap(HighsLibrary.open)
if asksForVersion {
  print(highs.map { "highs \($0.version)" } ?? "cbc \(CbcModel.version)")
  exit(0)
}

// Where memory runs out, the system is to end this process and not its parent.
if let file = fopen("/proc/self/oom_score_adj", "w") {
  fputs("1000", file)
  fclose(file)
}
// Solvers print what they do, CBC at some places whatever its settings.
let output = MessageOutput(descriptor: dup(STDOUT_FILENO))
dup2(STDERR_FILENO, STDOUT_FILENO)

guard let request = RequestInput.read() else {
  output.write(.failed("it was asked what is no request"))
  exit(65)
}
// The parent keeps its end open for as long as it wants an answer.
DispatchQueue.global().async { RequestInput.waitForEnd() }

if let highs {
  let model = HighsModel(request, in: highs) { output.write($0) }
  model?.solve()
  output.write(model?.result ?? .failed("HiGHS does not take the program"))
} else {
  let model = CbcModel(request)
  let offset = request.program.offset
  let log = CbcLog { output.write(.progress(objective: $0 + offset, bound: $1 + offset)) }
  model.solve()
  log.end()
  output.write(model.result)
}
// Nothing is left to do that could fail.
_exit(0)
