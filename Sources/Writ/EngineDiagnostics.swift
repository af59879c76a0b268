import WritDiagnostics

/// Diagnostics about engines.
enum EngineDiagnostics {
  static let pages: [ExplainPage] = [
    ExplainPage(
      id: "engine/loaded",
      meaning:
        "A dataset is a table of a database, and `--engine sqlite` or `--engine postgres` did not judge it where it lies: "
        + "Writ read its rows and loaded them into temporary tables, because the table is in another database, because "
        + "a column can't be converted in SQL exactly as the reader does it, or because a row has no key of its own. The "
        + "results are the same; a large table takes longer, and memory. docs/explanation/engines.md lists what is judged "
        + "in place.",
      kind: .input, wrong: "roles: set<text>", right: "role: text"),
    ExplainPage(
      id: "engine/no-database",
      meaning:
        "`--engine postgres` could not get at a server: none is named (`--database postgres://…`, or a dataset of "
        + "`writ.yaml` with `from: postgres`), it does not answer, or the client library is not on this machine. "
        + "Nothing is judged; the run ends with exit code 4.",
      kind: .input, wrong: "--engine postgres", right: "--engine postgres --database ${PGURL}"),
    ExplainPage(
      id: "engine/not-translatable",
      meaning:
        "`--engine sqlite` and `--engine postgres` run a rule only where every part of it has a form in SQL that means "
        + "exactly the same; what has none is named here and never left out. Without `--engine` the rule runs in the "
        + "native engine, over the same data. `writ plan` shows which engines run a rule.",
      kind: .input, wrong: "must \"a\" in split(h.list, \",\")", right: "must h.list == \"a\""),
  ]
}
