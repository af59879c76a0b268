/// Hides the password of a URL or of connection keywords in what is shown of a file or an argument.
enum SecretMask {
  /// The text with as many scalars: marks under it stay where they are.
  ///
  /// - Parameter isLine: a line of a file, where a password may hold blanks.
  static func masked(_ text: String, isLine: Bool) -> String {
    var scalars = Array(text.unicodeScalars)
    let mark: [Unicode.Scalar] = [":", "/", "/"]
    for start in scalars.indices where scalars[start...].starts(with: mark) {
      let rest = (start + mark.count)..<scalars.count
      let end = isLine ? rest.upperBound : rest.first { isBlank(scalars[$0]) } ?? rest.upperBound
      guard let last = (rest.lowerBound..<end).last(where: { scalars[$0] == "@" }),
        let colon = (rest.lowerBound..<last).first(where: { scalars[$0] == ":" })
      else { continue }
      for index in (colon + 1)..<last { scalars[index] = "*" }
    }
    hideValues(&scalars, isLine: isLine)
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  private static func hideValues(_ scalars: inout [Unicode.Scalar], isLine: Bool) {
    let word = Array("password".unicodeScalars)
    guard scalars.count > word.count else { return }
    for start in 0..<(scalars.count - word.count) where scalars[start...].starts(with: word) {
      var index = start + word.count
      while index < scalars.count, isBlank(scalars[index]) { index += 1 }
      guard index < scalars.count, scalars[index] == "=" else { continue }
      index += 1
      while index < scalars.count, isLine || !isBlank(scalars[index]) {
        scalars[index] = "*"
        index += 1
      }
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "`" || scalar.properties.isWhitespace
  }
}
