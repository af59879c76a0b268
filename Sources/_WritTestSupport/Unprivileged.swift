import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a test runs the command as somebody to whom permissions apply.
package enum Unprivileged {
  /// The words before the command: none where the tests are not root; nil where root can't become
  /// another or where another may not run the command.
  package static let wrapper: [String]? = {
    if geteuid() != 0 { return [] }
    let words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let outcome = try? WritProcess.run(["version"], in: "/", through: words)
    return outcome?.code == 0 ? words : nil
  }()

  package static var isPossible: Bool { wrapper != nil }
}
