// Solves one integer program with CBC: reads a SolverRequest from standard input, writes SolverMessages to standard
// output and ends. Its parent is FootfallSolver; nobody else need call it.
import Dispatch
import FootfallPlanning
import FootfallSolver
import Glibc

if CommandLine.arguments.dropFirst() == ["--version"] {
  print("cbc \(CbcModel.version)")
  exit(0)
}
if CommandLine.arguments.count > 1 {
  print("usage: footfall-solve [--version]; footfall calls it to solve integer programs with CBC")
  exit(64)
}

// Where memory runs out, the system is to end this process and not its parent.
if let file = fopen("/proc/self/oom_score_adj", "w") {
  fputs("1000", file)
  fclose(file)
}
// CBC prints what it does, at some places whatever its settings.
let output = MessageOutput(descriptor: dup(STDOUT_FILENO))
dup2(STDERR_FILENO, STDOUT_FILENO)

guard let request = RequestInput.read() else {
  output.write(.failed("it was asked what is no request"))
  exit(65)
}
// The parent keeps its end open for as long as it wants an answer.
DispatchQueue.global().async { RequestInput.waitForEnd() }

let model = CbcModel(request)
let offset = request.program.offset
let log = CbcLog { output.write(.progress(objective: $0 + offset, bound: $1 + offset)) }
model.solve()
log.end()
output.write(model.result)
// Nothing is left to do that could fail.
_exit(0)
