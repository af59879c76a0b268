/// Why bytes can't be decompressed.
package enum CompressionFault: Error, Hashable, Sendable {
  /// zlib could not be set up.
  case unavailable
  /// The bytes end before they should.
  case cutOff
  case wrongChecksum
  /// What is at a byte of the compressed input is not of the format.
  case damaged(at: Int64)
  /// Something that is no member stands behind the last one.
  case trailing(at: Int64)

  /// `is cut off`: what is wrong, to be put behind the name of the input.
  package var message: String {
    switch self {
    case .unavailable: "can't be decompressed (gzip)"
    case .cutOff: "is cut off (gzip)"
    case .wrongChecksum: "is damaged: its gzip checksum is wrong"
    case .damaged(let place):
      "is damaged: it can't be decompressed beyond byte \(place) of the file (gzip)"
    case .trailing(let place):
      "has something behind its last gzip member (byte \(place) of the file)"
    }
  }
}
