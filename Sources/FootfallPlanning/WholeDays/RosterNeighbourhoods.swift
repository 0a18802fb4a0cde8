internal import FootfallCore

/// Some of the staff, over the whole time.
struct StaffNeighbourhood: Neighbourhood {
  /// The whole variables, by employee.
  let columnsOfEmployee: [[IntegerProgram.Column]]

  init(_ model: StintModel) {
    var columns = [[IntegerProgram.Column]](repeating: [], count: model.instance.staff.count)
    for duty in model.duties { columns[duty.employee].append(duty.column) }
    columnsOfEmployee = columns
  }

  func columns(
    share: Double, around incumbent: [Double], using generator: inout SplitMix64
  ) -> [IntegerProgram.Column] {
    let count = max(2, Int((share * Double(columnsOfEmployee.count)).rounded()))
    return columnsOfEmployee.shuffled(using: &generator).prefix(count).flatMap { $0 }
  }
}

/// Everybody, over some days in a row.
struct DaysNeighbourhood: Neighbourhood {
  /// The whole variables, by day.
  let columnsOfDay: [[IntegerProgram.Column]]

  init(_ model: StintModel) {
    var columns = [[IntegerProgram.Column]](repeating: [], count: model.instance.days)
    for duty in model.duties { columns[duty.day].append(duty.column) }
    columnsOfDay = columns
  }

  func columns(
    share: Double, around incumbent: [Double], using generator: inout SplitMix64
  ) -> [IntegerProgram.Column] {
    let count = min(columnsOfDay.count, max(3, Int((share * Double(columnsOfDay.count)).rounded())))
    let start = Int.random(in: 0...columnsOfDay.count - count, using: &generator)
    return columnsOfDay[start..<start + count].flatMap { $0 }
  }
}
