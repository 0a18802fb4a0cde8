#!/usr/bin/env python3
"""Writes StatisticsOracle.swift: what scipy and statsmodels make of fixed numbers.

usage: pip install scipy==1.17.1 statsmodels==0.15.0 && ./make_statistics.py > ../FootfallLayoutTests/Statistics/StatisticsOracle.swift

CR2 is in neither of them: it is written down here from its definition with matrix square roots, and its special case of
one row a cluster is compared with statsmodels' HC2.
"""
import numpy
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import linalg, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestIndPower
from statsmodels.stats.proportion import confint_proportions_2indep

generator = numpy.random.default_rng(11)
days, zones = 9, 3
cluster = numpy.repeat(numpy.arange(days), zones)
after = (cluster >= 5).astype(float)
treated = numpy.tile([1.0, 0, 0], days)
design = numpy.column_stack([numpy.ones(days * zones), after, treated, after * treated])
outcome = numpy.round(
    20 + 3 * after + 5 * treated + 2 * after * treated + numpy.repeat(generator.normal(0, 2, days), zones)
    + generator.normal(0, 1, days * zones), 3)


def cr2(X, y, groups, column):
    """Bell and McCaffrey 2002: covariance and degrees of freedom, with the identity as working covariance."""
    M = numpy.linalg.inv(X.T @ X)
    residual = y - X @ (M @ X.T @ y)
    annihilator = numpy.eye(len(y)) - X @ M @ X.T
    contrast = numpy.zeros(X.shape[1])
    contrast[column] = 1
    variance, columns = 0.0, []
    for group in numpy.unique(groups):
        rows = groups == group
        root = numpy.real(linalg.sqrtm(numpy.linalg.inv(annihilator[numpy.ix_(rows, rows)])))
        weights = root @ X[rows] @ M @ contrast
        variance += float(weights @ residual[rows]) ** 2
        columns.append(annihilator[:, rows] @ weights)
    G = numpy.column_stack(columns)
    values = numpy.linalg.eigvalsh(G.T @ G)
    return variance ** 0.5, values.sum() ** 2 / (values ** 2).sum()


error, freedom = cr2(design, outcome, cluster, 3)
single_error, _ = cr2(design, outcome, numpy.arange(len(outcome)), 1)
hc2 = sm.OLS(outcome, design).fit(cov_type="HC2")
assert abs(single_error - hc2.bse[1]) < 1e-10

first = numpy.round(generator.normal(12, 3, 9), 3)
second = numpy.round(generator.normal(10, 1, 14), 3)
welch = stats.ttest_ind(first, second, equal_var=False)
welch_range = welch.confidence_interval()

toy = numpy.array([10, 12, 11, 13, 20, 22, 19, 21, 9, 11, 10, 12, 14, 15, 13, 14.0])
toy_treated = numpy.repeat([1.0, 1, 0, 0], 4)
toy_after = numpy.repeat([0.0, 1, 0, 1], 4)
toy_fit = sm.OLS(toy, numpy.column_stack([numpy.ones(16), toy_treated, toy_after, toy_treated * toy_after])).fit()

probabilities = [1e-12, 1e-6, 0.001, 0.025, 0.2, 0.5, 0.9, 0.999]
freedoms = [0.7, 1, 2.5, 5, 12, 27.3, 200, 1e6]
p_values = [0.001, 0.2, 0.03, 0.008, 0.9, 0.03, 0.051]
power = TTestIndPower()
newcombe = confint_proportions_2indep(70, 320, 45, 300, method="newcomb")
lift = numpy.array([[40, 60], [30, 170]])


def swift(name, meaning, numbers):
    texts = [repr(float(number)) for number in numpy.ravel(numbers)]
    rows = [", ".join(texts[i:i + 4]) for i in range(0, len(texts), 4)]
    body = ",\n    ".join(rows)
    return f"  /// {meaning}\n  static let {name}: [Double] = [\n    {body},\n  ]\n"


print(f"/// Made by Tests/Oracles/make_statistics.py with scipy {scipy.__version__} and statsmodels {statsmodels.__version__}.")
print("enum StatisticsOracle {")
print("\n".join([
    swift("probabilities", "Probabilities of the quantiles below.", probabilities),
    swift("normalQuantiles", "Their scipy.stats.norm.ppf.", stats.norm.ppf(probabilities)),
    swift("tailPoints", "Points of the normal upper tails below.", [0, 0.3, 1, 2.9, 3.1, 5, 8, 20, 37]),
    swift("normalTails", "Their scipy.stats.norm.sf.", stats.norm.sf([0, 0.3, 1, 2.9, 3.1, 5, 8, 20, 37])),
    swift("freedoms", "Degrees of freedom.", freedoms),
    swift("studentQuantiles", "scipy.stats.t.ppf of 0.975, by degrees of freedom.", stats.t.ppf(0.975, freedoms)),
    swift("studentFarQuantiles", "scipy.stats.t.ppf of 0.9999, by degrees of freedom.", stats.t.ppf(0.9999, freedoms)),
    swift("studentTails", "Two-sided tails beyond 2.3, by degrees of freedom.", 2 * stats.t.sf(2.3, freedoms)),
    swift("noncentralTails", "scipy.stats.nct.sf(2, df, 1.5) for df 1, 2.5, 5, 12, 27.3 and 200.",
          stats.nct.sf(2.0, [1, 2.5, 5, 12, 27.3, 200], 1.5)),
    swift("power", "TTestIndPower().power of effect 0.5 and 64 each; of 0.8 and 10 each.",
          [power.power(0.5, 64, 0.05), power.power(0.8, 10, 0.05)]),
    swift("first", "One sample.", first),
    swift("second", "Another.", second),
    swift("welch", "Difference of means, degrees of freedom, p, interval.",
          [first.mean() - second.mean(), welch.df, welch.pvalue, welch_range.low, welch_range.high]),
    swift("newcombe", "70 of 320 less 45 of 300: confint_proportions_2indep(method='newcomb').", newcombe),
    swift("fisher", "fisher_exact of [[40, 60], [30, 170]], [[3, 1], [1, 3]], [[0, 9], [12, 2]], [[900, 100], [100, 8900]].",
          [stats.fisher_exact(table)[1] for table in
           (lift, [[3, 1], [1, 3]], [[0, 9], [12, 2]], [[900, 100], [100, 8900]])]),
    swift("oddsInterval", "Woolf's interval: statsmodels' Table2x2([[40, 60], [30, 170]]).",
          sm.stats.Table2x2(lift).oddsratio_confint()),
    swift("pValues", "Seven tests.", p_values),
    swift("adjusted", "multipletests(method='fdr_bh').", multipletests(p_values, method="fdr_bh")[1]),
    swift("design", "Three zones on nine days: 1, after, treated, both.", design),
    swift("outcome", "The values.", outcome),
    swift("hc2", "Standard errors with HC2.", hc2.bse),
    swift("cr2", "CR2 by day of the fourth coefficient: standard error, degrees of freedom.", [error, freedom]),
    swift("toy", "Difference in differences of the toy data: coefficient, standard error, interval.",
          [toy_fit.params[3], toy_fit.bse[3], *toy_fit.conf_int()[3]]),
    swift("bca", "scipy.stats.bootstrap of the mean of `first`, BCa, 99,999 draws of seed 1.",
          stats.bootstrap((first,), numpy.mean, n_resamples=99999, rng=numpy.random.default_rng(1)).confidence_interval),
]), end="}\n")
