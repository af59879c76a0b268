/// Sizes as text: `10MiB`, `1500B`.
public enum ByteFormat {
  /// Exact: in the largest binary unit that divides the size, else in bytes.
  public static func describe(_ bytes: Int64) -> String {
    for unit in units.prefix(4) where bytes != 0 && bytes % Int64(unit.size) == 0 {
      return "\(bytes / Int64(unit.size))\(unit.name)"
    }
    return "\(bytes)B"
  }

  /// One whole number and a unit: `B`, `kB MB GB TB` (thousands), `KiB MiB GiB TiB`. Nil for
  /// anything else and on overflow.
  public static func parse(_ text: String) -> Int64? {
    guard let scanner = UnitScanner(text), scanner.parts.count == 1,
      let part = scanner.parts.first, part.millionths == nil,
      let unit = units.first(where: { $0.name == part.unit })
    else { return nil }
    let (total, overflow) = part.amount.multipliedReportingOverflow(by: unit.size)
    return overflow ? nil : scanner.signed(total)
  }

  private static let units: [(name: Substring, size: UInt64)] = [
    ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
    ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("B", 1),
  ]
}
