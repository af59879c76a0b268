import WritValues

/// Which keys may be shared, told from sixteen bytes a row.
struct KeySketch {
  /// What a pass saw, whatever the order: two passes over the same bytes agree.
  struct Digest: Equatable {
    var rows = 0
    var sum: UInt64 = 0

    mutating func note(_ row: Row) {
      rows &+= 1
      sum &+= KeySketch.hash(row.key)
    }
  }

  private struct Entry {
    var hash: UInt64
    var time: Int64
  }

  private(set) var digest = Digest()
  private let order: DatasetSchema.Order?
  private var entries: [Entry] = []
  /// Keys of rows whose time can't be told: they may meet any row with their key.
  private var timeless: Set<UInt64> = []

  init(order: DatasetSchema.Order?) { self.order = order }

  static func hash(_ key: Value) -> UInt64 { UInt64(bitPattern: Int64(key.hashValue)) }

  mutating func note(_ row: Row) {
    digest.note(row)
    guard !row.isRejected else { return }
    let hash = Self.hash(row.key)
    guard let order else {
      entries.append(Entry(hash: hash, time: 0))
      return
    }
    if let time = row.time(at: order.field) {
      entries.append(Entry(hash: hash, time: time.microseconds))
    } else {
      timeless.insert(hash)
    }
  }

  /// Hashes of keys that more than one row may hold within the lateness.
  consuming func suspects() -> Set<UInt64> {
    var found = timeless
    let lateness = max(0, order?.lateness ?? 0)
    entries.sort { ($0.hash, $0.time) < ($1.hash, $1.time) }
    guard entries.count > 1 else { return found }
    for index in 1..<entries.count where entries[index - 1].hash == entries[index].hash {
      let (gap, overflow) = entries[index].time.subtractingReportingOverflow(
        entries[index - 1].time)
      if !overflow && gap <= lateness { found.insert(entries[index].hash) }
    }
    return found
  }
}

extension Row {
  /// The time in a field; nil when it is none or unknown.
  func time(at field: Int) -> Timestamp? {
    guard fields.indices.contains(field), case .known(.time(let time)) = fields[field] else {
      return nil
    }
    return time
  }
}
