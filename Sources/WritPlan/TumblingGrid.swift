package import WritChecker
package import WritValues

/// Half-open windows aligned to Monday 2001-01-01 00:00 in a zone, whose days are calendar days.
package struct TumblingGrid {
  private let step: CheckedRule.TumblingStep
  private let zone: Zone

  package init(step: CheckedRule.TumblingStep, zone: Zone) {
    self.step = step
    self.zone = zone
  }

  private static let day: Int64 = 86_400_000_000
  /// 2001-01-01T00:00:00 as microseconds of local time.
  private static let origin: Int64 = 978_307_200_000_000

  /// Every instant lies in a window; one that reaches beyond all time ends there.
  package func window(holding time: Timestamp) -> (start: Timestamp, end: Timestamp) {
    let bounds: (start: Timestamp?, end: Timestamp?)
    switch step {
    case .microseconds(let span): bounds = stretch(span, time)
    case .days(let count): bounds = days(count, time)
    case .months(let count): bounds = months(count, time)
    }
    return (bounds.start ?? .earliest, bounds.end ?? .latest)
  }

  private func stretch(_ span: Int64, _ time: Timestamp) -> (Timestamp?, Timestamp?) {
    guard let origin = instant(Self.origin), let distance = time.microseconds(since: origin) else {
      return (nil, nil)
    }
    let offset = Self.wrap(
      floorDivide(distance, span).multipliedReportingOverflow(by: span))
    guard let start = offset.flatMap({ origin.adding(microseconds: $0) }) else {
      return (nil, origin.adding(microseconds: (offset ?? 0) &+ span))
    }
    return (start, start.adding(microseconds: span))
  }

  private func days(_ count: Int64, _ time: Timestamp) -> (Timestamp?, Timestamp?) {
    let (span, isWide) = count.multipliedReportingOverflow(by: Self.day)
    if isWide { return (nil, nil) }
    let local = zone.components(at: time).epochMicroseconds ?? time.microseconds
    let index = floorDivide(local &- Self.origin, span)
    func bound(_ index: Int64) -> Timestamp? {
      Self.wrap(index.multipliedReportingOverflow(by: span))
        .flatMap { Self.wrap($0.addingReportingOverflow(Self.origin)) }
        .flatMap { instant($0) }
    }
    return (bound(index), bound(index &+ 1))
  }

  private func months(_ count: Int64, _ time: Timestamp) -> (Timestamp?, Timestamp?) {
    let civil = zone.components(at: time)
    let index = floorDivide(Int64(civil.year - 2001) * 12 + Int64(civil.month - 1), count)
    func bound(_ index: Int64) -> Timestamp? {
      Self.wrap(index.multipliedReportingOverflow(by: count)).flatMap { instant(month: $0) }
    }
    return (bound(index), bound(index &+ 1))
  }

  private func instant(_ local: Int64) -> Timestamp? {
    zone.timestamp(fromLocal: CivilTime(epochMicroseconds: local))
  }

  private func instant(month: Int64) -> Timestamp? {
    Timestamp(microseconds: Self.origin).adding(months: month).flatMap { instant($0.microseconds) }
  }

  private func floorDivide(_ one: Int64, _ other: Int64) -> Int64 {
    guard other > 0 else { return 0 }
    let quotient = one / other
    return one % other < 0 ? quotient - 1 : quotient
  }

  private static func wrap<Number>(_ result: (partialValue: Number, overflow: Bool)) -> Number? {
    result.overflow ? nil : result.partialValue
  }
}
