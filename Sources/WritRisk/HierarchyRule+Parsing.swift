import WritValues

extension HierarchyRule {
  /// A rule as written on a command line or in a file: `intervals:5,10,20`, `intervals:10@18` (from
  /// 18 on), `dates:month,year,decade`, `prefixes:4,3,2`, `suppress`. Nil for anything else; a
  /// hierarchy of one's own comes as a `HierarchyFile`.
  package init?(parsing text: String) {
    if text == "suppress" {
      self = .suppression
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let items = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    switch parts[0] {
    case "intervals":
      let ends = parts[1].split(separator: "@", omittingEmptySubsequences: false)
      guard ends.count <= 2, let origin = ends.count == 2 ? Decimal(parsing: ends[1]) : .zero,
        let widths = Self.all(
          ends[0].split(separator: ",", omittingEmptySubsequences: false),
          {
            Decimal(parsing: $0)
          })
      else { return nil }
      self = .intervals(widths: widths, from: origin)
    case "dates":
      guard let levels = Self.all(items, { DateLevel(name: $0) }) else { return nil }
      self = .dates(levels)
    case "prefixes":
      guard let keep = Self.all(items, { Int($0) }) else { return nil }
      self = .prefixes(keep: keep)
    default: return nil
    }
  }

  private static func all<Item>(
    _ texts: [Substring], _ read: (Substring) -> Item?
  ) -> [Item]? {
    let items = texts.compactMap(read)
    return items.count == texts.count ? items : nil
  }
}

extension DateLevel {
  fileprivate init?(name: Substring) {
    switch name {
    case "month": self = .month
    case "year": self = .year
    case "decade": self = .decade
    default: return nil
    }
  }
}
