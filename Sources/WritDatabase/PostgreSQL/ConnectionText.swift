struct ConnectionText {
  init(_ text: String) {}
  var shown: String { "PostgreSQL" }
}
