package import CKernels

/// Where something may begin: at a byte of `first` that has a byte of `previous` before it and one of
/// `next` behind it.
package struct StartRule: Hashable, Sendable {
  package var previous: ByteSet
  package var first: ByteSet
  package var next: ByteSet

  package init(previous: ByteSet = .all, first: ByteSet, next: ByteSet = .all) {
    self.previous = previous
    self.first = first
    self.next = next
  }

  func joined(_ other: StartRule) -> StartRule {
    StartRule(
      previous: previous.union(other.previous), first: first.union(other.first),
      next: next.union(other.next))
  }

  /// How many of all triples of bytes it lets through: the smaller, the better it gates.
  fileprivate var weight: Int { previous.count * first.count * next.count }

  /// At most `limit` rules that let through all that these do, and as little more as greedy joining
  /// finds.
  static func joined(_ rules: [StartRule], limit: Int) -> [StartRule] {
    var byRest: [[ByteSet]: ByteSet] = [:]
    for rule in rules where !rule.first.isEmpty {
      byRest[[rule.previous, rule.next], default: ByteSet()].formUnion(rule.first)
    }
    var joined = byRest.map { StartRule(previous: $0[0], first: $1, next: $0[1]) }
    // A dictionary has no order, the rules need one.
    joined.sort { $0.first.bytes.lexicographicallyPrecedes($1.first.bytes) }
    while joined.count > max(1, limit) {
      var best = (cost: Int.max, one: 0, other: 1)
      for one in joined.indices {
        for other in joined.indices where other > one {
          let both = joined[one].joined(joined[other])
          let cost = both.weight - joined[one].weight - joined[other].weight
          if cost < best.cost { best = (cost, one, other) }
        }
      }
      joined[best.one] = joined[best.one].joined(joined[best.other])
      joined.remove(at: best.other)
    }
    return joined
  }
}

extension ByteSet {
  fileprivate mutating func formUnion(_ other: ByteSet) { self = union(other) }
}

/// Start rules as the kernels take them; shared by all threads.
package struct StartMasks: Sendable {
  package let rules: [StartRule]
  private let tables: [writ_start_rule]
  private let kernel: writ_kernel

  package init(_ rules: [StartRule], kernel: writ_kernel = writ_best_kernel()) {
    self.rules = rules
    self.kernel = kernel
    tables = rules.map {
      writ_start_rule(
        previous: $0.previous.widened, first: $0.first.widened, next: $0.next.widened)
    }
  }

  package var isEmpty: Bool { rules.isEmpty }

  /// One word for each block of 64 bytes: bit `i` is set where something may begin at its byte `i`.
  ///
  /// One byte before `bytes` and 64 past the last block are read.
  package func fill(
    _ words: UnsafeMutableBufferPointer<UInt64>, from bytes: UnsafePointer<UInt8>
  ) {
    guard let start = words.baseAddress else { return }
    if tables.isEmpty { return words.update(repeating: 0) }
    tables.withUnsafeBufferPointer {
      writ_start_masks(kernel, bytes, words.count, $0.baseAddress, $0.count, start)
    }
  }

  /// What `fill` means, byte by byte; tests compare the kernels with it.
  package func allows(_ previous: UInt8, _ byte: UInt8, _ next: UInt8) -> Bool {
    rules.contains {
      $0.previous.allowsWidened(previous) && $0.first.allowsWidened(byte)
        && $0.next.allowsWidened(next)
    }
  }
}

extension ByteSet {
  fileprivate func allowsWidened(_ byte: UInt8) -> Bool {
    byte < 0x80 ? contains(byte) : !intersection(.high).isEmpty
  }
}
