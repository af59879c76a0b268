/// A text with wildcards: `*` stands for any run of characters, `?` for one, `\` takes the next
/// one as it is.
public struct Glob: Hashable, Sendable, CustomStringConvertible {
  private enum Piece: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case one
    case run
  }

  /// As written.
  public let description: String
  private let pieces: [Piece]

  public init(_ text: String) {
    description = text
    var pieces: [Piece] = []
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        pieces.append(.scalar(scalar))
        isEscaped = false
      } else {
        switch scalar {
        case "\\": isEscaped = true
        case "?": pieces.append(.one)
        case "*": if pieces.last != .run { pieces.append(.run) }
        default: pieces.append(.scalar(scalar))
        }
      }
    }
    // A lone backslash at the end has nothing to escape and stands for itself.
    if isEscaped { pieces.append(.scalar("\\")) }
    self.pieces = pieces
  }

  /// Whether it matches every text.
  public var isEverything: Bool { pieces == [.run] }

  /// Whether the whole text fits; characters are code points, case counts.
  public func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var piece = 0
    var position = 0
    // Only the last run ever needs to grow, so there is no exponential backtracking.
    var retry: (piece: Int, position: Int)?
    while position < scalars.count {
      if piece < pieces.count {
        switch pieces[piece] {
        case .run:
          retry = (piece + 1, position)
          piece += 1
          continue
        case .one:
          piece += 1
          position += 1
          continue
        case .scalar(let scalar) where scalar == scalars[position]:
          piece += 1
          position += 1
          continue
        case .scalar:
          break
        }
      }
      guard let last = retry else { return false }
      retry = (last.piece, last.position + 1)
      piece = last.piece
      position = last.position + 1
    }
    return pieces[piece...].allSatisfy { $0 == .run }
  }
}
