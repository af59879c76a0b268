/// Why a whole input can't be used.
package struct ReadFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    /// It holds no record.
    case empty
    /// It can't be parsed.
    case broken
    /// It is not what the binding says: a member or a column is not there.
    case mismatch
    /// It was another when it was read again.
    case changed
  }

  package var kind: Kind
  package var input: String
  package var message: String
  /// Counted from 1; 0 where it concerns the whole input.
  package var line: Int
  /// Offset from the start of the input.
  package var byte: Int64

  package init(_ kind: Kind, input: String, message: String, line: Int = 0, byte: Int64 = 0) {
    self.kind = kind
    self.input = input
    self.message = message
    self.line = line
    self.byte = byte
  }

  /// `users.json:3: a string is not closed (byte 57)`.
  package var description: String {
    line == 0 ? "\(input): \(message)" : "\(input):\(line): \(message) (byte \(byte))"
  }
}
