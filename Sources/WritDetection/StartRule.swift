/// Where something may begin: at a byte of `first` that has a byte of `previous` before it and one of
/// `next` behind it.
package struct StartRule: Hashable, Sendable {
  /// A byte that has to follow soon.
  package struct Lead: Hashable, Sendable {
    package var wanted: ByteSet
    /// What may stand between the first byte and that one.
    package var between: ByteSet
    /// Bytes from the first one to that one, at most.
    package var most: Int

    package init(wanted: ByteSet, between: ByteSet, most: Int) {
      self.wanted = wanted
      self.between = between
      self.most = most
    }

    func joined(_ other: Lead) -> Lead {
      Lead(
        wanted: wanted.union(other.wanted), between: between.union(other.between),
        most: max(most, other.most))
    }
  }

  package var previous: ByteSet
  package var first: ByteSet
  package var next: ByteSet
  package var lead: Lead?

  package init(
    previous: ByteSet = .all, first: ByteSet, next: ByteSet = .all, lead: Lead? = nil
  ) {
    self.previous = previous
    self.first = first
    self.next = next
    self.lead = lead
  }

  func joined(_ other: StartRule) -> StartRule {
    var both = StartRule(
      previous: previous.union(other.previous), first: first.union(other.first),
      next: next.union(other.next))
    if let lead, let otherLead = other.lead { both.lead = lead.joined(otherLead) }
    return both
  }

  /// How many places of a text it lets through, as far as single bytes tell.
  private var weight: Double {
    let lead = self.lead.map { min(1, ByteFrequency.share($0.wanted) * Double($0.most)) } ?? 1
    return ByteFrequency.share(previous) * ByteFrequency.share(first) * ByteFrequency.share(next)
      * lead
  }

  /// At most `limit` rules that let through all that these do, and as little more as greedy joining
  /// finds.
  static func joined(_ rules: [StartRule], limit: Int) -> [StartRule] {
    var joined: [StartRule] = []
    for rule in rules where !rule.first.isEmpty {
      // What differs in its first byte alone, or in what it looks ahead for, is close enough.
      let twin = joined.firstIndex {
        $0.previous == rule.previous && $0.next == rule.next
          && ($0.lead == nil) == (rule.lead == nil)
      }
      if let twin {
        joined[twin] = joined[twin].joined(rule)
      } else {
        joined.append(rule)
      }
    }
    while joined.count > max(1, limit) {
      var best = (cost: Double.infinity, one: 0, other: 1)
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
