/// A time zone: its offsets from UTC in the past, and the rule by which they go on.
public struct Zone: Hashable, Sendable {
  public let name: String
  /// Seconds since 1970 at which the offset changes, rising.
  let transitions: [Int64]
  /// The offset from the transition of the same index on, in seconds.
  let offsets: [Int32]
  /// The offset before the first transition.
  let firstOffset: Int32
  /// What holds from the last transition on; nil when its offset stays.
  let rule: ZoneRule?

  init(
    name: String, transitions: [Int64], offsets: [Int32], firstOffset: Int32, rule: ZoneRule?
  ) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.rule = rule
  }

  public static let utc = Zone(
    name: "UTC", transitions: [], offsets: [], firstOffset: 0, rule: nil)

  /// Seconds by which local time is ahead of UTC.
  public func offset(at time: Timestamp) -> Int32 {
    offset(atSecond: Self.second(ofMicrosecond: time.microseconds))
  }

  /// The local date and time of day.
  public func components(at time: Timestamp) -> CivilTime {
    let shift = Int64(offset(at: time)) * 1_000_000
    let (local, overflow) = time.microseconds.addingReportingOverflow(shift)
    return CivilTime(epochMicroseconds: overflow ? time.microseconds : local)
  }

  /// The instant of a local time; nil when a field is out of range.
  ///
  /// A local time that a clock change skips is shifted forward by what was skipped: 02:30 is 03:30.
  /// Of one that happens twice it is the earlier.
  public func timestamp(fromLocal local: CivilTime) -> Timestamp? {
    guard let count = local.epochMicroseconds else { return nil }
    return instant(ofLocal: count, inGap: { $0 - Int64($1) * 1_000_000 }).inRange
  }

  /// The first instant of the local day that holds a time, even where midnight is skipped.
  public func localMidnight(of time: Timestamp) -> Timestamp {
    if transitions.isEmpty && rule == nil && firstOffset == 0 { return Self.utcMidnight(of: time) }
    // Far outside of all calendars there are no zones either.
    guard let time = time.inRange else { return Self.utcMidnight(of: time) }
    let local = time.microseconds + Int64(offset(at: time)) * 1_000_000
    let midnight = CivilTime.dayNumber(ofMicroseconds: local) * CivilTime.microsecondsPerDay
    return instant(ofLocal: midnight, inGap: nil)
  }

  private static func utcMidnight(of time: Timestamp) -> Timestamp {
    let rest = time.microseconds % CivilTime.microsecondsPerDay
    let start = time.microseconds - rest
    guard rest < 0 else { return Timestamp(microseconds: start) }
    let (midnight, overflow) = start.subtractingReportingOverflow(CivilTime.microsecondsPerDay)
    return Timestamp(microseconds: overflow ? time.microseconds : midnight)
  }
}

extension Zone {
  static func second(ofMicrosecond count: Int64) -> Int64 {
    let seconds = count / 1_000_000
    return count % 1_000_000 < 0 ? seconds - 1 : seconds
  }

  func offset(atSecond second: Int64) -> Int32 {
    let index = transitionCount(through: second)
    if index == transitions.count, let rule { return rule.offset(at: second) }
    return index == 0 ? firstOffset : offsets[index - 1]
  }

  /// How many transitions of the table are not after a second.
  private func transitionCount(through second: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The next second after this one at which the offset may change.
  private func change(after second: Int64) -> Int64? {
    let index = transitionCount(through: second)
    if index < transitions.count { return transitions[index] }
    return rule?.change(after: second)
  }

  /// The earliest instant at which local clocks show a count of microseconds.
  ///
  /// Where a change skips it: `inGap` of it and the offset before, in seconds; without that the
  /// instant of the change.
  private func instant(ofLocal local: Int64, inGap: ((Int64, Int32) -> Int64)?) -> Timestamp {
    let second = Self.second(ofMicrosecond: local)
    // No zone is further from UTC than 26 hours.
    var start = second - 93_600
    let last = second + 93_600
    var offset = offset(atSecond: start)
    while start <= last {
      let end = change(after: start) ?? Int64.max
      if second - Int64(offset) < end {
        // Not below `start`: the gap before it was looked at, and the first start is early enough.
        return Timestamp(microseconds: local - Int64(offset) * 1_000_000)
      }
      let after = self.offset(atSecond: end)
      if second - Int64(after) < end {
        return Timestamp(microseconds: inGap?(local, offset) ?? end * 1_000_000)
      }
      start = end
      offset = after
    }
    return Timestamp(microseconds: local - Int64(offset) * 1_000_000)
  }
}

extension Zone {
  /// One offset and how long it holds, in microseconds.
  package struct Span: Sendable {
    package var start: Int64
    package var end: Int64
    /// Seconds by which local time is ahead of UTC.
    package var offset: Int32
  }

  /// The offsets of all time, without gaps: the first span begins and the last one ends beyond all calendars.
  package var spans: [Span] {
    let last = Timestamp.latest.microseconds / 1_000_000 + 93_600
    var spans: [Span] = []
    var start = Int64.min
    var second = Timestamp.earliest.microseconds / 1_000_000 - 93_600
    var offset = self.offset(atSecond: second)
    while let next = change(after: second), next <= last {
      second = next
      let after = self.offset(atSecond: next)
      if after == offset { continue }
      spans.append(Span(start: start, end: next * 1_000_000, offset: offset))
      start = next * 1_000_000
      offset = after
    }
    spans.append(Span(start: start, end: Int64.max, offset: offset))
    return spans
  }
}
