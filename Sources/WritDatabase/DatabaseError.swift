/// What a database refused or could not do.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    /// The client library is not on this machine.
    case noLibrary
    /// There is no such file, host or database, or it did not let us in.
    case noConnection
    /// The session ended in the middle of something.
    case lost
    /// The statement took longer than it may, or waited too long for a lock.
    case timeout
    /// The statement is wrong, or its data.
    case statement
  }

  package var kind: Kind
  /// For people, without passwords.
  package var message: String
  /// The five characters of SQLSTATE, where the database gives them.
  package var state: String?

  package init(_ kind: Kind, _ message: String, state: String? = nil) {
    self.kind = kind
    self.message = message
    self.state = state
  }

  package var description: String { message }
}
