package import WritDiagnostics

/// Something a rule says that a database can't say to mean exactly the same.
package struct Untranslatable: Error, Hashable, Sendable {
  /// With its article, for people: `a version`, `` `split` ``.
  package var construct: String
  package var place: Place

  package init(_ construct: String, at place: Place) {
    self.construct = construct
    self.place = place
  }
}
