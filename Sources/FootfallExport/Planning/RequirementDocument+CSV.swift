extension RequirementDocument {
  /// The requirements as CSV with a header row; numbers that a method does not have are empty.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: [
      "start", "end", "businessDay", "minute", "role", "required", "minimum", "method", "heads", "serving",
      "tasks", "shrinkage", "arrivalsPerHour", "present", "expectedShare", "expectedWaitSeconds", "scheduled",
      "gap",
    ])
    for row in requirements {
      for text in [row.start, row.end, row.businessDay] { writer.add(text: text) }
      writer.add(row.minute)
      writer.add(text: row.role)
      writer.add(row.required)
      writer.add(row.minimum)
      writer.add(text: row.basis.method)
      for number in [row.basis.heads, row.basis.serving, row.basis.tasks] { writer.add(number) }
      let numbers = [
        row.basis.shrinkage, row.basis.arrivalsPerHour, row.basis.present, row.basis.expectedShare,
        row.basis.expectedWaitSeconds, row.scheduled, row.gap,
      ]
      for number in numbers { writer.add(number, decimals: 4) }
      writer.endRow()
    }
    return writer.bytes
  }
}
