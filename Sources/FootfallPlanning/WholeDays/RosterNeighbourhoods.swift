/// Some of the staff, over the whole time.
struct StaffNeighbourhood: Neighbourhood {
  /// The whole variables, by employee.
  let columns: [[IntegerProgram.Column]]

  init(_ model: StintModel) {
    var columns = [[IntegerProgram.Column]](repeating: [], count: model.instance.staff.count)
    for duty in model.duties { columns[duty.employee].append(duty.column) }
    self.columns = columns
  }

  func columns(
    share: Double, around incumbent: [Double], using generator: inout SplitMix64
  ) -> [IntegerProgram.Column] {
    let count = max(2, Int((share * Double(columns.count)).rounded()))
    return columns.indices.shuffled(using: &generator).prefix(count).flatMap { columns[$0] }
  }
}

/// Everybody, over some days in a row.
struct DaysNeighbourhood: Neighbourhood {
  /// The whole variables, by day.
  let columns: [[IntegerProgram.Column]]

  init(_ model: StintModel) {
    var columns = [[IntegerProgram.Column]](repeating: [], count: model.instance.days)
    for duty in model.duties { columns[duty.day].append(duty.column) }
    self.columns = columns
  }

  func columns(
    share: Double, around incumbent: [Double], using generator: inout SplitMix64
  ) -> [IntegerProgram.Column] {
    let count = min(columns.count, max(3, Int((share * Double(columns.count)).rounded())))
    let start = Int.random(in: 0...columns.count - count, using: &generator)
    return columns[start..<start + count].flatMap { $0 }
  }
}
