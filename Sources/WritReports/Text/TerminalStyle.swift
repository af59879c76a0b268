import WritModel

/// Colors for a terminal, or none.
struct TerminalStyle {
  var isOn: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }

  func status(_ status: RuleStatus, _ text: String) -> String {
    switch status {
    case .fail, .error: paint(text, "1;31")
    case .noData, .empty: paint(text, "1;33")
    case .waived, .pending: paint(text, "36")
    case .notApplicable: paint(text, "2")
    case .pass: paint(text, "32")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
