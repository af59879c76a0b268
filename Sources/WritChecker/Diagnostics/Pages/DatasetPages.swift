import WritDiagnostics

extension CheckerDiagnostics {
  static let datasetPages: [ExplainPage] = [
    dataset(
      "dataset/complete-type",
      """
      `complete per FIELD` judges a dataset source by source: the field says which source a row comes
      from, so it must be a reference to the dataset that lists them.
      """,
      wrong: "key id\n  complete per host\n  id:   text\n  host: text",
      right: "key id\n  complete per host\n  id:   text\n  host: hosts"),
    dataset(
      "dataset/composite-shape",
      """
      `field: other(a, b)` makes a reference from fields of this dataset. There must be as many as the
      other dataset's key has, in its order, and of its types.
      """,
      wrong: "key id\n  id:    text\n  shelf: text\n  place: places(shelf)",
      right: "key id\n  id:    text\n  shelf: text\n  row:   int\n  place: places(shelf, row)"),
    dataset(
      "dataset/duplicate-key-field", "A field counts once in a key.",
      wrong: "key id, id\n  id: text", right: "key id\n  id: text"),
    dataset(
      "dataset/duplicate-word", "A closed set names each of its values once.",
      wrong: "key id\n  id:    text\n  state: \"on\" | \"off\" | \"on\"",
      right: "key id\n  id:    text\n  state: \"on\" | \"off\""),
    ExplainPage(
      id: "dataset/key-cycle",
      meaning: """
        A key may be a reference: then both datasets share their keys. When such keys lead back to where
        they began, nothing says what a key is made of.
        """,
      kind: .policy,
      wrong:
        "module a\n\ndataset left {\n  key id\n  id: right\n}\n\ndataset right {\n  key id\n  id: left\n}\n",
      right:
        "module a\n\ndataset left {\n  key id\n  id: right\n}\n\ndataset right {\n  key id\n  id: text\n}\n"
    ),
    dataset(
      "dataset/key-type",
      """
      A key names a row: a text, int, bool, time, ip, network, version, closed set or reference. Lists,
      sets, maps, records, json, fractions and lengths name nothing.
      """,
      wrong: "key ids\n  ids: list<text>", right: "key id\n  id: text"),
    dataset(
      "dataset/no-key",
      "Every dataset says by which field or fields its rows are told apart: `key id`, `key a, b`.",
      wrong: "id: text", right: "key id\n  id: text"),
    dataset(
      "dataset/optional-key",
      "A row without its key is rejected, so a key field is never optional.",
      wrong: "key id\n  id: text?", right: "key id\n  id: text"),
    dataset(
      "dataset/order-type", "Rows are put in order by a time that each of them has.",
      wrong: "key id\n  order by at\n  id: text\n  at: text",
      right: "key id\n  order by at\n  id: text\n  at: time"),
    dataset(
      "dataset/set-of-json",
      "Values without a schema have no order and make no set; a list holds them.",
      wrong: "key id\n  id:   text\n  tags: set<json>",
      right: "key id\n  id:   text\n  tags: list<json>"),
    dataset(
      "dataset/unknown-scheme",
      "Versions are compared by the rules of one scheme: semver, deb, rpm or pep440.",
      wrong: "key id\n  id:      text\n  version: version<debian>",
      right: "key id\n  id:      text\n  version: version<deb>"),
  ]

  private static func dataset(
    _ id: String, _ meaning: String, wrong: String, right: String
  ) -> ExplainPage {
    func file(_ body: String) -> String {
      """
      module stock

      dataset hosts {
        key id
        id: text
      }

      dataset places {
        key shelf, row
        shelf: text
        row:   int
      }

      dataset things {
        \(body)
      }

      """
    }
    return ExplainPage(
      id: id, meaning: meaning, kind: .policy, wrong: file(wrong), right: file(right))
  }
}
