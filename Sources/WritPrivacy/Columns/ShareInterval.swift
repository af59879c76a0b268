/// A share of a sample, and where the share of all lies with 95 % confidence (Wilson's score interval).
package struct ShareInterval: Hashable, Sendable {
  package let hits: Int
  package let count: Int

  package init(hits: Int, of count: Int) {
    self.count = max(0, count)
    self.hits = min(max(0, hits), max(0, count))
  }

  private static let z = 1.959964

  package var share: Double { count == 0 ? 0 : Double(hits) / Double(count) }

  /// 0 and 1 where there is no sample.
  package var bounds: (low: Double, high: Double) {
    guard count > 0 else { return (0, 1) }
    let n = Double(count)
    let square = Self.z * Self.z
    let center = (share + square / (2 * n)) / (1 + square / n)
    let half =
      Self.z / (1 + square / n)
      * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    return (max(0, center - half), min(1, center + half))
  }

  /// Whether more cells could still bring the share to the other side.
  package func straddles(_ threshold: Double) -> Bool {
    let (low, high) = bounds
    return low < threshold && threshold < high
  }
}
