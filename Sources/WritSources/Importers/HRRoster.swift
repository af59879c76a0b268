package import WritTables
package import WritValues

/// People from a personnel system's CSV export.
package struct HRRoster: RecordSource {
  private let inputs: [any ByteSource]
  private let columns: [String: String]

  /// - Parameter columns: field to column header, where the header is none of the known ones.
  package init(inputs: [any ByteSource], columns: [String: String] = [:]) {
    self.inputs = inputs
    self.columns = columns
  }

  package var inputNames: [String] { inputs.map(\.name) }

  package func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
    var rejects: [Reject] = []
    for (index, input) in inputs.enumerated() {
      let document = try CSVDocument(
        bytes: input.readWhole(), name: input.name, input: Int32(clamping: index))
      let places = try places(in: document.header, name: input.name)
      if document.records.isEmpty, document.rejects.isEmpty {
        throw ReadFailure(.empty, input: input.name, message: "holds no record")
      }
      for record in document.records {
        var builder = RecordBuilder()
        for (field, place) in places {
          let cell = trimmed(record.cells[place])
          if cell.isEmpty { continue }
          builder.set(Text(field.rawValue), text: field.value(of: cell))
        }
        try body(builder.record, record.origin)
      }
      rejects += document.rejects
    }
    return rejects
  }

  /// Where each field's column is.
  /// - Throws: when a column that was named is not there, or none is known as the id.
  private func places(
    in header: [String], name: String
  ) throws(ReadFailure) -> [(RosterField, Int)] {
    let words = header.map(Self.word)
    var places: [(RosterField, Int)] = []
    for field in RosterField.allCases {
      if let column = columns[field.rawValue] {
        guard let place = header.firstIndex(of: column) ?? words.firstIndex(of: Self.word(column))
        else {
          throw ReadFailure(
            .mismatch, input: name, message: "has no column \"\(column)\"", line: 1)
        }
        places.append((field, place))
      } else if let place = field.headers.lazy.compactMap({ words.firstIndex(of: $0) }).first {
        places.append((field, place))
      }
    }
    guard places.contains(where: { $0.0 == .id }) else {
      throw ReadFailure(
        .mismatch, input: name,
        message: "has no column known as the employee's id; name it under `fields: {id: …}`",
        line: 1)
    }
    return places
  }

  /// A header in lower case without anything but letters and digits.
  static func word(_ header: String) -> String {
    String(
      String.UnicodeScalarView(
        header.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || 48...57 ~= $0.value
        }))
  }

  /// Whether a header is that of a roster: an id, a status and a date of joining or leaving.
  package static func recognizes(header: [String]) -> Bool {
    let words = Set(header.map(word))
    func has(_ field: RosterField) -> Bool { field.headers.contains { words.contains($0) } }
    return has(.id) && has(.status) && (has(.hired) || has(.left))
  }
}

/// The fields of the roster, and what their columns are called.
enum RosterField: String, CaseIterable {
  case id
  case firstName = "first_name"
  case lastName = "last_name"
  case email, status
  case employmentType = "employment_type"
  case department, title, manager
  case hired = "hired_at"
  case left = "left_at"
  case previousDepartment = "previous_department"
  case transferred = "transferred_at"

  /// Headers as `HRRoster.word` writes them, the surest first.
  var headers: [String] {
    switch self {
    case .id:
      ["employeeid", "employeenumber", "personnelnumber", "workerid", "staffid", "personid", "id"]
    case .firstName: ["firstname", "givenname", "legalfirstname"]
    case .lastName: ["lastname", "surname", "familyname", "legallastname"]
    case .email: ["workemail", "workemailaddress", "companyemail", "email", "emailaddress"]
    case .status: ["employmentstatus", "employeestatus", "workerstatus", "status"]
    case .employmentType: ["employmenttype", "employeetype", "workertype", "contracttype"]
    case .department: ["department", "departmentname", "costcenter", "team"]
    case .title: ["jobtitle", "businesstitle", "position", "title"]
    case .manager: ["managerid", "manageremployeeid", "supervisorid", "reportsto", "manager"]
    case .hired: ["hiredate", "startdate", "dateofhire", "joiningdate", "hiredat"]
    case .left:
      ["terminationdate", "enddate", "leavedate", "leavingdate", "lastday", "leftat", "exitdate"]
    case .previousDepartment: ["previousdepartment", "formerdepartment", "priordepartment"]
    case .transferred: ["transferdate", "dateoftransfer", "movedate", "transferredat"]
    }
  }

  func value(of cell: String) -> String {
    switch self {
    case .email: UnicodeText.lower(cell)
    case .status: Self.status(cell)
    case .employmentType: Self.snake(cell)
    default: cell
    }
  }

  /// One of `active`, `leave`, `terminated`, `pending` where the word is known, else the word.
  private static func status(_ cell: String) -> String {
    let word = snake(cell)
    return switch word {
    case "active", "employed", "current", "working": "active"
    case "leave", "on_leave", "leave_of_absence", "loa", "absent", "parental_leave": "leave"
    case "terminated", "left", "former", "resigned", "ended", "separated", "retired", "deceased":
      "terminated"
    case "pending", "pre_hire", "prehire", "future", "onboarding", "not_started", "hired": "pending"
    default: word
    }
  }

  private static func snake(_ cell: String) -> String {
    var text = ""
    var isGap = false
    for scalar in cell.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || 48...57 ~= scalar.value {
        if isGap, !text.isEmpty { text.append("_") }
        isGap = false
        text.unicodeScalars.append(scalar)
      } else {
        isGap = true
      }
    }
    return text
  }
}

/// Without white space at its ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[first...last])
}
