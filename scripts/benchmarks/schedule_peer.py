"""Solves what `footfall benchmark retail --mps FILE` wrote with OR-tools CP-SAT, beside footfall.

usage: python scripts/benchmarks/schedule_peer.py FILE.mps SECONDS WORKERS

Needs `pip install ortools`. Prints the objective and bound reached, as JSON.
"""
import json
import sys
import time

from ortools.linear_solver.python import model_builder


def solved(path, seconds, workers):
    model = model_builder.Model()
    if not model.import_from_mps_file(path):
        sys.exit(f"cannot read {path}: no MPS file")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(seconds)
    solver.set_solver_specific_parameters(f"num_workers:{workers}")
    start = time.perf_counter()
    status = solver.solve(model)
    has_answer = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
    return {
        "status": str(status),
        "objective": solver.objective_value if has_answer else None,
        "bound": solver.best_objective_bound,
        "seconds": time.perf_counter() - start,
    }


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    print(json.dumps(solved(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))))
