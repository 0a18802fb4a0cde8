#!/usr/bin/env python3
"""Writes LayoutOracle.swift: what statsmodels, scipy, numpy and networkx make of fixed numbers.

usage: pip install statsmodels==0.15.0 scipy==1.17.1 networkx==3.6.1 && ./make_layout.py > ../FootfallLayoutTests/LayoutOracle.swift
"""
import itertools

import networkx
import numpy
import scipy
import scipy.stats
import statsmodels
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.proportion import proportion_confint

wilson = proportion_confint(45, 300, method="wilson")

survival = SurvfuncRight([5, 6, 6, 8, 10, 12], [1, 0, 1, 1, 0, 1])

moves = numpy.array([[0, 0.5, 0.2], [0.3, 0, 0.3], [0.25, 0.25, 0]])
visits = numpy.linalg.inv(numpy.eye(3) - moves)

edges = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (4, 5), (1, 5), (5, 6)]
graph = networkx.Graph(edges)
between = networkx.betweenness_centrality(graph)
depths = {node: sum(networkx.shortest_path_length(graph, node).values()) / (len(graph) - 1) for node in graph}

a, b = [1.2, 0.8, 1.2, 2.5, 0.4, 1.9, 1.0], [1.1, 0.9, 1.6, 1.6, 0.3, 2.2, 0.7]
correlation = scipy.stats.spearmanr(a, b).statistic

generator = numpy.random.default_rng(7)
places = numpy.round(generator.uniform(0, 20, (9, 2)), 2)
start, stops, end = places[0], places[1:8], places[8]


def length(order):
    way = [start, *(stops[i] for i in order), end]
    return sum(float(numpy.hypot(*(q - p))) for p, q in zip(way, way[1:]))


tour = min(length(order) for order in itertools.permutations(range(7)))

stays = [numpy.round(generator.lognormal(3, 0.6, generator.integers(8, 20)), 1) for _ in range(24)]


def median(days):
    return numpy.quantile(numpy.concatenate([stays[int(day)] for day in days]), 0.5, method="inverted_cdf")


bca = scipy.stats.bootstrap(
    (numpy.arange(24),), median, n_resamples=20000, vectorized=False, method="BCa", rng=1).confidence_interval
engaged = numpy.array([float((day >= 30).sum()) for day in stays])
totals = numpy.array([float(len(day)) for day in stays])
ratio = scipy.stats.bootstrap(
    (numpy.arange(24),), lambda days: engaged[days.astype(int)].sum() / totals[days.astype(int)].sum(),
    n_resamples=20000, vectorized=False, method="BCa", rng=1).confidence_interval


def swift(name, meaning, value):
    return f"  /// {meaning}\n  static let {name}: {kind(value)} = {text(value)}\n"


def kind(value):
    return "[" + kind(value[0]) + "]" if isinstance(value, list) else "Double"


def text(value):
    if isinstance(value, list):
        inner = [text(item) for item in value]
        return "[\n    " + ",\n    ".join(inner) + ",\n  ]" if isinstance(value[0], list) else f"[{', '.join(inner)}]"
    return repr(float(value))


print("// swift-format-ignore-file")
print(f"/// Made by Tests/Oracles/make_layout.py with statsmodels {statsmodels.__version__}, scipy {scipy.__version__},")
print(f"/// numpy {numpy.__version__} and networkx {networkx.__version__}.")
print("enum LayoutOracle {")
print("\n".join([
    swift("wilson", "proportion_confint(45, 300, method='wilson').", list(wilson)),
    swift("survivalTimes", "Where the curve of 5, 6+, 6, 8, 10+, 12 falls (SurvfuncRight).", list(survival.surv_times)),
    swift("survival", "To what.", list(survival.surv_prob)),
    swift("moves", "Shares of moves between three zones.", moves.tolist()),
    swift("visits", "inv(I - moves).", visits.tolist()),
    swift("betweenness", "betweenness_centrality of a graph of seven zones.", [between[i] for i in range(7)]),
    swift("depths", "Mean lengths of shortest paths in it.", [depths[i] for i in range(7)]),
    swift("first", "Seven numbers,", a),
    swift("second", "seven others,", b),
    swift("correlation", "and their spearmanr.", correlation),
    swift("places", "Start, seven places and end.", places.tolist()),
    swift("tour", "The shortest way through them, over all 5040 orders.", tour),
    swift("inOrder", "The way in the order given.", length(range(7))),
    swift("stays", "Stays of 24 days.", [list(map(float, day)) for day in stays]),
    swift("medianInterval", "scipy.stats.bootstrap of their median, days resampled, BCa, 20,000 draws.", list(bca)),
    swift("engagedInterval", "And of the share of stays of 30 or more.", list(ratio)),
]), end="}\n")
