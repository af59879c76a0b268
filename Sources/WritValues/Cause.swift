/// Why something can't be told.
public struct Cause: Hashable, Comparable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Sendable {
    case missing, dangling, stale, unavailable, unreadable, withheld, ambiguous, undefined, late,
      limit
  }

  public var kind: Kind
  /// What the kind is about: a path, a reference, a dataset, a place. Never a personal value.
  public var detail: String

  public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  /// As written in a test: `missing(mfa)`.
  public var description: String { "\(kind.rawValue)(\(detail))" }

  public static func < (one: Cause, other: Cause) -> Bool {
    one.kind == other.kind ? one.detail < other.detail : one.kind.rawValue < other.kind.rawValue
  }
}

/// A set of causes in a fixed order; empty only where nothing is unknown.
public struct Causes: Hashable, Sendable {
  public private(set) var items: [Cause]

  public init(_ causes: Cause...) { items = causes.count < 2 ? causes : Set(causes).sorted() }
  public init(_ causes: some Sequence<Cause>) { items = Set(causes).sorted() }

  private init(sorted items: [Cause]) { self.items = items }

  public static let none = Causes()

  public var isEmpty: Bool { items.isEmpty }

  public func union(_ other: Causes) -> Causes {
    // Most often one is part of the other: then nothing is made anew.
    if holds(other) { return self }
    if other.holds(self) { return other }
    var merged: [Cause] = []
    merged.reserveCapacity(items.count + other.items.count)
    var rest = other.items[...]
    for item in items {
      while let next = rest.first, next < item {
        merged.append(next)
        rest = rest.dropFirst()
      }
      if rest.first == item { rest = rest.dropFirst() }
      merged.append(item)
    }
    merged += rest
    return Causes(sorted: merged)
  }

  private func holds(_ other: Causes) -> Bool {
    guard other.items.count <= items.count else { return false }
    if items == other.items { return true }
    return other.items.allSatisfy { contains($0) }
  }

  /// By halves: every rejected row is a cause of its own, so that there may be many.
  private func contains(_ cause: Cause) -> Bool {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = low + (high - low) / 2
      if items[middle] < cause { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == cause
  }

  public func contains(only kind: Cause.Kind) -> Bool {
    !items.isEmpty && items.allSatisfy { $0.kind == kind }
  }
}
