package import WritTables
package import WritValues

/// Accounts from the users endpoint of the Okta API, saved as JSON.
///
/// Groups and factors come from other endpoints: they are read from the members `_groups` and
/// `_factors` (or `groups` and `factors`) that an export adds to each user.
package struct OktaUsers: RecordSource {
  private let inputs: [any ByteSource]
  private let options: ImportOptions

  package init(inputs: [any ByteSource], options: ImportOptions = ImportOptions()) {
    self.inputs = inputs
    self.options = options
  }

  package var inputNames: [String] { inputs.map(\.name) }

  package func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
    try JSONRecords.forEach(
      in: inputs, options: options, mark: "profile", kind: "Okta user", record: Self.record, body)
  }

  static func record(_ user: JSONValue) -> JSONValue {
    let profile = user["profile"] ?? .null
    var builder = RecordBuilder()
    builder.set("id", present(user["id"]))
    builder.set("login", present(profile["login"]))
    builder.set("email", lowercased(profile["email"]))
    builder.set("status", lowercased(user["status"]))
    builder.set("first_name", present(profile["firstName"]))
    builder.set("last_name", present(profile["lastName"]))
    builder.set("employee", present(profile["employeeNumber"]))
    builder.set("department", present(profile["department"]))
    builder.set("created", present(user["created"]))
    builder.set("activated", present(user["activated"]))
    builder.set("status_changed", present(user["statusChanged"]))
    builder.set("last_login", present(user["lastLogin"]))
    builder.set("password_changed", present(user["passwordChanged"]))
    builder.set("groups", names(user["_groups"] ?? user["groups"], member: "name"))
    let factors = names(user["_factors"] ?? user["factors"], member: "factorType")
    builder.set("factors", factors)
    // Factors that were not exported say nothing: only an empty list means none.
    builder.set("mfa", flag: factors?.elements.map { !$0.isEmpty })
    return builder.record
  }

  /// A list of texts, or of objects that carry a name; another value stays as it is, to be
  /// found unreadable where a rule reads it.
  private static func names(_ value: JSONValue?, member: Text) -> JSONValue? {
    guard let elements = value?.elements else { return present(value) }
    return .array(
      elements.compactMap { element in
        guard element.members != nil else { return element }
        // A factor that was begun but never activated protects nothing.
        if let state = element["status"]?.string, member == "factorType", state != "ACTIVE" {
          return nil
        }
        return element[member] ?? element["profile"]?[member] ?? element
      })
  }
}

/// The value but for null and an empty text, which say that there is none.
func present(_ value: JSONValue?) -> JSONValue? {
  switch value {
  case .null?, nil: nil
  case .string(let text)? where text.string.isEmpty: nil
  case let value?: value
  }
}

/// A text in lower case; another value stays as it is.
func lowercased(_ value: JSONValue?) -> JSONValue? {
  guard let value = present(value) else { return nil }
  return value.string.map { .string(Text(UnicodeText.lower($0))) } ?? value
}
