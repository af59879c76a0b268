import Testing
import WritChecker
import WritDiagnostics

@Suite struct ModuleTests {
  private let shop = """
    module shop
    dataset accounts { key id id: text owner: text open: bool }
    param most: int = 5
    define big(n: int) = n > most
    let few = 2

    """

  @Test func importedNamesAreDotted() {
    let result = Checking.check(
      shop,
      """
      module audit
      import shop
      rule r "R" {
        severity low
        for a in shop.accounts
        must shop.big(3) and shop.few < shop.most and count(x in shop.accounts where x.open) > 1
      }

      """)
    #expect(result.diagnostics.map(\.id) == [])
    #expect(result.program.rules.first?.reads == [0])
  }

  @Test func filesOfAModuleAreOne() {
    let result = Checking.check(
      shop, "module shop\nrule r \"R\" { severity low for a in accounts must big(few) }\n")
    #expect(result.diagnostics.isEmpty)
    #expect(result.program.rules.map(\.id) == ["shop.r"])
  }

  @Test func importsHoldInTheirFileAlone() {
    let said = Checking.said(
      shop, "module audit\nimport shop\nlet x = shop.few\n",
      "module audit\nrule r \"R\" { severity low must x > shop.most }\n")
    #expect(said == ["name/not-imported: shop.most"])
  }

  @Test func unknownAndUnusedImports() {
    #expect(
      Checking.said("module a\nimport shpo\n", "module shop\n") == ["name/unknown-module: shpo"])
    #expect(Checking.said("module a\nimport shop\n", "module shop\n") == ["name/unused: shop"])
  }

  @Test func modulesMayImportOneAnother() {
    let said = Checking.said(
      "module a\nimport b\ndefine f(n: int) = b.limit > n\nlet top = 3\n",
      "module b\nimport a\nlet limit = a.top\nrule r \"R\" { severity low must a.f(1) }\n")
    #expect(said == [])
  }

  @Test func aCircleThroughModulesIsRecursion() {
    let said = Checking.said(
      "module a\nimport b\nlet x = b.y\n", "module b\nimport a\nlet y = a.x\n")
    #expect(said.filter { $0.hasPrefix("name/recursion") }.count == 1)
  }

  @Test func unknownNamesOfAModule() {
    #expect(
      Checking.said(
        shop, "module a\nimport shop\nrule r \"R\" { severity low must shop.mots > 1 }\n")
        == ["name/unused: few", "name/unknown: shop.mots"])
  }
}
