import Testing
import _WritTestSupport

@Suite("writ plan") struct PlanTests {
  @Test("a rule's plan, by id or name") func one() throws {
    let scene = try Scene.small()
    let expected = """
      plan of access.admin_without_mfa   cost: one pass
      users   streamed once · reads id, mfa, roles
      ├─ when       "admin" in user.roles
      ├─ must       user.mfa
      └─ findings   say
      kept     a hash of each key
      engines  native, reference, sqlite, postgres

      """
    for name in ["", "access.admin_without_mfa", "admin_without_mfa", "*.admin*", "a* access.*"] {
      let outcome = try scene.writ("plan \(name)")
      #expect(outcome.code == 0, "\(outcome.all)")
      #expect(outcome.output == expected, "\(name)")
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test("several rules, and what they read together") func several() throws {
    let scene = try Scene.allStatuses()
    let outcome = try scene.writ("plan failing passing untrained")
    #expect(outcome.code == 0)
    let heads = outcome.output.split(separator: "\n").filter { $0.hasPrefix("plan of ") }
    #expect(
      heads == [
        "plan of all.failing   cost: one pass", "plan of all.passing   cost: one pass",
        "plan of all.untrained   cost: one pass",
      ])
    #expect(outcome.output.contains("users   streamed once with 3 other rules · reads id\n"))
    #expect(outcome.output.contains("\n\ndata of all 9 rules\n"))
    #expect(
      outcome.output.contains("users    streamed  3 of 3 columns · walked once for 4 rules\n"))
    #expect(try scene.writ("plan failing").output.contains("data of all") == false)
    // No order of words, no second run changes it.
    #expect(try scene.writ("plan untrained passing failing").output == outcome.output)
  }

  @Test("-p names other policies, `-` the standard input") func policies() throws {
    let scene = try Scene(["rules/access.writ": Scene.Policy.access])
    let outcome = try scene.writ("plan -p rules")
    #expect(outcome.code == 0)
    #expect(try scene.writ("plan -p -", input: Scene.Policy.access).output == outcome.output)
    #expect(scene.files() == ["rules/access.writ"])
  }

  @Test("mistakes are exit 3, missing files exit 4, no rule exit 3") func mistakes() throws {
    let broken = Scene.Policy.access.replacing("must user.mfa", with: "must user.mfaa")
    let scene = try Scene.small(["policies/access.writ": broken])
    let outcome = try scene.writ("plan")
    #expect(outcome.code == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("error[name/unknown-field]"))
    #expect(outcome.errors.hasSuffix("exit 3: a mistake in policies or settings\n"))
    let missing = try scene.writ("plan -p gone.writ")
    #expect(missing.code == 4)
    #expect(missing.errors.contains("`gone.writ` does not exist"))
    let empty = try Scene().writ("plan")
    #expect(empty.code == 3)
    #expect(empty.errors == "exit 3: there is no rule in `policies`\n")
  }

  @Test("a cross join is refused as ever, and shown where the rule allows it") func cross() throws {
    func policy(_ clause: String) -> String {
      Scene.Policy.access + """
        rule crossed "C" {
          severity low
          for user in users
          \(clause)
          must none(u in users where u.id != user.id)
        }

        """
    }
    let refused = try Scene.small(["policies/access.writ": policy("")]).writ("plan crossed")
    #expect(refused.code == 3)
    #expect(refused.errors.contains("error[join/cross]"))
    let allowed = try Scene.small(["policies/access.writ": policy("allow cross")])
      .writ("plan crossed")
    #expect(allowed.code == 0)
    #expect(
      allowed.output.hasPrefix("plan of access.crossed   cost: cross, which the rule allows\n"))
  }

  @Test("what a policy says can't steer the terminal") func printable() throws {
    let policy = Scene.Policy.access.replacing(
      "when \"admin\" in user.roles", with: "when \"\u{1B}[31m\" in user.roles")
    let outcome = try Scene.small(["policies/access.writ": policy]).writ("plan")
    #expect(!outcome.output.contains("\u{1B}"), "\(outcome.all)")
  }

  @Test(
    "JSON is as `writ schema plan` says",
    .enabled(if: ExternalTool.isExpected("check-jsonschema"), "check-jsonschema is not in PATH"),
    arguments: ["policies", "Benchmarks/policy", "docs/demo/first/policies"])
  func schema(policies: String) throws {
    let tool = try #require(ExternalTool("check-jsonschema"))
    let scene = try Scene()
    try scene.folder.write("schema.json", try scene.writ("schema plan").output)
    let outcome = try WritProcess.run(
      ["plan", "-p", policies, "-f", "json"], in: PackageFolder.path)
    #expect(outcome.code == 0, "\(outcome.all)")
    try scene.folder.write("plan.json", outcome.output)
    let result = try tool.run([
      "--no-cache", "--schemafile", scene.file("schema.json"), scene.file("plan.json"),
    ])
    #expect(result.code == 0, "\(result.output)")
  }
}
