/// Made by Tests/Oracles/make_statistics.py with scipy 1.17.1 and statsmodels 0.15.0.
enum StatisticsOracle {
  /// Probabilities of the quantiles below.
  static let probabilities: [Double] = [
    1e-12, 1e-06, 0.001, 0.025,
    0.2, 0.5, 0.9, 0.999,
  ]

  /// Their scipy.stats.norm.ppf.
  static let normalQuantiles: [Double] = [
    -7.034483825301131, -4.753424308822899, -3.090232306167813, -1.9599639845400545,
    -0.8416212335729142, 0.0, 1.2815515655446004, 3.090232306167813,
  ]

  /// Points of the normal upper tails below.
  static let tailPoints: [Double] = [
    0.0, 0.3, 1.0, 2.9,
    3.1, 5.0, 8.0, 20.0,
    37.0,
  ]

  /// Their scipy.stats.norm.sf.
  static let normalTails: [Double] = [
    0.5, 0.3820885778110474, 0.15865525393145707, 0.0018658133003840375,
    0.0009676032132183563, 2.866515718791933e-07, 6.22096057427174e-16, 2.7536241186061556e-89,
    5.7255712225239266e-300,
  ]

  /// Degrees of freedom.
  static let freedoms: [Double] = [
    0.7, 1.0, 2.5, 5.0,
    12.0, 27.3, 200.0, 1000000.0,
  ]

  /// scipy.stats.t.ppf of 0.975, by degrees of freedom.
  static let studentQuantiles: [Double] = [
    36.611415031588656, 12.706204736174694, 3.5746548420036817, 2.5705818356363146,
    2.1788128296672284, 2.050776009386825, 1.9718962236339088, 1.959966356814107,
  ]

  /// scipy.stats.t.ppf of 0.9999, by degrees of freedom.
  static let studentFarQuantiles: [Double] = [
    97570.04017878421, 3183.098757118502, 34.867969321116306, 9.677566300882814,
    5.263273007826034, 4.291505163512221, 3.789120788747759, 3.719030274762571,
  ]

  /// Two-sided tails beyond 2.3, by degrees of freedom.
  static let studentTails: [Double] = [
    0.33754539745682854, 0.26109517417724554, 0.12247966442415525, 0.06977246933203732,
    0.04019757371346062, 0.02931678139219657, 0.022480066624461354, 0.021448424947276088,
  ]

  /// scipy.stats.nct.sf(2, df, 1.5) for df 1, 2.5, 5, 12, 27.3 and 200.
  static let noncentralTails: [Double] = [
    0.5089800984822763, 0.41447501564531886, 0.36855075274432825, 0.335823144295544,
    0.3210127283627121, 0.3102896726577769,
  ]

  /// TTestIndPower().power of effect 0.5 and 64 each; of 0.8 and 10 each.
  static let power: [Double] = [
    0.8014595579222542, 0.39506921211364077,
  ]

  /// One sample.
  static let first: [Double] = [
    13.634, 15.129, 11.379, 9.559,
    13.043, 12.743, 15.296, 8.146,
    10.015,
  ]

  /// Another.
  static let second: [Double] = [
    9.162, 8.266, 10.126, 10.528,
    9.261, 11.386, 10.822, 10.627,
    10.402, 10.956, 8.668, 10.614,
    10.603, 8.232,
  ]

  /// Difference of means, degrees of freedom, p, interval.
  static let welch: [Double] = [
    2.1296746031746014, 9.828298664534492, 0.03629628676696226, 0.16633649535346073,
    4.093012710995742,
  ]

  /// 70 of 320 less 45 of 300: confint_proportions_2indep(method='newcomb').
  static let newcombe: [Double] = [
    0.007456817740607767, 0.12911884945030355,
  ]

  /// fisher_exact of [[40, 60], [30, 170]], [[3, 1], [1, 3]], [[0, 9], [12, 2]], [[900, 100], [100, 8900]].
  static let fisher: [Double] = [
    2.73765750257083e-06, 0.48571428571428565, 6.730380939561179e-05, 0.0,
  ]

  /// Woolf's interval: statsmodels' Table2x2([[40, 60], [30, 170]]).
  static let oddsInterval: [Double] = [
    2.163496494084738, 6.596546367092306,
  ]

  /// Seven tests.
  static let pValues: [Double] = [
    0.001, 0.2, 0.03, 0.008,
    0.9, 0.03, 0.051,
  ]

  /// multipletests(method='fdr_bh').
  static let adjusted: [Double] = [
    0.007, 0.23333333333333336, 0.0525, 0.028,
    0.9, 0.0525, 0.07139999999999999,
  ]

  /// Three zones on nine days: 1, after, treated, both.
  static let design: [Double] = [
    1.0, 0.0, 1.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 1.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 1.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 1.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 1.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 0.0, 0.0,
    1.0, 1.0, 1.0, 1.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 1.0, 1.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 1.0, 1.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 1.0, 1.0,
    1.0, 1.0, 0.0, 0.0,
    1.0, 1.0, 0.0, 0.0,
  ]

  /// The values.
  static let outcome: [Double] = [
    23.221, 21.635, 19.972, 28.4,
    22.583, 22.34, 27.913, 23.274,
    22.247, 23.827, 19.665, 18.109,
    22.89, 19.799, 18.733, 27.025,
    21.131, 21.478, 29.946, 22.647,
    24.176, 30.785, 22.655, 22.144,
    31.879, 25.211, 24.194,
  ]

  /// Standard errors with HC2.
  static let hc2: [Double] = [
    0.567053143697994, 0.7614992847238404, 1.325828498629357, 1.75975703715075,
  ]

  /// CR2 by day of the fourth coefficient: standard error, degrees of freedom.
  static let cr2: [Double] = [
    0.8391445271822969, 6.567567567567568,
  ]

  /// Difference in differences of the toy data: coefficient, standard error, interval.
  static let toy: [Double] = [
    5.500000000000004, 1.1902380714238088, 2.9066940196234308, 8.093305980376577,
  ]

  /// scipy.stats.bootstrap of the mean of `first`, BCa, 99,999 draws of seed 1.
  static let bca: [Double] = [
    10.492360832578841, 13.566333333333334,
  ]
}
