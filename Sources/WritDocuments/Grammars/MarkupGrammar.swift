/// XML and HTML: text, attributes, CDATA, comments, instructions, scripts and styles.
///
/// Tags need not be balanced: that is no reason to look at less.
final class MarkupGrammar: Grammar {
  private enum State { case text, tag, attribute, markup, raw }

  private let isHTML: Bool
  private let depthLimit: Int
  /// Told of every element that begins or ends, by its name without a prefix.
  var onElement: ((UnsafeBufferPointer<UInt8>, _ isEnd: Bool) -> Void)?

  private var state = State.text
  private var elements: [[UInt8]] = []
  /// Elements inside the deepest one that is kept.
  private var beyond = 0
  private var attribute: [UInt8] = []
  private var element: [UInt8] = []
  private var isEndTag = false
  /// Nil: not in quotes.
  private var quote: UInt8?
  private var encoding = ValueEncoding.xmlText
  private var closing: StaticString = ""
  private var kind = DocumentValue.Kind.comment
  private var isInAttribute = false

  init(isHTML: Bool, depthLimit: Int) {
    self.isHTML = isHTML
    self.depthLimit = depthLimit
  }

  var path: String {
    let steps = elements.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    guard isInAttribute else { return "/\(steps)" }
    let own = String(decoding: element, as: UTF8.self)
    return
      "/\(steps.isEmpty ? "" : steps + "/")\(own)/@\(String(decoding: attribute, as: UTF8.self))"
  }

  func scan(_ walk: DocumentWalk) throws -> StaticString? {
    reading: while walk.position < walk.bytes.count {
      let step =
        switch state {
        case .text: try text(walk)
        case .tag: try tag(walk)
        case .attribute: try attributeValue(walk)
        case .markup, .raw: try markup(walk)
        }
      switch step {
      case .done: continue
      case .more: break reading
      case .broken(let reason): return reason
      }
    }
    return walk.isLast && state != .text ? "a tag or a comment is not closed" : nil
  }

  private enum Step {
    case done
    case more
    case broken(StaticString)
  }

  // MARK: Text

  private func text(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    if bytes[start] != ASCII.less || walk.isInPieces {
      return try content(walk, start)
    }
    // `<![CDATA[` is the longest that has to be told from others.
    if bytes.count &- start < 9, !walk.isLast { return .more }
    switch bytes.at(start &+ 1) {
    case UInt8(ascii: "!"):
      if bytes.has("<!--", at: start) {
        begin(walk, 4, isHTML ? .htmlComment : .xmlComment, "-->", .comment)
      } else if bytes.has("<![CDATA[", at: start) {
        begin(walk, 9, .cdata, "]]>", .value)
      } else {
        begin(walk, 2, .declaration, ">", .comment)
      }
    case UInt8(ascii: "?"): begin(walk, 2, .instruction, isHTML ? ">" : "?>", .comment)
    case ASCII.slash, 0x80..., 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"):
      return openTag(walk)
    default:
      // A `<` that begins nothing is text.
      return try content(walk, start &+ 1)
    }
    return .done
  }

  private func begin(
    _ walk: DocumentWalk, _ length: Int, _ encoding: ValueEncoding, _ closing: StaticString,
    _ kind: DocumentValue.Kind
  ) {
    walk.position &+= length
    self.encoding = encoding
    self.closing = closing
    self.kind = kind
    state = .markup
  }

  private func content(_ walk: DocumentWalk, _ from: Int) throws -> Step {
    let bytes = walk.bytes
    let isLast = walk.isLast
    let start = walk.position
    if !walk.isInPieces {
      // White space between elements is not a value.
      var first = start
      while first < bytes.count, ASCII.isSpace(bytes[first]) { first &+= 1 }
      if first > start {
        walk.position = first
        return .done
      }
      if let end = bytes.first(ASCII.less, from: from, to: start &+ walk.limits.pieceSize &+ 1) {
        let hasEscapes = bytes.first(ASCII.ampersand, from: start, to: end) != nil
        try withKey { key in
          try walk.value(
            start, end, .xmlText, .value, hasEscapes: hasEscapes, key: key, grammar: self)
        }
        walk.position = end
        return .done
      }
    }
    let found = try withKey { key in
      try walk.pieces(.xmlText, .value, key: key, grammar: self) { start, limit in
        if let end = bytes.first(ASCII.less, from: max(start, from), to: limit &+ 1) { return end }
        return isLast && bytes.count <= limit ? bytes.count : nil
      }
    }
    return found == .ended ? .done : .more
  }

  private func withKey<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard let name = elements.last else { return try body(DocumentWalk.noKey) }
    return try name.withUnsafeBufferPointer(body)
  }

  // MARK: Tags

  private func openTag(_ walk: DocumentWalk) -> Step {
    let bytes = walk.bytes
    isEndTag = bytes.at(walk.position &+ 1) == ASCII.slash
    let start = walk.position &+ (isEndTag ? 2 : 1)
    var end = start
    while end < bytes.count, !Self.endsName(bytes[end]) { end &+= 1 }
    if end == bytes.count, !walk.isLast, end &- start <= 1024 { return .more }
    if end &- start > 1024 { return .broken("an element's name is too long") }
    element = Self.local(bytes, start, end)
    if isHTML { element = element.map(ASCII.lowercased) }
    walk.position = end
    state = .tag
    return .done
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater || byte == ASCII.equal
      || byte == ASCII.less
  }

  /// The name without its prefix.
  private static func local(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> [UInt8] {
    let name = bytes[start..<end]
    guard let colon = name.lastIndex(of: ASCII.colon) else { return Array(name) }
    return Array(name[(colon + 1)...])
  }

  private func tag(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    var position = walk.position
    while position < bytes.count, ASCII.isSpace(bytes[position]) { position &+= 1 }
    walk.position = position
    guard position < bytes.count else { return .more }
    switch bytes[position] {
    case ASCII.greater:
      walk.position = position &+ 1
      close(isEmpty: false)
      return .done
    case ASCII.slash:
      guard position &+ 1 < bytes.count || walk.isLast else { return .more }
      guard bytes.at(position &+ 1) == ASCII.greater else {
        walk.position = position &+ 1
        return .done
      }
      walk.position = position &+ 2
      close(isEmpty: true)
      return .done
    case ASCII.less:
      // The tag is not closed; another begins.
      guard isHTML else { return .broken("a tag is not closed") }
      close(isEmpty: true)
      return .done
    default: return try attributeName(walk)
    }
  }

  private func attributeName(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    var end = start
    if bytes[end] == ASCII.equal { end &+= 1 }
    while end < bytes.count, !Self.endsName(bytes[end]) { end &+= 1 }
    var next = end
    while next < bytes.count, ASCII.isSpace(bytes[next]) { next &+= 1 }
    let hasValue = bytes.at(next) == ASCII.equal
    if hasValue {
      next &+= 1
      while next < bytes.count, ASCII.isSpace(bytes[next]) { next &+= 1 }
    }
    if next >= bytes.count, !walk.isLast, next &- start <= 4096 { return .more }
    if next &- start > 4096 { return .broken("an attribute's name is too long") }
    guard hasValue, next < bytes.count else {
      // An attribute without value: its name may be what is said of somebody.
      isInAttribute = true
      defer { isInAttribute = false }
      attribute = []
      try walk.value(
        start, end, .attributeName, .name, hasEscapes: false, key: DocumentWalk.noKey, grammar: self
      )
      walk.position = end
      return .done
    }
    attribute = Self.local(bytes, start, end)
    let byte = bytes[next]
    quote = byte == ASCII.quote || byte == ASCII.apostrophe ? byte : nil
    walk.position = quote == nil ? next : next &+ 1
    state = .attribute
    // An attribute without quotes may be empty: `a=>`.
    if quote == nil, Self.endsBare(byte) { state = .tag }
    return .done
  }

  private static func endsBare(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == ASCII.greater
  }

  private func attributeValue(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    isInAttribute = true
    defer { isInAttribute = false }
    let quote = quote
    let found = try attribute.withUnsafeBufferPointer { key in
      if let quote, !walk.isInPieces,
        let end = bytes.first(quote, from: start, to: start &+ walk.limits.pieceSize &+ 1)
      {
        let hasEscapes = bytes.first(ASCII.ampersand, from: start, to: end) != nil
        if end > start {
          try walk.value(
            start, end, .xmlAttribute(quote), .value, hasEscapes: hasEscapes, key: key,
            grammar: self)
        }
        walk.position = end
        return DocumentWalk.Pieces.ended
      }
      return try walk.pieces(
        quote.map { .xmlAttribute($0) } ?? .htmlBareAttribute, .value, key: key, grammar: self
      ) { start, limit in
        if let quote { return bytes.first(quote, from: start, to: limit &+ 1) }
        var end = start
        let last = min(limit, bytes.count)
        while end < last, !Self.endsBare(bytes[end]) { end &+= 1 }
        guard end < bytes.count, Self.endsBare(bytes[end]) else { return nil }
        // `<br class=x/>`: the slash is the tag's in XML, and met so in HTML.
        let isSlash =
          end > start && bytes[end] == ASCII.greater && bytes[end &- 1] == ASCII.slash
        return isSlash ? end &- 1 : end
      }
    }
    switch found {
    case .more: return .more
    case .unterminated: return .broken("an attribute is not closed")
    case .ended:
      if quote != nil { walk.position &+= 1 }
      state = .tag
      return .done
    }
  }

  // MARK: Elements

  private func close(isEmpty: Bool) {
    state = .text
    element.withUnsafeBufferPointer { name in
      if !isEndTag { onElement?(name, false) }
      if isEndTag || isEmpty { onElement?(name, true) }
    }
    if isEndTag {
      pop()
    } else if !isEmpty, !(isHTML && Self.void.contains(element)) {
      if elements.count < depthLimit { elements.append(element) } else { beyond &+= 1 }
      if isHTML, let closing = Self.raw(element) {
        self.closing = closing
        encoding = .script
        kind = .comment
        state = .raw
      }
    }
  }

  private func pop() {
    if beyond > 0 {
      beyond &-= 1
    } else if elements.last == element {
      elements.removeLast()
    } else if let index = elements.lastIndex(of: element) {
      elements.removeSubrange(index...)
    }
  }

  /// Elements of HTML without content.
  private static let void: Set<[UInt8]> = Set(
    [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
      "source", "track", "wbr",
    ].map { Array($0.utf8) })

  /// What ends an element whose content is not markup.
  private static func raw(_ element: [UInt8]) -> StaticString? {
    if element.elementsEqual("script".utf8) { return "</script" }
    if element.elementsEqual("style".utf8) { return "</style" }
    return nil
  }

  // MARK: Comments, CDATA, instructions, scripts

  private func markup(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let isRaw = state == .raw
    let closing = closing
    let isDeclaration: Bool
    if case .declaration = encoding { isDeclaration = true } else { isDeclaration = false }
    let found = try withKey { key in
      try walk.pieces(encoding, kind, key: key, grammar: self) { start, limit in
        isDeclaration
          ? Self.declarationEnd(bytes, start, limit)
          : bytes.first(closing, from: start, to: limit &+ 1, anyCase: isRaw)
      }
    }
    switch found {
    case .more: return .more
    case .unterminated:
      if isRaw {
        // A script that the document ends in.
        _ = try walk.rest(bytes.count, .comment)
        state = .text
        return .done
      }
      return .broken("a comment or a section is not closed")
    case .ended:
      // A script's end tag is a tag.
      if !isRaw { walk.position &+= closing.utf8CodeUnitCount }
      state = .text
      return .done
    }
  }

  /// `>` outside of quotes and of the brackets of a document type's own declarations.
  private static func declarationEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int? {
    var index = start
    var isInside = false
    var quote: UInt8?
    let last = min(limit &+ 1, bytes.count)
    while index < last {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == ASCII.quote || byte == ASCII.apostrophe {
        quote = byte
      } else if byte == ASCII.openBracket {
        isInside = true
      } else if byte == ASCII.closeBracket {
        isInside = false
      } else if byte == ASCII.greater, !isInside {
        return index
      }
      index &+= 1
    }
    return nil
  }
}
