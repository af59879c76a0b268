/// What the SSH daemon's keywords mean to a reader of its configuration.
enum SSHDKeywords {
  /// Names that are other spellings of a keyword.
  static let aliases: [String: String] = [
    "challengeresponseauthentication": "kbdinteractiveauthentication",
    "skeyauthentication": "kbdinteractiveauthentication",
    "keepalive": "tcpkeepalive",
    "pubkeyacceptedkeytypes": "pubkeyacceptedalgorithms",
    "hostbasedacceptedkeytypes": "hostbasedacceptedalgorithms",
    "dsaauthentication": "pubkeyauthentication",
    "authorizedkeysfile2": "authorizedkeysfile",
  ]

  /// Each line adds to these; of all others the first value wins.
  static let accumulating: Set<String> = [
    "acceptenv", "allowgroups", "allowusers", "denygroups", "denyusers", "hostkey",
    "hostcertificate", "listenaddress", "permitlisten", "permitopen", "port", "subsystem",
  ]

  /// Keywords whose whole rest of the line is one value.
  static let wholeLine: Set<String> = [
    "authorizedkeyscommand", "authorizedprincipalscommand", "forcecommand", "subsystem",
  ]

  /// Written as a time: `2m` is 120.
  static let times: Set<String> = ["clientaliveinterval", "logingracetime"]

  /// What the daemon does where nothing is set, by OpenSSH 9.
  static let defaults: [(keyword: String, value: String)] = [
    ("addressfamily", "any"), ("allowagentforwarding", "yes"),
    ("allowstreamlocalforwarding", "yes"), ("allowtcpforwarding", "yes"),
    ("authenticationmethods", "any"),
    ("authorizedkeysfile", ".ssh/authorized_keys .ssh/authorized_keys2"), ("banner", "none"),
    ("chrootdirectory", "none"), ("clientalivecountmax", "3"), ("clientaliveinterval", "0"),
    ("compression", "yes"), ("disableforwarding", "no"), ("exposeauthinfo", "no"),
    ("forcecommand", "none"), ("gatewayports", "no"), ("gssapiauthentication", "no"),
    ("hostbasedauthentication", "no"), ("ignorerhosts", "yes"), ("ignoreuserknownhosts", "no"),
    ("kbdinteractiveauthentication", "yes"), ("kerberosauthentication", "no"),
    ("listenaddress", "0.0.0.0"), ("listenaddress", "::"), ("logingracetime", "120"),
    ("loglevel", "INFO"), ("maxauthtries", "6"), ("maxsessions", "10"),
    ("maxstartups", "10:30:100"), ("passwordauthentication", "yes"),
    ("permitemptypasswords", "no"), ("permitrootlogin", "prohibit-password"), ("permittty", "yes"),
    ("permittunnel", "no"), ("permituserenvironment", "no"), ("permituserrc", "yes"),
    ("port", "22"), ("printlastlog", "yes"), ("printmotd", "yes"), ("pubkeyauthentication", "yes"),
    ("requiredrsasize", "1024"), ("streamlocalbindunlink", "no"), ("strictmodes", "yes"),
    ("syslogfacility", "AUTH"), ("tcpkeepalive", "yes"), ("usedns", "no"), ("usepam", "no"),
    ("x11displayoffset", "10"), ("x11forwarding", "no"), ("x11uselocalhost", "yes"),
  ]

  /// A value in the daemon's own spelling.
  static func normalized(_ value: String, of keyword: String) -> String {
    let lower = value.lowercased()
    if keyword == "permitrootlogin", lower == "without-password" { return "prohibit-password" }
    switch lower {
    case "yes", "true", "on": return isSwitch(keyword) ? "yes" : value
    case "no", "false", "off": return isSwitch(keyword) ? "no" : value
    default: return keyword == "permitrootlogin" ? lower : value
    }
  }

  private static func isSwitch(_ keyword: String) -> Bool {
    keyword == "permitrootlogin"
      || defaults.contains { $0.keyword == keyword && ($0.value == "yes" || $0.value == "no") }
  }

  /// `1h30m`, `90` or `2m` in seconds; nil when it is none.
  static func seconds(_ text: String) -> Int? {
    var total = 0
    var number: Int?
    for byte in text.utf8 {
      if 48...57 ~= byte {
        let value = (number ?? 0) * 10 + Int(byte - 48)
        guard value <= 1_000_000_000 else { return nil }
        number = value
        continue
      }
      let unit: Int
      switch byte {
      case UInt8(ascii: "s"), UInt8(ascii: "S"): unit = 1
      case UInt8(ascii: "m"), UInt8(ascii: "M"): unit = 60
      case UInt8(ascii: "h"), UInt8(ascii: "H"): unit = 3600
      case UInt8(ascii: "d"), UInt8(ascii: "D"): unit = 86_400
      case UInt8(ascii: "w"), UInt8(ascii: "W"): unit = 604_800
      default: return nil
      }
      guard let value = number else { return nil }
      total += value * unit
      guard total <= 1_000_000_000_000 else { return nil }
      number = nil
    }
    if let number { total += number }
    return text.isEmpty ? nil : total
  }
}
