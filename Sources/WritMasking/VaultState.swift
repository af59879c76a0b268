import WritCrypto

/// What a vault knows while it is open. Values stay in the file; in memory are digests and places.
struct VaultState {
  private struct Digest128: Hashable {
    var high: UInt64
    var low: UInt64

    init(_ bytes: some Collection<UInt8>) {
      (high, low) = (0, 0)
      for byte in bytes.prefix(16) {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte)
      }
    }
  }

  private struct Place {
    var offset: Int
    var length: Int
    var number: UInt64
  }

  private static let mark = "writ-vault-1"
  /// Records that wait are written when they are so many bytes.
  private static let bufferSize = 1 << 18
  private static let longestLine = 1 << 26

  private let storage: any VaultStorage
  private let sealing: Sealing
  private let digests: KeyedDigest
  private var id: [UInt8] = []

  private var tokenOfValue: [Digest128: [UInt8]] = [:]
  private var placeOfToken: [Digest128: Place] = [:]
  private var reversalPlaces: [Place] = []
  private var nextNumber: UInt64 = 1
  /// Where the next record goes, after what waits.
  private var end = 0
  private var waiting: [UInt8] = []
  private var needsSync = false
  private var isStopped = false
  private(set) var droppedBytes = 0

  var count: Int { placeOfToken.count }

  init(storage: any VaultStorage, key: SecretKey) throws(VaultError) {
    self.storage = storage
    let keyID: String
    do {
      sealing = try Sealing(key: key.derived(for: "vault"))
      digests = try KeyedDigest(key: key.derived(for: "vault index"))
      keyID = try key.identifier()
    } catch { throw .crypto(error) }
    let size = try storage.size()
    let head = try storage.read(at: 0, count: min(size, 128))
    if let lineEnd = head.firstIndex(of: 0x0A) {
      try readHead(head[..<lineEnd], keyID)
      end = lineEnd + 1
      try readRecords(size)
    } else if size < 128, Array("\(Self.mark) ".utf8).starts(with: head.prefix(13)) {
      // New, or a crash came before the first line was whole.
      droppedBytes = size
      try makeHead(keyID)
    } else {
      throw .notAVault(path: storage.path)
    }
  }

  // MARK: Head

  private mutating func readHead(_ line: ArraySlice<UInt8>, _ keyID: String) throws(VaultError) {
    let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, words[0].elementsEqual(Self.mark.utf8), words[1].count == 32 else {
      throw .notAVault(path: storage.path)
    }
    guard words[2].elementsEqual(keyID.utf8) else { throw .wrongKey(path: storage.path) }
    id = Array(words[1])
  }

  private mutating func makeHead(_ keyID: String) throws(VaultError) {
    do { id = Array(Digest.hex(try RandomBytes.make(16)).utf8) } catch { throw .crypto(error) }
    let line = Array("\(Self.mark) ".utf8) + id + Array(" \(keyID)\n".utf8)
    try storage.truncate(to: 0)
    try storage.write(line, at: 0)
    try storage.sync()
    end = line.count
  }

  // MARK: Reading

  /// What can't be read is the trace of a crash where nothing that can be read follows it, and damage where something does.
  private mutating func readRecords(_ size: Int) throws(VaultError) {
    var offset = end
    var rest: [UInt8] = []
    var bad: (offset: Int, number: UInt64)?
    while offset + rest.count < size {
      let piece = try storage.read(at: offset + rest.count, count: 1 << 20)
      guard !piece.isEmpty else { break }
      rest += piece
      var start = 0
      while let lineEnd = rest[start...].firstIndex(of: 0x0A) {
        let place = Place(offset: offset + start, length: lineEnd - start, number: nextNumber)
        if bad == nil {
          if let text = open(rest[start..<lineEnd], nextNumber), index(text, place) {
            nextNumber += 1
            end = offset + lineEnd + 1
          } else {
            bad = (place.offset, nextNumber)
          }
        } else if let bad, follows(rest[start..<lineEnd], bad.number) {
          throw .damaged(path: storage.path, record: Int(truncatingIfNeeded: bad.number))
        }
        start = lineEnd + 1
      }
      rest.removeFirst(start)
      offset += start
      guard rest.count < Self.longestLine else { throw .notAVault(path: storage.path) }
    }
    if end < size {
      droppedBytes = size - end
      try storage.truncate(to: end)
      try storage.sync()
    }
  }

  /// Whether a line is a whole record at, or not far after, a number.
  private func follows(_ line: ArraySlice<UInt8>, _ number: UInt64) -> Bool {
    (number...number &+ 64).contains { open(line, $0) != nil }
  }

  private func bound(_ number: UInt64) -> [UInt8] {
    id + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  private func open(_ line: ArraySlice<UInt8>, _ number: UInt64) -> [UInt8]? {
    Base64.decode(line).flatMap { try? sealing.open($0, associated: bound(number)) }
  }

  private mutating func index(_ text: [UInt8], _ place: Place) -> Bool {
    guard let record = VaultRecord(text) else { return false }
    switch record {
    case .value(let token, let value):
      guard let key = try? valueKey(value, token) else { return false }
      tokenOfValue[key] = token
      placeOfToken[Self.tokenKey(token)] = place
    case .reversal: reversalPlaces.append(place)
    }
    return true
  }

  private func valueKey(_ value: [UInt8], _ token: [UInt8]) throws(VaultError) -> Digest128 {
    // The token up to its body is the domain.
    let domain = token.prefix(max(0, token.count - MaskedShape.bodyLength))
    return try valueKey(value, domain: Array(domain))
  }

  private func valueKey(_ value: [UInt8], domain: [UInt8]) throws(VaultError) -> Digest128 {
    do { return Digest128(try digests.digest(domain, [0], value)) } catch { throw .crypto(error) }
  }

  /// The body alone has 100 random bits; the label before it is hashed in, since it must be the same too.
  private static func tokenKey(_ token: [UInt8]) -> Digest128 { Digest128(Digest.sha256(token)) }

  func contains(_ token: [UInt8]) -> Bool { placeOfToken[Self.tokenKey(token)] != nil }

  // MARK: Writing

  mutating func token(for value: [UInt8], in domain: JoinDomain) throws(VaultError) -> [UInt8] {
    // What waited when a write failed is not in the file: no token of memory counts any more.
    guard !isStopped else { throw .stopped }
    let prefix = Array("\(MaskedShape.vaultPrefix)\(domain.label)_".utf8)
    let key = try valueKey(value, domain: prefix)
    if let known = tokenOfValue[key] { return known }
    var token: [UInt8]
    repeat {
      do {
        token = prefix + Base32.encode(try RandomBytes.make(13)).prefix(MaskedShape.bodyLength)
      } catch { throw .crypto(error) }
    } while contains(token)
    let place = try append(.value(token: token, value: value))
    tokenOfValue[key] = token
    placeOfToken[Self.tokenKey(token)] = place
    return token
  }

  private mutating func append(_ record: VaultRecord) throws(VaultError) -> Place {
    guard !isStopped else { throw .stopped }
    let line: [UInt8]
    do {
      line = Base64.encode(try sealing.seal(record.bytes, associated: bound(nextNumber)))
    } catch { throw .crypto(error) }
    let place = Place(offset: end + waiting.count, length: line.count, number: nextNumber)
    waiting += line + [0x0A]
    nextNumber += 1
    needsSync = true
    if waiting.count >= Self.bufferSize { try write() }
    return place
  }

  private mutating func write() throws(VaultError) {
    guard !waiting.isEmpty else { return }
    do throws(VaultError) {
      try storage.write(waiting, at: end)
    } catch {
      isStopped = true
      // Where even this fails, opening the vault the next time cuts the rest off.
      do throws(VaultError) { try storage.truncate(to: end) } catch {}
      throw error
    }
    end += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  mutating func commit() throws(VaultError) {
    guard !isStopped else { throw .stopped }
    try write()
    guard needsSync else { return }
    do throws(VaultError) { try storage.sync() } catch {
      // After a sync that failed nobody knows what is on the disk.
      isStopped = true
      throw error
    }
    needsSync = false
  }

  // MARK: Reversing

  mutating func reveal(
    _ tokens: [[UInt8]], _ reversal: Reversal
  ) throws(VaultError) -> [[UInt8]?] {
    // What waits has to be in the file to be read from it.
    try write()
    for token in tokens where contains(token) {
      reversalPlaces.append(try append(.reversal(reversal, token: token)))
    }
    try commit()
    var values: [[UInt8]?] = []
    for token in tokens {
      guard let place = placeOfToken[Self.tokenKey(token)] else {
        values.append(nil)
        continue
      }
      guard case .value(token, let value) = try record(at: place) else {
        throw .damaged(path: storage.path, record: Int(truncatingIfNeeded: place.number))
      }
      values.append(value)
    }
    return values
  }

  mutating func reversals() throws(VaultError) -> [Vault.Entry] {
    try write()
    var entries: [Vault.Entry] = []
    for place in reversalPlaces {
      if case .reversal(let reversal, let token) = try record(at: place) {
        entries.append(Vault.Entry(reversal: reversal, token: token))
      }
    }
    return entries
  }

  private func record(at place: Place) throws(VaultError) -> VaultRecord {
    let line = try storage.read(at: place.offset, count: place.length)
    guard let text = open(line[...], place.number), let record = VaultRecord(text) else {
      throw .damaged(path: storage.path, record: Int(truncatingIfNeeded: place.number))
    }
    return record
  }
}
