import WritDiagnostics

/// Pieces of which the examples of `writ explain` are made.
enum PageText {
  /// A module with one dataset.
  static let users = """
    module access

    dataset users {
      key id
      id:     text
      name:   text @personal(person.name)
      status: "active" | "suspended"
      mfa:    bool?
      seen:   time?
      roles:  set<text>
    }

    """

  /// A second dataset, whose rows refer to users and come in an order of time.
  static let events = """

    dataset events {
      key id
      order by at
      id:   text
      at:   time
      user: users
      kind: text
      body: json
    }

    """

  /// A rule over users that says no more than its severity and the given clauses.
  static func rule(_ clauses: String, over population: String = "for u in users") -> String {
    "\nrule example \"An example\" {\n  severity low\n"
      + (population.isEmpty ? "" : "  \(population)\n") + "  \(clauses)\n}\n"
  }

  /// A page whose examples are a rule over users.
  static func aboutRule(
    _ id: String, _ meaning: String, wrong: String, right: String,
    over population: String = "for u in users"
  ) -> ExplainPage {
    ExplainPage(
      id: id, meaning: meaning, kind: .policy,
      wrong: start(population) + rule(wrong, over: population),
      right: start(population) + rule(right, over: population))
  }

  /// A page whose examples stand after users and events.
  static func aboutText(
    _ id: String, _ meaning: String, wrong: String, right: String, before: String = users
  ) -> ExplainPage {
    ExplainPage(
      id: id, meaning: meaning, kind: .policy, wrong: before + "\n" + wrong,
      right: before + "\n" + right)
  }

  private static func start(_ population: String) -> String {
    population == "for u in users" ? users : users + events
  }
}
