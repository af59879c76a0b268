import WritValues

/// Decodes the bytes of JSON objects straight to rows.
struct ObjectDecoder {
  private let plan: DecodingPlan
  private let zone: Zone?
  private var scanner: JSONScanner
  private var data: [Datum] = []
  /// How deep in the object the value of each field was found; the shallower wins.
  private var found: [UInt8]

  private static let nowhere = UInt8.max

  init(plan: DecodingPlan) {
    self.plan = plan
    zone = plan.binding.zone
    scanner = JSONScanner(UnsafeBufferPointer(start: nil, count: 0))
    found = Array(repeating: Self.nowhere, count: plan.fields.count)
  }

  /// The row of an object; a rejected one when the bytes are none.
  /// - Returns: also whether the bytes were JSON at all.
  mutating func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, place: RowPlace
  ) -> (decoded: DecodedRow, isJSON: Bool) {
    if let offset = UTF8Check.firstFault(in: bytes) {
      let reason = "invalid UTF-8 (byte \(place.byte(offset)))"
      return (plan.rejected(reason, place: place), false)
    }
    scanner.reset(bytes)
    data = plan.blank
    for index in found.indices { found[index] = Self.nowhere }
    do throws(JSONFault) {
      scanner.skipSpace()
      guard scanner.current == ASCII.openBrace else {
        try scanner.skipValue(depth: 1)
        try scanner.finish()
        return (plan.rejected("not an object", place: place), false)
      }
      try members(of: plan.root, path: 0, place: place)
      try scanner.finish()
    } catch {
      let reason = "malformed JSON: \(error.message) (byte \(place.byte(error.offset)))"
      return (plan.rejected(reason, place: place), false)
    }
    for index in plan.fields.indices where found[index] == Self.nowhere && plan.wanted[index] {
      data[index] = plan.absent(index, place: place)
    }
    var fields: [Datum] = []
    swap(&fields, &data)
    let decoded = plan.row(fields, place: place)
    if let whole = plan.planForWhole(decoded) {
      var decoder = ObjectDecoder(plan: whole)
      return decoder.decode(bytes, place: place)
    }
    return (decoded, true)
  }

  private mutating func members(
    of node: PathNode, path: UInt8, place: RowPlace
  ) throws(JSONFault) {
    let depth = Int(path) &+ 1
    let frame = scanner.nameCount
    guard try scanner.enterObject(depth: depth) else { return }
    var hint = 0
    repeat {
      let (token, hash) = try scanner.memberName()
      let index = node.child(hash: hash, hint: hint) { name in
        if token.hasEscapes { return scanner.text(token).utf8.elementsEqual(name) }
        let part = scanner.bytes.part(token.range)
        return part.count == name.count && part.elementsEqual(name)
      }
      if let index {
        hint = index &+ 1
        try value(of: node.children[index], path: path, place: place)
      } else {
        try scanner.skipValue(depth: depth &+ 1)
      }
    } while try scanner.nextMember()
    try scanner.leaveObject(frame: frame)
  }

  private mutating func value(
    of child: PathNode.Child, path: UInt8, place: RowPlace
  ) throws(JSONFault) {
    let start = scanner.position
    var isRead = false
    for index in child.fields where plan.wanted[index] && path < found[index] {
      scanner.position = start
      data[index] = try datum(index, depth: Int(path) &+ 2, place: place)
      found[index] = path
      isRead = true
    }
    if let node = child.node, path < 100 {
      scanner.position = start
      if scanner.current == ASCII.openBrace {
        return try members(of: node, path: path &+ 1, place: place)
      }
      let isNull = scanner.current == UInt8(ascii: "n")
      try scanner.skipValue(depth: Int(path) &+ 2)
      if isNull { return }
      for index in child.beneath where plan.wanted[index] && path &+ 1 < found[index] {
        data[index] = place.unreadable(plan.fields[index].name)
        found[index] = path &+ 1
      }
    } else if !isRead {
      try scanner.skipValue(depth: Int(path) &+ 2)
    }
  }

  private mutating func datum(
    _ index: Int, depth: Int, place: RowPlace
  ) throws(JSONFault) -> Datum {
    try scanner.datum(plan.fields[index], depth: depth, place: place, zone: zone)
  }
}

extension JSONScanner {
  /// What the value that begins here is for a field.
  mutating func datum(
    _ field: DecodingPlan.Field, depth: Int, place: RowPlace, zone: Zone?
  ) throws(JSONFault) -> Datum {
    let shape = field.shape
    let datum: Datum?
    switch current {
    case ASCII.quote:
      let token = try string()
      if token.hasEscapes {
        var text = text(token)
        datum = text.withUTF8 { shape.datum(text: $0, zone: zone) }
      } else {
        datum = shape.datum(text: bytes.part(token.range), zone: zone)
      }
    case ASCII.openBrace, ASCII.openBracket:
      switch shape {
      case .list, .set, .map, .record, .tuple, .json:
        let value = try value(depth: depth)
        datum = shape.datum(value, path: field.name, place: place, zone: zone)
      default:
        try skipValue(depth: depth)
        datum = nil
      }
    case UInt8(ascii: "t"):
      try word("true")
      datum = shape.datum(bool: true)
    case UInt8(ascii: "f"):
      try word("false")
      datum = shape.datum(bool: false)
    case UInt8(ascii: "n"):
      try word("null")
      return field.absent(place: place)
    default:
      datum = shape.datum(number: bytes.part(try number()))
    }
    return datum ?? place.unreadable(field.name)
  }
}
