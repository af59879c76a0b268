package import WritTables
package import WritValues

/// Members of a GitHub organization, saved as JSON.
package struct GitHubMembers: RecordSource {
  private let inputs: [any ByteSource]
  private let options: ImportOptions

  package init(inputs: [any ByteSource], options: ImportOptions = ImportOptions()) {
    self.inputs = inputs
    self.options = options
  }

  package var inputNames: [String] { inputs.map(\.name) }

  package func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
    try JSONRecords.forEach(
      in: inputs, options: options, mark: "login", kind: "GitHub member", record: Self.record, body)
  }

  static func record(_ member: JSONValue) -> JSONValue {
    var builder = RecordBuilder()
    builder.set("login", present(member["login"]))
    builder.set("id", present(member["id"]))
    builder.set("role", role(member["role"]))
    builder.set("email", lowercased(member["saml_name_id"]))
    builder.set("mfa", present(member["two_factor_enabled"]))
    builder.set("last_active", present(member["last_active"]))
    builder.set("visibility", lowercased(member["membership_visibility"]))
    return builder.record
  }

  /// The API says `admin` where the site says owner.
  private static func role(_ value: JSONValue?) -> JSONValue? {
    let role = lowercased(value)
    return role?.string == "admin" ? "owner" : role
  }
}
