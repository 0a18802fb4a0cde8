import FootfallMadeUpStore
import FootfallWeb
import Foundation
import Logging

/// Serves the dashboard of a made-up store, to look at the pages without cameras.
/// usage: LiveStoreDemo HOST:PORT FOLDER
let arguments = CommandLine.arguments
guard arguments.count == 3, let address = ListenAddress(arguments[1]) else {
  FileHandle.standardError.write(Data("usage: LiveStoreDemo HOST:PORT FOLDER\n".utf8))
  exit(64)
}
let folder = arguments[2]
let server = try LiveServer(
  store: MadeUpStore(), accounts: AccountFile(path: folder + "/accounts.json"),
  configuration: ServerConfiguration(address: address, stateFolder: folder), logger: Logger(label: "demo"))
try await server.run { ready in
  let administrator = ready.firstAdministrator.map { "\n\($0.name) \($0.password)" } ?? ""
  FileHandle.standardOutput.write(Data("\(ready.url)\(administrator)\n".utf8))
}
