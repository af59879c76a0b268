package import WritDiagnostics

/// Diagnostics about inputs and about what `writ.yaml` and the policies say together.
package enum InputDiagnostics {

  package static let pages: [ExplainPage] = [
    page(
      "config/unknown-dataset",
      "`writ.yaml` delivers data to a dataset that no policy declares. The data would be read by nobody: "
        + "correct the name, or declare the dataset.",
      .configuration, "datasets:\n  userz: users.ndjson\n", "datasets:\n  users: users.ndjson\n"),
    page(
      "config/unknown-field",
      "`fields` names a field that the dataset does not have. The column would go nowhere, and the field "
        + "that was meant would be missing in every row: the left side is the field as the policies "
        + "declare it, the right side the column or path of the source.",
      .configuration, "datasets:\n  users: { path: users.ndjson, fields: { idd: ID } }\n",
      "datasets:\n  users: { path: users.ndjson, fields: { id: id } }\n"),
    page(
      "config/unknown-framework",
      "A framework is named that has no control catalog. Catalogs come from the folders under "
        + "`controls:` and from the program itself (`writ controls list`).",
      .configuration, "frameworks: [soc22]\n", "frameworks: [soc2]\n"),
    page(
      "config/unknown-param",
      "`writ.yaml` sets a param that no policy declares. Params are named with their module: "
        + "`access.dormant_after`.",
      .configuration, "params: { access.dormant: 60d }\n", "params: { access.dormant_after: 60d }\n"
    ),
    page(
      "config/unknown-table",
      "`from: collect` names a host table that does not exist. `writ collect --plan` lists them.",
      .configuration, "datasets:\n  users: { from: collect, table: port }\n",
      "datasets:\n  users: { from: collect, table: listening_ports }\n"),
    page(
      "config/unknown-zone",
      "The time zone is not in the system's zone database. Use a name such as `Europe/Berlin` or `UTC`.",
      .configuration, "datasets:\n  users: { from: csv, path: users.csv, zone: Mars/Base }\n",
      "datasets:\n  users: { from: csv, path: users.csv, zone: UTC }\n"),
    page(
      "input/incomplete",
      "A collector saw a table and something in it could not be seen, or there was nothing to see: the sentence says "
        + "what. Fields that could not be read are unknown to the rules; a larger privilege shows them.",
      .input, "collected as a plain user", "collected as root"),
    page(
      "input/no-dataset",
      "A file named on the command line fits no dataset of the policies: neither its name nor its kind. "
        + "Name the dataset: `-i users=people.ndjson`.",
      .input, "people.ndjson", "users.ndjson"),
    page(
      "input/no-rule",
      "`--rule` or `--tag` matches no rule, so nothing is evaluated.",
      .input, "--rule 'nothing*'", "--rule '*'"),
    page(
      "input/unfit-column",
      "A table of a database lacks a column that a dataset needs, or the column is of a type that can't be read "
        + "as the field exactly: a text is no number, a float no whole number. Name the column under `fields`, or "
        + "cast it in a view and read that.",
      .input, "id: int, and a column `id` of type text", "id: text"),
    page(
      "input/unknown-kind",
      "A file is none of the kinds Writ reads, or a name before `=` is neither a dataset nor a kind. Kinds "
        + "are told by content: NDJSON, JSON, CSV, an HR roster, Okta users, GitHub members, an sshd or "
        + "syslog file.",
      .input, "users.bin", "users.ndjson"),
    page(
      "input/unknown-table",
      "The database has no table or view of the name that `writ.yaml` gives. Names are taken letter by letter; "
        + "without a schema PostgreSQL's is `public`.",
      .input, "table: user", "table: public.users"),
    page(
      "input/unreadable",
      "A named file or folder is missing, can't be opened, is empty or broken. Nothing is concluded from "
        + "data that could not be read: the run ends with exit code 4.",
      .input, "missing.ndjson", "users.ndjson"),
  ]

  private static func page(
    _ id: String, _ meaning: String, _ kind: ExplainPage.Kind, _ wrong: String, _ right: String
  ) -> ExplainPage {
    ExplainPage(id: id, meaning: meaning, kind: kind, wrong: wrong, right: right)
  }
}
