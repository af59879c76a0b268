import Testing
import _WritTestSupport

/// What no report repeats: secret keys, and the clock.
@Suite("Kept out of reports") struct SecretKeyTests {
  @Test("a secret key is shown to nobody, a personal one to who asks") func keys() throws {
    func output(_ tag: String, _ flags: String) throws -> String {
      let scene = try Scene.small([
        "tokens.writ": """
        module m

        dataset tokens {
          key id
          id: text \(tag)
          open: bool
        }

        rule open "No token is open" {
          severity high
          for t in tokens
          must not t.open
        }

        """, "tokens.ndjson": #"{"id":"KEY-IN-CLEAR","open":true}"# + "\n",
      ])
      return try ["text", "json", "csv", "junit", "sarif", "markdown"].map {
        try scene.writ("check tokens.ndjson -p tokens.writ -f \($0) \(flags)").all
      }.joined()
    }
    #expect(!(try output("@secret", "").contains("KEY-IN-CLEAR")))
    #expect(!(try output("@secret", "--show-keys").contains("KEY-IN-CLEAR")))
    #expect(!(try output("@personal(contact.email)", "").contains("KEY-IN-CLEAR")))
    #expect(try output("@personal(contact.email)", "--show-keys").contains("KEY-IN-CLEAR"))
  }

  @Test("the time a machine was read at is in no report") func liveTables() throws {
    let scene = try Scene.small([
      "writ.yaml": "policies: [os.writ]\ndatasets:\n  host_os: { from: collect, table: os }\n",
      "os.writ": """
      module m

      dataset host_os {
        key id
        id: text
      }

      rule named "The system has a name" {
        severity high
        for o in host_os
        must o.id != ""
      }

      """,
    ])
    let first = try scene.writ("check . -f json")
    let second = try scene.writ("check . -f json")
    #expect(first.output == second.output && !first.output.isEmpty)
    #expect(first.output.contains("\"collected\":null"), "\(first.all)")
  }
}
