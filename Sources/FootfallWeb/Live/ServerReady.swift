/// What a ``LiveServer`` tells when it serves.
public struct ServerReady: Sendable {
  /// The address of the first page.
  public let url: String
  /// The port, which the system chose where 0 was asked for.
  public let port: Int
  /// The administrator that was made because there was no account, with its one-time password: to be printed, and
  /// written nowhere.
  public let firstAdministrator: (name: String, password: String)?
  /// What the user should know, such as that passwords cross the network in the clear.
  public let warning: String?
}
