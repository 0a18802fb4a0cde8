"""Solves an integer program with OR-tools' CP-SAT; runs in an environment of its own.

usage: cpsat.py PROGRAM.mps SECONDS WORKERS     prints {"objective", "bound"}, null where there is none
"""
import json
import math
import sys

from ortools.linear_solver.python import model_builder


def main():
    path, seconds, workers = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    model = model_builder.Model()
    if not model.import_from_mps_file(path):
        sys.exit(f"cpsat: {path} is no MPS file")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(seconds)
    solver.set_solver_specific_parameters(f"num_workers:{workers}")
    status = solver.solve(model)
    found = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
    bound = solver.best_objective_bound
    print(json.dumps({
        "objective": solver.objective_value if found else None,
        "bound": bound if math.isfinite(bound) else None,
    }))


main()
