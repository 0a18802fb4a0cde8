import FootfallMembers

extension MembersError: ReportedError {
  var status: ExitStatus {
    switch kind {
    case .noInput: .noInput
    case .badData: .badData
    case .unavailable: .unavailable
    case .io: .io
    }
  }
}
