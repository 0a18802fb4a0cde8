#!/usr/bin/env python3
"""Writes SmoothingOracle.swift: what statsmodels' exponential smoothing makes of fixed series.

usage: pip install statsmodels==0.15.0 && ./make_smoothing.py > ../FootfallPlanningTests/Forecast/SmoothingOracle.swift

Parameters and initial states are given, so that nothing is fitted and the recursions alone are compared.
"""
import numpy
import statsmodels
from statsmodels.tsa.holtwinters import ExponentialSmoothing, SimpleExpSmoothing

generator = numpy.random.default_rng(5)
season = numpy.array([0, 2.5, 9, 14, 11, 6.5, 1.25])
values = numpy.round(20 + numpy.tile(season, 8) + generator.normal(0, 2, 56), 3)

simple = SimpleExpSmoothing(values, initialization_method="known", initial_level=18.0).fit(
    smoothing_level=0.4, optimized=False)
initial_season = [-5.0, -3.5, 2, 8, 5, 0.5, -6]
seasonal = ExponentialSmoothing(
    values, seasonal="add", seasonal_periods=7, initialization_method="known", initial_level=24.0,
    initial_seasonal=initial_season,
).fit(smoothing_level=0.02, smoothing_seasonal=0.25, optimized=False)


def swift(name, meaning, numbers):
    rows = [", ".join(repr(float(number)) for number in numbers[i:i + 4]) for i in range(0, len(numbers), 4)]
    body = ",\n    ".join(rows)
    return f"  /// {meaning}\n  static let {name}: [Double] = [\n    {body},\n  ]\n"


print(f"/// Made by Tests/Oracles/make_smoothing.py with statsmodels {statsmodels.__version__}.")
print("enum SmoothingOracle {")
print("\n".join([
    swift("values", "Eight weeks of days.", values),
    swift("simple", "One-step forecasts of simple smoothing, rate 0.4, from level 18.", simple.fittedvalues),
    swift("simpleForecast", "Its forecast of the next day.", simple.forecast(1)),
    swift("initialOffsets", "Where seasonal smoothing begins.", initial_season),
    swift("seasonal", "One-step forecasts, rates 0.02 and 0.25, from level 24.", seasonal.fittedvalues),
    # Not its forecast: that leaves out the last observation's part in its offset.
    swift("seasonalState", "Level and offsets after the last day.", [seasonal.level[-1], *seasonal.season[-7:]]),
]), end="}\n")
