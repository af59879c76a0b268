import Testing
import WritSources
import WritValues
import _WritTestSupport

@Suite struct TablesPageTests {
  @Test func `the reference page is the program's own`() {
    expectGolden(TableDescription.reference, "../../docs/reference/tables.md")
  }

  @Test(arguments: TableDescription.all.indices) func `a table is described once`(index: Int) {
    let table = TableDescription.all[index]
    let names = table.fields.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(table.key.allSatisfy { names.contains($0) })
  }

  /// Records hold no field that the reference does not name.
  @Test(arguments: HostTable.allCases) func `records hold what is described`(kind: HostTable) {
    let names = Set(HostCollector.description(of: kind).fields.map(\.name))
    let needed = Set(
      HostCollector.description(of: kind).fields.filter { !$0.isOptional }.map(\.name))
    for record in HostCollector.collect(kind, from: DiskFileSystem()).records {
      let found = Set(record.value.members?.map(\.name.string) ?? [])
      #expect(found.isSubset(of: names))
      #expect(found.isSuperset(of: needed))
    }
  }
}
