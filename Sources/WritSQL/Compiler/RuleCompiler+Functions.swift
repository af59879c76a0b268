import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  func call(
    _ function: CheckedExpression.Function, _ arguments: [CheckedExpression],
    _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    if function == .count { return try count(arguments, environment, scope, place) }
    if function == .subset { return try subset(arguments, environment, scope, place) }
    switch function {
    case .split, .nfc, .json, .items, .union, .intersect, .personal:
      throw Untranslatable("`\(function.rawValue)`", at: place)
    default: break
    }
    let operands = try arguments.map {
      shortened(try plain($0, environment, scope), scope)
    }
    guard let first = operands.first else { throw refusal(function, place) }
    func result(_ kind: SQLKind, _ value: Fragment) -> Scalar {
      partial(kind, value, operands, SQLEncoding.undefined, scope)
    }
    switch function {
    case .startsWith, .endsWith, .contains, .lower, .upper, .trim, .length, .replace:
      guard operands.allSatisfy({ $0.kind == .text }) else { throw refusal(function, place) }
      return text(function, operands, scope)
    case .abs:
      switch first.kind {
      case .int, .duration, .months, .bytes, .decimal: break
      default: throw refusal(function, place)
      }
      let negative = wide("0", "-", first.value, first.kind)
      return result(
        first.kind, "CASE WHEN \(first.value) < 0 THEN \(negative) ELSE \(first.value) END")
    case .min, .max: return try extreme(function, operands, scope, place)
    case .round, .floor, .ceil: return try whole(function, first, scope, place)
    case .modeWithin:
      guard operands.count == 2 else { throw refusal(function, place) }
      return Scalar(
        kind: .bool, value: "((\(first.value) & ~(\(operands[1].value))) = 0)",
        causes: union(operands))
    case .age:
      return result(.duration, wide(time(settings.now).value, "-", first.value, .duration))
    case .date, .hour, .weekday: return try clock(function, operands, arguments, scope, place)
    case .text: return try description(first, scope, place)
    case .int: return try integer(first, scope, place)
    case .decimal:
      if first.kind == .text {
        guard dialect == .sqlite else { throw refusal(function, place) }
        return result(.decimal, "writ_decimal(\(first.value))")
      }
      guard let value = decimal(first, scope) else { throw refusal(function, place) }
      return result(.decimal, value)
    case .time, .ip:
      guard dialect == .sqlite, first.kind == .text else { throw refusal(function, place) }
      return result(
        function == .time ? .time : .ip, "writ_\(own: function.rawValue)(\(first.value))")
    default: throw refusal(function, place)
    }
  }

  private func refusal(_ function: CheckedExpression.Function, _ place: Place) -> Untranslatable {
    Untranslatable("`\(function.rawValue)` of this type", at: place)
  }

  // MARK: Text

  private func text(
    _ function: CheckedExpression.Function, _ operands: [Scalar], _ scope: Scope
  ) -> Scalar {
    let values = operands.map(\.value)
    let kind: SQLKind =
      switch function {
      case .startsWith, .endsWith, .contains: .bool
      case .length: .int
      default: .text
      }
    if dialect == .sqlite {
      // SQLite's own stop at a zero byte and know ASCII alone.
      return Scalar(
        kind: kind,
        value: scope.bind("writ_\(own: function.rawValue)(\(Fragment.joined(values, ", ")))"),
        causes: union(operands))
    }
    let text = values[0]
    let value: Fragment
    switch function {
    case .startsWith: value = "(LEFT(\(text), LENGTH(\(values[1]))) = \(values[1]))"
    case .endsWith: value = "(RIGHT(\(text), LENGTH(\(values[1]))) = \(values[1]))"
    case .contains: value = "(POSITION(\(values[1]) IN \(text)) > 0)"
    case .lower: value = translated(text, CaseLetters.lower)
    case .upper: value = translated(text, CaseLetters.upper)
    case .trim:
      value = "BTRIM(\(text), \(parameters.fragment(.text(CaseLetters.whiteSpace), .text)))"
    case .length: value = "LENGTH(\(text))::bigint"
    default: value = "REPLACE(\(text), \(values[1]), \(values[2]))"
    }
    return Scalar(kind: kind, value: scope.bind(value), causes: union(operands))
  }

  private func translated(
    _ text: Fragment, _ letters: (from: String, to: String)
  ) -> Fragment {
    let from = parameters.fragment(.text(letters.from), .text)
    let to = parameters.fragment(.text(letters.to), .text)
    return "TRANSLATE(\(text), \(from), \(to))"
  }

  private func description(_ scalar: Scalar, _ scope: Scope, _ place: Place) throws -> Scalar {
    switch scalar.kind {
    case .text: return scalar
    case .int:
      let value: Fragment =
        dialect == .sqlite
        ? "CAST(\(scalar.value) AS TEXT)" : "(\(scalar.value)::text COLLATE \"C\")"
      return Scalar(kind: .text, value: scope.bind(value), causes: scalar.causes)
    case .bool:
      let value = scope.bind(
        "CASE WHEN \(scalar.value) IS TRUE THEN 'true' WHEN \(scalar.value) IS FALSE THEN 'false' END"
      )
      return Scalar(kind: .text, value: value, causes: scalar.causes)
    default: throw refusal(.text, place)
    }
  }

  private func integer(_ scalar: Scalar, _ scope: Scope, _ place: Place) throws -> Scalar {
    switch scalar.kind {
    case .int: return scalar
    case .decimal:
      return Scalar(kind: .int, value: "(\(scalar.value) / 1000000)", causes: scalar.causes)
    case .text:
      let value: Fragment
      switch dialect {
      case .sqlite: value = "writ_int(\(scalar.value))"
      case .postgres:
        let number: Fragment = """
          CASE WHEN \(scalar.value) ~ '^[+-]?[0-9]+$' AND LENGTH(\(scalar.value)) < 10000 \
          THEN \(scalar.value)::numeric END
          """
        let bound = scope.bind(number)
        value = """
          CASE WHEN \(bound) BETWEEN -9223372036854775808 AND 9223372036854775807 \
          THEN \(bound)::bigint END
          """
      }
      return partial(.int, value, [scalar], SQLEncoding.undefined, scope)
    default: throw refusal(.int, place)
    }
  }

  // MARK: Numbers

  private func extreme(
    _ function: CheckedExpression.Function, _ operands: [Scalar], _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let kind = operands[0].kind
    guard operands.allSatisfy({ $0.kind == kind }), kind.isOrdered, kind != .ratio else {
      throw refusal(function, place)
    }
    let sign = function == .min ? "<" : ">"
    var best = operands[0].value
    for operand in operands.dropFirst() {
      best = scope.bind(
        """
        CASE WHEN \(best) IS NULL OR \(operand.value) IS NULL THEN NULL \
        WHEN \(operand.value) \(own: sign) \(best) THEN \(operand.value) ELSE \(best) END
        """)
    }
    return Scalar(kind: kind, value: best, causes: union(operands))
  }

  private func whole(
    _ function: CheckedExpression.Function, _ operand: Scalar, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    switch operand.kind {
    case .int: return operand
    case .decimal:
      let quotient: Fragment = "\(operand.value) / 1000000"
      let rest: Fragment = "\(operand.value) % 1000000"
      let value: Fragment =
        switch function {
        case .floor: "(\(quotient) - CASE WHEN \(rest) < 0 THEN 1 ELSE 0 END)"
        case .ceil: "(\(quotient) + CASE WHEN \(rest) > 0 THEN 1 ELSE 0 END)"
        default:
          """
          (\(quotient) + CASE WHEN \(rest) >= 500000 THEN 1 WHEN \(rest) <= -500000 THEN -1 ELSE 0 END)
          """
        }
      return Scalar(kind: .int, value: scope.bind(value), causes: operand.causes)
    case .ratio:
      guard let below = operand.denominator else { throw refusal(function, place) }
      switch dialect {
      case .sqlite:
        return partial(
          .int,
          "writ_\(own: function == .round ? "whole" : function.rawValue)(\(operand.value), \(below))",
          [operand],
          SQLEncoding.undefined, scope)
      case .postgres:
        let down = scope.bind("DIV(\(operand.value), \(below))")
        let rest = scope.bind("\(operand.value) - \(down) * \(below)")
        let step: Fragment =
          switch function {
          case .floor: "CASE WHEN \(rest) < 0 THEN -1 ELSE 0 END"
          case .ceil: "CASE WHEN \(rest) > 0 THEN 1 ELSE 0 END"
          default: "CASE WHEN ABS(\(rest)) * 2 >= \(below) THEN SIGN(\(operand.value)) ELSE 0 END"
          }
        let number = scope.bind("\(down) + \(step)")
        return partial(
          .int,
          """
          CASE WHEN \(number) BETWEEN -9223372036854775808 AND 9223372036854775807 \
          THEN \(number)::bigint END
          """, [operand], SQLEncoding.undefined, scope)
      }
    default: throw refusal(function, place)
    }
  }

  // MARK: Clocks

  private func clock(
    _ function: CheckedExpression.Function, _ operands: [Scalar],
    _ arguments: [CheckedExpression], _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let time = operands[0].value
    guard operands[0].kind == .time else { throw refusal(function, place) }
    if operands.count > 1 {
      guard dialect == .sqlite else {
        return try zoned(function, operands, arguments, scope, place)
      }
      return partial(
        function == .date ? .time : .int,
        "writ_\(own: function.rawValue)(\(time), \(operands[1].value))", operands,
        SQLEncoding.undefined, scope)
    }
    let day = scope.bind(dayNumber(time))
    return Scalar(
      kind: function == .date ? .time : .int, value: scope.bind(local(function, time, day)),
      causes: operands[0].causes)
  }

  /// Of a time and its day, both local.
  func local(
    _ function: CheckedExpression.Function, _ time: Fragment, _ day: Fragment
  ) -> Fragment {
    switch function {
    case .date: "\(day) * 86400000000"
    case .hour: "(\(time) - \(day) * 86400000000) / 3600000000"
    default: "((\(day) + 3) % 7 + 7) % 7 + 1"
    }
  }

  private func zoned(
    _ function: CheckedExpression.Function, _ operands: [Scalar],
    _ arguments: [CheckedExpression], _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    guard case .constant(.text(let name)) = arguments[1].kind else {
      throw Untranslatable("a zone that is no literal", at: place)
    }
    guard let zone = settings.zone(name.string) else {
      return partial(
        function == .date ? .time : .int,
        function == .date ? SQLKind.time.null(dialect) : SQLKind.int.null(dialect), operands,
        SQLEncoding.undefined, scope)
    }
    let time = scope.bind(operands[0].value)
    let table = zones.table(zone, name.string)
    let offset = scope.bind(
      """
      (SELECT e.o FROM \(own: table) e WHERE e.s <= \(time) ORDER BY e.s DESC LIMIT 1) * 1000000
      """)
    let shifted = scope.bind("\(time) + \(offset)")
    let day = scope.bind(dayNumber(shifted))
    let value: Fragment
    if function == .date {
      let midnight = scope.bind("\(day) * 86400000000")
      // The earliest instant at which clocks show midnight or, where that is skipped, of the change.
      value = """
        (SELECT GREATEST(\(midnight) - e.o * 1000000, e.s) FROM \(own: table) e \
        WHERE \(midnight) - e.o * 1000000 < e.u AND e.u > \(midnight) - 93600000000 \
        ORDER BY e.s LIMIT 1)
        """
    } else {
      value = local(function, shifted, day)
    }
    return Scalar(
      kind: function == .date ? .time : .int, value: scope.bind(value), causes: operands[0].causes)
  }

  // MARK: Counts

  /// A count of a collection nobody delivered lies anywhere from 0 up.
  private func count(
    _ arguments: [CheckedExpression], _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    guard let argument = arguments.first else { throw refusal(.count, place) }
    let home = home(argument, environment, scope)
    guard case .collection(let collection) = try operand(argument, environment, home) else {
      throw refusal(.count, place)
    }
    switch collection.source {
    case .constants(let elements), .scalars(let elements):
      return Scalar(kind: .int, value: "\(Int64(elements.count))")
    case .table(let table, let owner):
      let own = scope.bind(scope.bring(owner, from: collection.scope))
      let count = scope.bind("(SELECT COUNT(*) FROM \(own: table.name) e WHERE e.p = \(own))")
      let causes = scope.bring(collection.causes, from: collection.scope)
      if causes.text == "0" { return Scalar(kind: .int, value: count) }
      let open = scope.bind(causes)
      return Scalar(
        kind: .int, value: scope.bind("CASE WHEN \(open) <> 0 THEN 0 ELSE \(count) END"),
        causes: open,
        high: scope.bind(
          "CASE WHEN \(open) <> 0 THEN 9223372036854775807 ELSE \(count) END"))
    }
  }
}

/// The letters that change case, one to one, and what is white space.
enum CaseLetters {
  static let lower = letters(UnicodeText.lower)
  static let upper = letters(UnicodeText.upper)

  static let whiteSpace = String(
    String.UnicodeScalarView(
      (1...0xFFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        .filter { $0.properties.isWhitespace }))

  private static func letters(_ map: (String) -> String) -> (from: String, to: String) {
    var from = ""
    var to = ""
    // All letters with case lie in the first two planes.
    for number in 1...0x1FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let one = String(scalar)
      let other = map(one)
      if other.unicodeScalars.first != scalar {
        from += one
        to += other
      }
    }
    return (from, to)
  }
}
