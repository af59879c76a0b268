package import CKernels

/// Lists of start rules as the kernels take them, one mask for each; shared by all threads.
package struct StartMasks: Sendable {
  package let lists: [[StartRule]]
  private let sets: [writ_byte_set]
  private let rules: [writ_start_rule]
  private let kernel: writ_kernel

  /// - Parameter lists: at most 16; the rules of one list make up one mask.
  package init(_ lists: [[StartRule]], kernel: writ_kernel = writ_best_kernel()) {
    self.kernel = kernel
    var sets = SetList()
    var rules: [writ_start_rule] = []
    var kept: [[StartRule]] = []
    for (output, list) in lists.prefix(Int(WRIT_MOST_OUTPUTS)).enumerated() {
      var own: [StartRule] = []
      for rule in list {
        if let compiled = sets.compile(rule, output: UInt8(output)) {
          rules.append(compiled)
          own.append(rule)
        } else {
          // No room: then it holds everywhere, which loses nothing.
          rules.append(SetList.always(output: UInt8(output)))
          own.append(StartRule(first: .all))
        }
      }
      kept.append(own)
    }
    self.lists = kept
    self.sets = sets.sets
    self.rules = rules
  }

  /// One word in each mask for each block of 64 bytes: bit `i` is set where something may begin at its
  /// byte `i`.
  ///
  /// One byte before `bytes` and 64 past the last block are read.
  ///
  /// - Parameters:
  ///   - masks: one behind the other, each `stride` words long.
  ///   - blocks: at most `stride`.
  package func fill(
    _ masks: UnsafeMutableBufferPointer<UInt64>, stride: Int, blocks: Int,
    from bytes: UnsafePointer<UInt8>
  ) {
    guard let start = masks.baseAddress, blocks <= stride, masks.count >= lists.count * stride
    else { return }
    sets.withUnsafeBufferPointer { sets in
      rules.withUnsafeBufferPointer { rules in
        writ_start_masks(
          kernel, bytes, blocks, sets.baseAddress, sets.count, rules.baseAddress, rules.count,
          lists.count, start, stride)
      }
    }
  }

  /// What `fill` means for one mask and one place that has bytes around it; tests compare the kernels
  /// with it.
  package func allows(_ bytes: [UInt8], at place: Int, list: Int) -> Bool {
    lists[list].contains { rule in
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
  /// The first set of every list has all bytes.
  private(set) var sets = [ByteSet.all.widened]
  private var places: [ByteSet: UInt8] = [.all: 0]

  /// A rule that holds everywhere.
  static func always(output: UInt8) -> writ_start_rule {
    writ_start_rule(
      previous: 0, first: 0, next: 0, between: 0, wanted: 0, most: 0, output: output)
  }

  mutating func compile(_ rule: StartRule, output: UInt8) -> writ_start_rule? {
    let most = rule.lead?.most ?? 0
    guard let previous = place(rule.previous), let first = place(rule.first),
      let next = place(rule.next), let between = place(rule.lead?.between ?? .all),
      let wanted = place(rule.lead?.wanted ?? .all), most <= Int(WRIT_FARTHEST)
    else { return nil }
    return writ_start_rule(
      previous: previous, first: first, next: next, between: between, wanted: wanted,
      most: UInt8(most), output: output)
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
