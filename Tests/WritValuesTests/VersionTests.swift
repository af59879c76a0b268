import Testing
import WritValues

@Suite struct VersionTests {
  /// In rising order; those beside each other in one entry are equal.
  static let rising: [(VersionScheme, [[String]])] = [
    (
      .semver,
      [
        ["0.0.1"], ["1.0.0-0"], ["1.0.0-9"], ["1.0.0-10"], ["1.0.0-alpha"], ["1.0.0-alpha.1"],
        ["1.0.0-alpha.beta"], ["1.0.0-alpha-1"], ["1.0.0-beta.2"], ["1.0.0-beta.11"],
        ["1.0.0", "1.0.0+build.5"], ["1.0.1"], ["1.9.0"], ["1.10.0"],
        ["99999999999999999999999.0.0"],
      ]
    ),
    (
      .deb,
      [
        ["1.0~~"], ["1.0~~a"], ["1.0~"], ["1.0~rc1-1"], ["1.0", "1.0-0", "0:1.0", "1.00"],
        ["1.0-1~deb12"],
        ["1.0-1"], ["1.0-1+b1"], ["1.0a"], ["1.0+git"], ["1.0.1"], ["1.9"], ["1.10"], ["1.10.0"],
        ["1:0.1", "01:0.1"], ["2:0.0"],
      ]
    ),
    (
      .rpm,
      [
        ["1.0~rc1"], ["1.0", "1_0", "1.0."], ["1.0-1~a"], ["1.0-1"], ["1.0-2.el9"], ["1.0^git1"],
        ["1.0a"], ["1.0.1"], ["1.9"], ["1.10"],
        ["1.010.1"], ["2.a"], ["2.0"], ["1:0.1"],
      ]
    ),
    (
      .pep440,
      [
        ["1.dev0"], ["1.0a1.dev2"], ["1.0a1", "1.0alpha1", "v1.0.0-A.1"], ["1.0a2.post1"],
        ["1.0b1", "1.0-beta_1"],
        ["1.0rc1", "1c1", "1.pre1"], ["1.0", "1", "1.0.0"], ["1.0+abc"], ["1.0+abc.1"],
        ["1.0+1", "1+01"],
        ["1.0.post1.dev3"], ["1.0.post1", "1.0-1", "1.0.r1"], ["1.0.1"], ["1.10"], ["1!0.5"],
      ]
    ),
  ]

  @Test(arguments: rising)
  func orders(scheme: VersionScheme, groups: [[String]]) throws {
    let versions = try groups.map { group in
      try group.map { try #require(Version(scheme: scheme, parsing: $0), "\($0)") }
    }
    for (place, group) in versions.enumerated() {
      for one in group {
        for (otherPlace, others) in versions.enumerated() {
          for other in others {
            #expect((one < other) == (place < otherPlace), "\(one) < \(other)")
            #expect((one == other) == (place == otherPlace), "\(one) == \(other)")
            if one == other { #expect(one.hashValue == other.hashValue) }
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      (
        .semver,
        [
          "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3-a..b", "1.2.3+",
          "v1.2.3",
          "1.2.3-é", "-1.2.3", "1.2.x",
        ]
      ),
      (.deb, ["", ":1", "a:1", "1.0-", "1 0", "1.0_1", "1:", "1.0-1:2"]),
      (.rpm, ["", "1-", "-1", "x:1", "1 0", ":1", "1/2"]),
      (
        .pep440,
        ["", "a", "1.0.", "1.0+", "1.0+a..b", "1!", "1.0x", "1.0dev1dev2", " 1.0", "1.0+é"]
      ),
    ] as [(VersionScheme, [String])])
  func refuses(scheme: VersionScheme, texts: [String]) {
    for text in texts { #expect(Version(scheme: scheme, parsing: text) == nil, "\(text)") }
  }

  @Test func keepsTextThatIsNoVersion() throws {
    let broken = Version(scheme: .semver, text: "none")
    let first = try #require(Version(scheme: .semver, parsing: "0.0.0-0"))
    #expect(broken < first)
    #expect(broken.description == "none")
    #expect(broken == Version(scheme: .semver, text: "none"))
  }

  @Test func keepsSchemesApart() {
    let deb = Value.version(Version(scheme: .deb, text: "1.0"))
    let rpm = Value.version(Version(scheme: .rpm, text: "1.0"))
    #expect(deb != rpm)
    #expect(Value.compare(deb, rpm) == nil)
    #expect(Value.inOrder(deb, rpm))
  }
}
