/// Tells when the statement that runs has had its time.
final class StatementWatch {
  private let limit: Duration?
  private var end: ContinuousClock.Instant?

  init(limit: Duration?) { self.limit = limit }

  var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// Statements within the body of another end with it.
  func during(_ body: () throws -> Void) throws {
    guard let limit, end == nil else { return try body() }
    end = ContinuousClock.now + limit
    defer { end = nil }
    try body()
  }
}
