internal import HTTPTypes

/// Why a request is not answered.
struct Refusal: Error {
  let status: HTTPResponse.Status
  /// What is wrong and what is allowed, for a person.
  let reason: String
  /// What else the answer says, such as `Retry-After`.
  let headers: HTTPFields

  init(_ status: HTTPResponse.Status, _ reason: String, headers: HTTPFields = [:]) {
    self.status = status
    self.reason = reason
    self.headers = headers
  }
}
