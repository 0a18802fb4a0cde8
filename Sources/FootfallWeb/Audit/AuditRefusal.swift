internal import HTTPTypes

/// Why a request is not answered.
struct AuditRefusal: Error {
  let status: HTTPResponse.Status
  /// What is wrong and what is allowed, for a person.
  let reason: String

  init(_ status: HTTPResponse.Status, _ reason: String) {
    self.status = status
    self.reason = reason
  }
}
