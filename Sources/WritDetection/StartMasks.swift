package import CKernels

/// Start rules as the kernels take them; shared by all threads.
package struct StartMasks: Sendable {
  package let rules: [StartRule]
  private let sets: [writ_byte_set]
  private let compiled: [writ_start_rule]
  private let kernel: writ_kernel

  package init(_ rules: [StartRule], kernel: writ_kernel = writ_best_kernel()) {
    self.kernel = kernel
    var sets = SetList()
    var compiled: [writ_start_rule] = []
    var kept: [StartRule] = []
    for rule in rules {
      guard let one = sets.compile(rule) else {
        // No room: then it holds everywhere, which loses nothing.
        let anywhere = StartRule(first: .all)
        kept.append(anywhere)
        compiled.append(SetList.always)
        continue
      }
      kept.append(rule)
      compiled.append(one)
    }
    self.rules = kept
    self.sets = sets.sets
    self.compiled = compiled
  }

  package var isEmpty: Bool { rules.isEmpty }
  var testCount: Int { sets.count }

  /// One word for each block of 64 bytes: bit `i` is set where something may begin at its byte `i`.
  ///
  /// One byte before `bytes` and 64 past the last block are read.
  package func fill(
    _ words: UnsafeMutableBufferPointer<UInt64>, from bytes: UnsafePointer<UInt8>
  ) {
    guard let start = words.baseAddress else { return }
    if compiled.isEmpty { return words.update(repeating: 0) }
    sets.withUnsafeBufferPointer { sets in
      compiled.withUnsafeBufferPointer { rules in
        writ_start_masks(
          kernel, bytes, words.count, sets.baseAddress, sets.count, rules.baseAddress,
          rules.count, start)
      }
    }
  }

  /// What `fill` means for one place that has bytes around it; tests compare the kernels with it.
  package func allows(_ bytes: [UInt8], at place: Int) -> Bool {
    rules.contains { rule in
      guard rule.previous.containsWidened(bytes[place - 1]),
        rule.first.containsWidened(bytes[place]), rule.next.containsWidened(bytes[place + 1])
      else { return false }
      guard let lead = rule.lead else { return true }
      for distance in 1...lead.most {
        if lead.wanted.containsWidened(bytes[place + distance]) { return true }
        if !lead.between.containsWidened(bytes[place + distance]) { return false }
      }
      return false
    }
  }
}

/// The sets of all rules, each once.
private struct SetList {
  /// A rule that holds everywhere; the first set of every list is for it.
  static let always = writ_start_rule(
    previous: 0, first: 0, next: 0, between: 0, wanted: 0, most: 0)

  private(set) var sets = [ByteSet.all.widened]
  private var places: [ByteSet: UInt8] = [.all: 0]

  mutating func compile(_ rule: StartRule) -> writ_start_rule? {
    let most = rule.lead?.most ?? 0
    guard let previous = place(rule.previous), let first = place(rule.first),
      let next = place(rule.next), let between = place(rule.lead?.between ?? .all),
      let wanted = place(rule.lead?.wanted ?? .all), most <= Int(WRIT_FARTHEST)
    else { return nil }
    return writ_start_rule(
      previous: previous, first: first, next: next, between: between, wanted: wanted,
      most: UInt8(most))
  }

  private mutating func place(_ set: ByteSet) -> UInt8? {
    if let known = places[set] { return known }
    guard sets.count < Int(WRIT_MOST_SETS) else { return nil }
    let fresh = UInt8(sets.count)
    sets.append(set.widened)
    places[set] = fresh
    return fresh
  }
}

extension ByteSet {
  fileprivate func containsWidened(_ byte: UInt8) -> Bool {
    byte < 0x80 ? contains(byte) : !intersection(.high).isEmpty
  }
}
