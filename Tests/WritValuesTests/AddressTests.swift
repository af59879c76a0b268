import Testing
import WritValues
import _WritTestSupport

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("10.0.0.1", "10.0.0.1"), ("255.255.255.255", "255.255.255.255"), ("::", "::"), ("::1", "::1"),
    ("::ffff:10.0.0.1", "10.0.0.1"), ("::FFFF:0a00:0001", "10.0.0.1"), ("1::", "1::"),
    ("2001:DB8::0:1", "2001:db8::1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("0:0:0:0:0:0:0:0", "::"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
  ])
  func reads(text: String, printed: String) {
    #expect(IPAddress(parsing: text)?.description == printed)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "1.2.3.", "1..2.3", "1.2.3.4 ", "0x1.2.3.4",
    ":", ":::", "1:", ":1", "1::2::3", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "fe80::1%eth0", "g::", "::1.2.3", "1.2.3.4::",
    "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5", "[::1]", "10.0.0.0/8", "１.2.3.4",
  ])
  func refuses(text: String) {
    #expect(IPAddress(parsing: text) == nil)
  }

  @Test func ordersFamiliesApart() {
    let addresses = ["255.255.255.255", "::1", "9.0.0.0", "10.0.0.0", "ffff::"]
      .compactMap { IPAddress(parsing: $0) }.sorted()
    #expect(
      addresses.map(\.description) == ["9.0.0.0", "10.0.0.0", "255.255.255.255", "::1", "ffff::"])
  }

  @Test func printsAndReadsBack() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      var bits = UInt128(generator.next()) << 64 | UInt128(generator.next())
      for group in 0..<8 where Bool.random(using: &generator) {
        bits &= ~(UInt128(0xFFFF) << UInt128(group * 16))
      }
      let address = IPAddress(isV6: Bool.random(using: &generator), bits: bits)
      #expect(IPAddress(parsing: address.description) == address)
    }
  }
}

@Suite struct NetworkTests {
  @Test(arguments: [
    ("10.0.0.0/8", "10.0.0.0/8"), ("10.1.2.3/8", "10.0.0.0/8"), ("10.1.2.3", "10.1.2.3/32"),
    ("::1", "::1/128"), ("0.0.0.0/0", "0.0.0.0/0"), ("2001:db8::ff/32", "2001:db8::/32"),
    ("::ffff:10.1.2.3/104", "10.0.0.0/8"), ("::/0", "::/0"),
    ("::ffff:10.0.0.0/90", "::ffc0:0:0/90"),
  ])
  func reads(text: String, printed: String) {
    #expect(Network(parsing: text)?.description == printed)
  }

  @Test(arguments: [
    "", "/8", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0/8",
    "10.0.0.0/8/8", "10.0.0.0/255.0.0.0",
  ])
  func refuses(text: String) {
    #expect(Network(parsing: text) == nil)
  }

  @Test func contains() throws {
    let ten = try #require(Network(parsing: "10.0.0.0/8"))
    let all = try #require(Network(parsing: "::/0"))
    func address(_ text: String) throws -> IPAddress { try #require(IPAddress(parsing: text)) }
    func network(_ text: String) throws -> Network { try #require(Network(parsing: text)) }
    #expect(try ten.contains(address("10.255.0.1")))
    #expect(try ten.contains(address("::ffff:10.255.0.1")))
    #expect(try !ten.contains(address("11.0.0.0")))
    #expect(try !all.contains(address("10.0.0.1")))
    #expect(try all.contains(address("2001:db8::1")))
    #expect(try ten.contains(network("10.2.0.0/16")))
    #expect(ten.contains(ten))
    #expect(try !ten.contains(network("0.0.0.0/0")))
    #expect(try !network("10.2.0.0/16").contains(ten))
  }

  @Test func holdsAPrefixWithinTheFamily() throws {
    let address = try #require(IPAddress(parsing: "10.1.2.3"))
    #expect(Network(address: address, prefix: 99).description == "10.1.2.3/32")
    #expect(Network(address: address, prefix: -1).description == "0.0.0.0/0")
  }
}
