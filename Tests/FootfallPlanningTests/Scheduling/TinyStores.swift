import FootfallPlanning

extension TinyStore {
  /// A store for each term of the objective and each rule, named by what it is about.
  static let all: [(name: String, problem: StaffingProblem)] = terms + rules

  private static func contract(_ change: (inout Contract) -> Void) -> Contract {
    var contract = Contract()
    change(&contract)
    return contract
  }

  private static func store(
    _ name: String, _ change: (inout TinyStore) -> Void
  ) -> (name: String, problem: StaffingProblem) {
    var store = TinyStore()
    change(&store)
    if store.employees.isEmpty { store.employees = [store.employee("a"), store.employee("b")] }
    return (name, store.problem)
  }

  private static let terms = [
    store("cover and labour") { _ in },
    store("dear and cheap people") { store in
      store.employees = [store.employee("a"), store.employee("b")]
      store.employees[0].hourlyCents = 3_000
      store.employees[1].hourlyCents = 1_000
      store.weights.labourHour = 30
      store.required = [[1, 1, 1, 1]]
    },
    store("contract minutes") { store in
      store.employees = [
        store.employee("a", contract { $0.leastWeekMinutes = 7 * 240 }), store.employee("b"),
      ]
      store.required = [[1, 1, 0, 0]]
      store.weights.minimumHour = 6
    },
    store("fairness") { store in
      store.weights.fairness = 40
      store.required = [[1, 1, 1, 0]]
      store.employees = [
        store.employee("a", contract { $0.greatestWeekMinutes = 1_200 }),
        store.employee("b", contract { $0.greatestWeekMinutes = 600 }),
      ]
    },
    store("start times") { store in
      store.weights.startTime = 15
      store.days = 3
      store.employees = [store.employee("a")]
      store.required = [[0, 1, 2, 1]]
    },
    store("wishes of a day and of several") { store in
      store.employees = [store.employee("a"), store.employee("b")]
      store.employees[0].wishes = [
        Wish(.off, minutes: hours(0, 24, day: 0), weight: 60),
        Wish(.work, minutes: hours(8, 9, day: 1), weight: 9),
      ]
      store.employees[1].wishes = [
        Wish(.off, minutes: hours(8, 48, day: 0), weight: 90),
        Wish(.work, minutes: hours(8, 40, day: 0), weight: 7),
        Wish(.work, minutes: hours(0, 3, day: 0), weight: 2),
      ]
    },
    store("changes against a published plan") { store in
      store.employees = [store.employee("a"), store.employee("b")]
      store.weights.change = 70
      store.published = StaffPlan(shifts: [
        Shift(role: "floor", employee: "a", minutes: hours(10, 12, day: 0)),
        Shift(role: "floor", employee: "b", minutes: hours(9, 11, day: 1)),
      ])
    },
    store("two roles by skill") { store in
      store.roles = ["floor", "till"]
      store.required = [[1, 1, 1, 0], [0, 1, 1, 1]]
      store.employees = [store.employee("a", skills: ["floor"]), store.employee("b")]
      store.days = 1
    },
    store("nobody for a role") { store in
      store.roles = ["floor", "till"]
      store.required = [[1, 1, 1, 0], [0, 1, 1, 1]]
      store.employees = [store.employee("a", skills: ["floor"])]
    },
    store("nobody needed") { store in store.required = [[0, 0, 0, 0]] },
    store("too much for two") { store in store.required = [[5, 5, 5, 5]] },
  ]

  private static let rules = [
    store("availability") { store in
      store.employees = [store.employee("a"), store.employee("b")]
      store.employees[0].available = [hours(9, 12, day: 0), hours(8, 11, day: 1)]
      store.employees[1].available = [hours(8, 10, day: 1)]
    },
    store("pinned") { store in
      store.employees = [store.employee("a")]
      store.employees[0].pinned = [PinnedShift(role: "floor", minutes: hours(8, 11, day: 1))]
      store.required = [[1, 0, 1, 3]]
    },
    store("rest") { store in
      store.days = 3
      store.employees = [store.employee("a", contract { $0.leastRestMinutes = 22 * 60 })]
    },
    store("rest over a day") { store in
      store.days = 3
      store.employees = [store.employee("a", contract { $0.leastRestMinutes = 46 * 60 })]
    },
    store("day and week minutes") { store in
      store.employees = [
        store.employee(
          "a",
          contract {
            $0.greatestWeekMinutes = 240
            $0.greatestDayMinutes = 120
          }), store.employee("b", contract { $0.leastDayMinutes = 121 }),
      ]
    },
    store("days a week and in a row") { store in
      store.days = 4
      store.employees = [
        store.employee(
          "a",
          contract {
            $0.greatestWeekDays = 3
            $0.greatestConsecutiveDays = 2
          })
      ]
      store.employees[0].history = [
        WorkedShift(day: -1, minutes: -900 ..< -600, paidMinutes: 300)
      ]
    },
    store("weekends") { store in
      store.days = 4
      store.firstWeekday = 5
      store.employees = [store.employee("a", contract { $0.greatestWeekends = 0 })]
    },
    store("rolling windows") { store in
      store.days = 4
      store.employees = [
        store.employee(
          "a",
          contract {
            $0.windows = [
              RollingWindow(days: 3, greatestMinutes: 300), RollingWindow(days: 2, greatestDays: 1),
            ]
          })
      ]
      store.employees[0].history = [WorkedShift(day: -2, minutes: -2_300 ..< -2_100, paidMinutes: 200)]
    },
    store("rest after the last period") { store in
      store.employees = [store.employee("a", contract { $0.leastRestMinutes = 11 * 60 })]
      store.employees[0].history = [WorkedShift(day: -1, minutes: -300 ..< -60, paidMinutes: 240)]
    },
    store("split days") { store in
      store.days = 1
      store.required = [[2, 1, 1, 2]]
      store.rules = ShiftRules(
        startGridMinutes: 60, leastMinutes: 60, greatestMinutes: 180, lengthGridMinutes: 60,
        split: SplitRule(gapMinutes: 60...180))
      store.employees = [
        store.employee(
          "a",
          contract {
            $0.allowsSplitShifts = true
            $0.greatestDayMinutes = 180
          }), store.employee("b"),
      ]
    },
    store("two breaks whose windows meet") { store in
      store.days = 1
      store.required = [[2, 3, 1, 2]]
      store.rules = ShiftRules(
        startGridMinutes: 60, leastMinutes: 180, greatestMinutes: 240, lengthGridMinutes: 60,
        breaks: [
          BreakRule(shiftMinutes: 240..<241, minutes: 60, isPaid: true, window: 0..<240),
          BreakRule(shiftMinutes: 180..<241, minutes: 45, isPaid: false, window: 0..<240),
        ])
    },
  ]
}
