import WritDiagnostics

/// Diagnostics about detectors and masks that are about to run.
enum PrivacyDiagnostics {
  static let pages: [ExplainPage] = [
    ExplainPage(
      id: "input/key",
      meaning:
        "A mask names a key that can't be had: its file or variable is not there, others may read it, or it is not a key. "
        + "Nothing is masked, for without the key it would only seem to be; the run ends with exit code 4. `writ pii key "
        + "new NAME` makes a key.",
      kind: .input, wrong: "writ pii mask notes.txt --mask desk",
      right: "writ pii key new support && writ pii mask notes.txt --mask desk"),
    ExplainPage(
      id: "privacy/detector",
      meaning:
        "A detector was checked and can't run here: the sentence names the part and says why, most often a pattern that "
        + "this machine's pattern library does not take. Nothing is looked for, since what it finds would be missing.",
      kind: .input, wrong: "a pattern that the library refuses", right: "a pattern that it takes"),
    ExplainPage(
      id: "privacy/example",
      meaning:
        "A detector finds nothing in a text that it gives as its example, or reports something in its counter-example. Either "
        + "the pattern or the example is not what was meant: nothing is looked for before they agree.",
      kind: .input, wrong: "pattern /A-[0-9]{5}/, example \"A-1234\"",
      right: "pattern /A-[0-9]{4}/, example \"A-1234\""),
    ExplainPage(
      id: "privacy/mask",
      meaning:
        "A mask was checked and can't be used here, most often because its vault can't be opened: `.writ/vaults` is no "
        + "folder, or the vault was begun with another key. Nothing is masked.",
      kind: .input, wrong: "`.writ/vaults` is a file", right: "`.writ/vaults` is a folder"),
  ]
}
