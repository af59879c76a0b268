/// Text compared and hashed by its UTF-8 bytes: Swift's `String ==` is canonical equivalence.
public struct Text: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public var string: String

  public init(_ string: String) { self.string = string }
  public init(stringLiteral value: String) { string = value }

  public var description: String { string }

  public static func == (one: Text, other: Text) -> Bool {
    let left = one.string.utf8
    let right = other.string.utf8
    guard left.count == right.count else { return false }
    let areEqual = left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { right in
        areSame(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
      } ?? left.elementsEqual(right)
    }
    return areEqual ?? left.elementsEqual(right)
  }

  /// Whether buffers of one size hold the same bytes, eight at a time.
  private static func areSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer)
    -> Bool
  {
    var offset = 0
    while offset + 8 <= one.count {
      let left = one.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if left != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset += 8
    }
    while offset < one.count {
      if one[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    var copy = string
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  public static func < (one: Text, other: Text) -> Bool {
    let left = one.string.utf8
    let right = other.string.utf8
    let isLess = left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { left.lexicographicallyPrecedes($0) }
        ?? left.lexicographicallyPrecedes(right)
    }
    return isLess ?? left.lexicographicallyPrecedes(right)
  }
}
