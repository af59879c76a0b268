import Testing
import WritModel

@testable import WritValidators

/// A call, the values it must accept and those it must refuse, as written in the wild.
struct ValidatorVector: CustomTestStringConvertible, Sendable {
  let call: ValidatorCall
  let right: [String]
  let wrong: [String]

  init(_ name: String, _ arguments: [ValidatorCall.Argument] = [], right: String, wrong: String) {
    call = ValidatorCall(name, arguments)
    self.right = right.split(separator: "|").map { $0.trimmed }
    self.wrong = wrong.split(separator: "|").map { $0.trimmed }
  }

  var testDescription: String { "\(call.name) \(right.first ?? "")" }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

@Suite("Validators accept what the authorities' examples say and nothing near it")
struct ValidatorVectorTests {
  @Test("vectors", arguments: general + online + northAmerica + latinAmerica + europe + asia + rest)
  func accepts(_ vector: ValidatorVector) throws {
    let validator = try ValidatorLibrary.bind(vector.call).get()
    for value in vector.right {
      #expect(validator.acceptsMatch(Array(value.utf8)), "\(vector.call.name) refuses \(value)")
    }
    for value in vector.wrong {
      #expect(!validator.acceptsMatch(Array(value.utf8)), "\(vector.call.name) accepts \(value)")
    }
  }

  @Test("every validator of the library has a vector")
  func coverage() {
    let all = Self.general + Self.online + Self.northAmerica + Self.latinAmerica + Self.europe
    let tested = Set((all + Self.asia + Self.rest).map(\.call.name))
    #expect(ValidatorLibrary.signatures.map(\.name).filter { !tested.contains($0) } == [])
  }

  @Test("a check digit that is repaired is the one that was there")
  func repairs() throws {
    let all = Self.general + Self.online + Self.northAmerica + Self.latinAmerica + Self.europe
    for vector in all + Self.asia + Self.rest {
      let validator = try ValidatorLibrary.bind(vector.call).get()
      for text in vector.right {
        let value = validator.reading.read(Array(text.utf8))
        let places = validator.checkPlaces(inLength: value.count)
        guard !places.isEmpty else {
          #expect(
            validator.repaired(value) == nil || validator.repaired(value) == value,
            "\(vector.call.name) \(text)")
          continue
        }
        let repaired = try #require(validator.repaired(value), "\(vector.call.name) \(text)")
        #expect(validator.accepts(repaired))
        for index in value.indices where !places.contains(index) {
          #expect(repaired[index] == value[index], "\(vector.call.name) \(text)")
        }
      }
    }
  }

  typealias Vector = ValidatorVector

  static let general: [Vector] = [
    Vector("luhn", right: "79927398713 | 4111 1111 1111 1111", wrong: "79927398710 | 0000 | 4"),
    Vector("luhn", [.text("80840")], right: "1234567893", wrong: "1234567894 | 1234567890"),
    Vector("luhn", [.text("8084")], right: "01234567893", wrong: "01234567894"),
    Vector(
      "mod97_10", right: "5493001KJTIIGC8Y1R12 | 79444",
      wrong: "5493001KJTIIGC8Y1R21 | 5493001KJTIIGC8Y1R13"),
    Vector("mod11_10", right: "36574261809 | 33392005961", wrong: "36574261890 | 33392005962"),
    Vector("mod11_2", right: "11010519491231002X | 0000000121032683", wrong: "110105194912310021"),
    Vector("mod37_36", right: "A12425GABC1234002M", wrong: "A12425GABC1234002N"),
    Vector("verhoeff", right: "2363 | 234123412346", wrong: "2364 | 3263 | 234123412364"),
    Vector("damm", right: "5724", wrong: "5727 | 7524 | 5742"),
    Vector(
      "weighted",
      [.list([9, 8, 7, 6, 5, 4, 3, 2, -1].map(ValidatorCall.Argument.integer)), .integer(11)],
      right: "111222333", wrong: "111222334 | 11122233"),
    Vector(
      "mod11", [.list([10, 9, 8, 7, 6, 5, 4, 3, 2].map(ValidatorCall.Argument.integer))],
      right: "943 476 5919", wrong: "943 476 5918"),
    Vector(
      "mod11",
      [.list([9, 8, 7, 6, 5, 4, 3, 2].map(ValidatorCall.Argument.integer)), .integer(0)],
      right: "501964843", wrong: "501964842"),
    Vector("length", [.integer(4), .integer(6)], right: "ab-12 | 1234 56", wrong: "abc | 1234567"),
    Vector("length", [.integer(4)], right: "1234", wrong: "123 | 12345"),
    Vector("prefix", [.list([.text("AB"), .text("7")])], right: "ab1 | 71", wrong: "A7 | 17"),
    Vector(
      "range",
      [
        .integer(1), .integer(2),
        .list([.integer(10), .integer(20), .integer(50), .integer(50)]),
      ], right: "x10 | 520 | 9509", wrong: "109 | x51 | x1 | xAB"),
    Vector("date", [.text("YYMMDD")], right: "840229x | 991231", wrong: "990230 | 851301 | 850229"),
    Vector(
      "date", [.text("DDMMYYYY"), .integer(2)], right: "AB29022024", wrong: "AB29022023 | 29022024"
    ),
    Vector(
      "birth_date",
      right: """
        1985-03-12 | 12/03/1985 | 12.3.85 | 12 March 1985 | March 12th, 1985 | 19850312 | \
        3 février 1971 | 24. Dezember 1990 | 1 de enero de 1999 | 07-Aug-1969
        """,
      wrong: """
        1985-13-12 | 31/02/1985 | 12.3.1785 | 31 April 1985 | 12 Foo 1985 | 2031-01-01 | 1.2.3.4 | \
        99999999
        """),
    Vector("iso3166", right: "DE1 | xk", wrong: "ZZ | 12"),
    Vector("iso3166", [.integer(4)], right: "ABCDFR2A", wrong: "ABCDXX2A | ABCD"),
    Vector(
      "entropy", [.integer(35)], right: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      wrong: "aaaaaaaaaaaaaaaa | 1111222233334444"),
    Vector(
      "coordinates", right: "48.85837, 2.29448 | -33.8568,151.2153 | 40.7484° N, 73.9857° W",
      wrong: "91.12345, 2.29448 | 48.85837, 181.0001 | 0.0000, 0.0000 | 1234.5, 2.2"),
    Vector("not_uniform", right: "1121", wrong: "1111 | 1-1-1"),
    Vector("not_sequence", right: "135792468 | 1123", wrong: "123456789 | 9876543210 | 8901"),
    Vector(
      "card_issuer",
      right: """
        4111111111111111 | 378282246310005 | 2223003122003222 | 6011111111111117 | 5555555555554444 \
        | 30569309025904 | 3530111333300000 | 213112345678901 | 501234567890 | 6759000000000000005
        """,
      wrong:
        "1234567812345678 | 2721000000000000 | 2220000000000000 | 37828224631000 | 700000000000000"),
    Vector(
      "iban",
      right: """
        GB82 WEST 1234 5698 7654 32 | DE89370400440532013000 | FR1420041010050500013M02606 | \
        NL91ABNA0417164300 | MT84MALT011000012345MTLCAST001S | NO9386011117947 | be68 5390 0754 7034
        """,
      wrong: "GB83WEST12345698765432 | DE8937040044053201300 | ZZ82WEST12345698765432"),
    Vector(
      "bic", right: "DEUTDEFF | DEUTDEFF500 | NEDSZAJJ", wrong: "DEUTXXFF | ABCDEFG | DEUTDEFF5"),
    Vector("lei", right: "5493001KJTIIGC8Y1R12", wrong: "5493001KJTIIGC8Y1R13"),
    Vector(
      "isin", right: "US0378331005 | GB0002634946 | AU0000XVGZA3",
      wrong: "US0378331006 | ZZ0378331005 | USO378331005"),
    Vector("imei", right: "49-015420-323751-8 | 490154203237518", wrong: "490154203237519"),
    Vector(
      "imsi", right: "262011234567890 | 310150123456789", wrong: "999150123456789 | 3101501234567"),
    Vector(
      "iccid", right: "8991101200003204514", wrong: "8991101200003204511 | 7991101200003204510"),
    Vector(
      "vin", right: "1M8GDM9AXKP042788 | WVWZZZ1JZXW000001 | 5GZCZ43D13S812715",
      wrong: "1M8GDM9A1KP042788 | 1M8GDM9AXKP04278O | WVWZZZ1JZUW000001 | 11111111111111111"),
    Vector(
      "mrz",
      right: """
        L898902C36UTO7408122F1204159ZE184226B<<<<<10 | \
        P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10 | \
        I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<< | \
        I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6
        """,
      wrong: """
        L898902C36UTO7408122F1204159ZE184226B<<<<<11 | L898902C46UTO7408122F1204159ZE184226B<<<<<10 | \
        I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<5\nERIKSSON<<ANNA<MARIA<<<<<<<<<<
        """),
    Vector("icao_731", right: "L898902C36 | 7408122", wrong: "L898902C35 | 7408123"),
    Vector("us_aba", right: "111000025 | 121000358", wrong: "111000026 | 991000358"),
    Vector(
      "base58check",
      right:
        "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
      wrong:
        "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfE | 1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a | 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz"
    ),
    Vector(
      "bech32",
      right: """
        bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 | BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 | \
        bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0
        """,
      wrong:
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 | bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
    Vector(
      "eip55",
      right: """
        0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed | 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359 | \
        0xde709f2102306220921060314715629080e2fb77 | 0x52908400098527886E0F7030069857D2E4169EE7
        """,
      wrong:
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed | 0x0000000000000000000000000000000000000000"),
  ]

  static let online: [Vector] = [
    Vector(
      "email",
      right: "anna@example.com | a.b+c@mail.example.co.uk | o'neil@example.org | jörg@example.de",
      wrong:
        "a..b@example.com | .a@example.com | a@b | logo@2x.png | a@-b.com | a.@example.com | a@b.c1"
    ),
    Vector(
      "domain", right: "example.com | a-b.example.co.uk | x.info",
      wrong: "main.swiftx | a.b.json | -a.com | a..com | config.yaml"),
    Vector(
      "ipv4", right: "192.0.2.1 | 255.255.255.255",
      wrong: "256.0.2.1 | 192.0.2 | 192.0.02.1 | 1.2.3.4.5"),
    Vector(
      "ipv6",
      right:
        "2001:db8::1 | ::1 | fe80::1 | 2001:0db8:85a3:0000:0000:8a2e:0370:7334 | ::ffff:192.0.2.128",
      wrong: "2001:db8::1::2 | 12:34:56 | 2001:db8:1:2:3:4:5:6:7 | 1:2:3:4:5:6:7 | :1::2 | 12345::1"
    ),
    Vector(
      "mac", right: "00:1A:2B:3C:4D:5E | 00-1a-2b-3c-4d-5e | 001a.2b3c.4d5e",
      wrong: "00:00:00:00:00:00 | 00:1A-2B:3C:4D:5E | ff:ff:ff:ff:ff:ff | 00:1A:2B:3C:4D"),
    Vector(
      "phone",
      right: """
        +49 30 901820 | +44 (0)20 7946 0000 | 0033 1 99 00 12 34 | +1 (415) 555-0132 | +447700 900 916 \
        | +1-415-555-0132 x77
        """,
      wrong: "+999 30 901820 | +44 20 79 | 030 901820 | +1 115 555 0132 | +1 415 055 0132"),
    Vector(
      "phone_nanp", right: "(415) 555-0132 | 1-415-555-0132 | 415-555-0132 x77",
      wrong: "115-555-0132 | 415-155-0132 | 911-555-0132 | 1-115-555-0132"),
    Vector(
      "jwt",
      right: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.c2ln",
      wrong:
        "eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiIxIn0.c2ln | abc.def.ghijklmnopqr | aGVsbG8gd29ybGQ.aaaa.bbb"),
    Vector(
      "pem",
      right:
        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY----- | -----BEGIN RSA PRIVATE KEY-----",
      wrong: "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PUBLIC KEY----- | -----BEGIN PRIVATE KEY"),
    Vector(
      "crc32_tail", right: "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",
      wrong: "ghp_0000000000000000000000000000022olKWt"),
    Vector(
      "secret_value", right: "hunter2! | Tr0ub4dor&3 | $ecret!Pa55 | s3cr3t",
      wrong: """
        ${PASSWORD} | $DB_PASS | <password> | ******** | xxxxxxxx | changeme | null | {{ secret }} | \
        your_password_here | os.environ['X'] | getpass()
        """),
    Vector(
      "bitcoin_address",
      right: "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
      wrong: "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfE | tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"),
    Vector(
      "assigned_secret",
      right:
        "password=hunter2x | db_pass: Pa55word! | \"pwd\": \"s3cr3tPa55 | password is Tr0ub4dor",
      wrong: "password=changeme | password is wrong | password: ******** | secret: hidden | pwd=$PW"
    ),
    Vector("mixed", right: "abc1", wrong: "abcd | 1234"),
    Vector("basic_auth", right: "YWxhZGRpbjpvcGVuc2VzYW1l", wrong: "YWxhZGRpbg== | not base64!"),
  ]

  static let northAmerica: [Vector] = [
    Vector(
      "us_ssn", right: "536-90-4399 | 123-45-6789",
      wrong: "666-12-1234 | 000-12-1234 | 900-12-1234 | 536-00-4399 | 536-90-0000 | 078-05-1120"),
    Vector(
      "us_itin", right: "912-90-3456 | 900-70-0000",
      wrong: "912-93-3456 | 912-66-3456 | 812-90-3456"),
    Vector(
      "us_ein", right: "12-3456789 | 95-1234567", wrong: "07-3456789 | 00-1234567 | 89-1234567"),
    Vector("us_npi", right: "1234567893", wrong: "1234567894 | 3234567893"),
    Vector(
      "us_mbi", right: "1EG4-TE5-MK73 | 1EG4TE5MK72",
      wrong: "0EG4TE5MK73 | 1SG4TE5MK73 | 1EG4TE5MK7"),
    Vector("us_dea", right: "AP5836727 | BB1388568", wrong: "AP5836728 | ZP5836727"),
    Vector("ca_sin", right: "130 692 544 | 193-456-787", wrong: "046 454 286 | 130 692 545"),
    Vector("ca_bc_phn", right: "9698 658 215", wrong: "9698 658 216 | 8698 658 215"),
    Vector("ca_bn", right: "123026635 RC 0001 | 123026635", wrong: "123456789 | 123026635RC"),
    Vector("ca_ohip", right: "9876 543 217 AB | 9876543217", wrong: "9876 543 218 AB"),
  ]

  static let latinAmerica: [Vector] = [
    Vector(
      "br_cpf", right: "111.444.777-35 | 390.533.447-05", wrong: "111.444.777-36 | 111.111.111-11"),
    Vector(
      "br_cnpj", right: "11.222.333/0001-81 | 12.ABC.345/01DE-35",
      wrong: "11.222.333/0001-82 | 12.ABC.345/01DE-36"),
    Vector("br_cnh", right: "62472927637", wrong: "62472927638 | 11111111111"),
    Vector("ar_cuit", right: "20-05536168-2", wrong: "20-05536168-3 | 21-05536168-2"),
    Vector("cl_rut", right: "76.086.428-5 | 12531909-2 | 10.000.013-k", wrong: "76086428-6"),
    Vector("co_nit", right: "213.123.432-1", wrong: "213.123.432-2"),
    Vector("pe_ruc", right: "20512333797", wrong: "20512333798 | 21512333797"),
    Vector("uy_ci", right: "1.234.567-2", wrong: "1.234.567-3"),
    Vector("ec_cedula", right: "171430710-3", wrong: "171430710-4 | 251430710-3"),
    Vector("ve_rif", right: "V-11470283-4", wrong: "V-11470283-3 | X-11470283-4"),
    Vector(
      "mx_curp", right: "BOXW310820HNERXN09", wrong: "BOXW310820HNERXN08 | BOXW311320HNERXN09"),
    Vector(
      "mx_rfc", right: "GODE561231GR8 | MAB-930714-8T4 | ÑAÑO800101AB1",
      wrong: "GODE561331GR8 | GODEXXXXXXGR8"),
    Vector("do_cedula", right: "001-1391820-5", wrong: "001-1391820-4"),
  ]

  static let europe: [Vector] = [
    Vector("uk_nhs", right: "943 476 5919", wrong: "943 476 5918 | 111 111 1111"),
    Vector(
      "uk_nino", right: "AB 12 34 56 C | AB123456",
      wrong: "BG123456C | DA123456C | AO123456C | AB123456E"),
    Vector("uk_utr", right: "1955839661 | 19558 39661", wrong: "2955839661"),
    Vector("uk_vat", right: "GB 980 7806 84", wrong: "GB 980 7806 85"),
    Vector(
      "uk_postcode", right: "SW1A 1AA | M1 1AE | EC1A 1BB | B33 8TH | CR2 6XH",
      wrong: "ZZ1 1AA | SW1A 1CA | Q1 1AE"),
    Vector(
      "uk_driving_licence", right: "MORGA657054SM9IJ | MORGA 753116 SM9IJ",
      wrong: "MORGA699054SM9IJ | 9ORGA657054SM9IJ | MO9GA657054SM9IJ"),
    Vector("ie_pps", right: "6433435F | 6433435FW | 6433435OA", wrong: "6433435E"),
    Vector("de_tax_id", right: "36574261809 | 86 095 742 719", wrong: "36574261890 | 06574261809"),
    Vector(
      "de_rvnr", right: "15 070649 C 103 | 65170839J003", wrong: "15 070649 C 104 | 15 073249 C 103"
    ),
    Vector("de_kvnr", right: "A123456780", wrong: "A123456781 | 1123456780"),
    Vector(
      "de_id_card", right: "T220001293 | LM3P4RK7T", wrong: "T220001294 | A220001293 | TABCD0129"),
    Vector(
      "de_passport", right: "C01X00T478 | C01X00T47", wrong: "C01X00T479 | A01X00T47 | C12345678"),
    Vector("at_svnr", right: "1237 010180", wrong: "1238 010180 | 1237 320180"),
    Vector("ch_ahv", right: "756.9217.0769.85", wrong: "756.9217.0769.84 | 755.9217.0769.85"),
    Vector("ch_uid", right: "CHE-100.155.212", wrong: "CHE-100.155.213"),
    Vector(
      "fr_nir", right: "255081416802538 | 2 95 10 99 126 111 93 | 1 85 05 2A 004 003 79",
      wrong: "255081416802539 | 955081416802538"),
    Vector("mod97_complement", right: "255081416802538", wrong: "255081416802537"),
    Vector("fr_siren", right: "732 829 320", wrong: "732 829 321"),
    Vector(
      "fr_siret", right: "732 829 320 00074 | 356 000 000 00048 | 35600000049837",
      wrong: "732 829 320 00075"),
    Vector("nl_bsn", right: "111222333 | 123456782", wrong: "111222334 | 000000000"),
    Vector(
      "be_nn", right: "85.07.30-033.28 | 17.07.30-033.84",
      wrong: "85.07.30-033.29 | 85.33.30-033.28"),
    Vector("lu_nin", right: "1893120105732", wrong: "1893120105733 | 1893130105732"),
    Vector("es_nif", right: "12345678Z", wrong: "12345678A"),
    Vector("es_nie", right: "X1234567L | Y-1234567-X", wrong: "X1234567M | W1234567L"),
    Vector("es_cif", right: "A58818501 | J99216582 | P2807900B", wrong: "A58818502 | P28079002"),
    Vector("es_ss", right: "28/12345678/40", wrong: "28/12345678/41 | 99/12345678/40"),
    Vector("pt_nif", right: "501964843", wrong: "501964842 | 401964843"),
    Vector("pt_cc", right: "00000000 0 ZZ4", wrong: "00000000 0 ZZ5"),
    Vector(
      "it_codice_fiscale", right: "RSSMRA85T10A562S | RSSMRA85T10A56NH",
      wrong: "RSSMRA85T10A562T | RSSMRA85Z10A562S"),
    Vector("it_partita_iva", right: "00743110157", wrong: "00743110158"),
    Vector("gr_afm", right: "094259216", wrong: "094259217"),
    Vector("gr_amka", right: "01013099997", wrong: "01013099998 | 32013099997"),
    Vector("cy_tin", right: "10259033P", wrong: "10259033Z"),
    Vector("tr_tckn", right: "10000000146", wrong: "10000000147 | 00000000146"),
    Vector("pl_pesel", right: "44051401359", wrong: "44051401358 | 44351401359"),
    Vector("pl_nip", right: "856-734-62-15", wrong: "856-734-62-16"),
    Vector("pl_regon", right: "192598184 | 12345678512347", wrong: "192598183 | 12345678612342"),
    Vector("cz_rc", right: "710319/2745", wrong: "710319/2746 | 711319/2745"),
    Vector("cz_ico", right: "25123891", wrong: "25123890"),
    Vector("hu_taj", right: "111 111 110", wrong: "111 111 111"),
    Vector("hu_tax", right: "8071592153", wrong: "8071592154 | 7071592153"),
    Vector("ro_cnp", right: "1630615123457", wrong: "1630615123458 | 1631315123457"),
    Vector("ro_cui", right: "18547290", wrong: "18547291"),
    Vector("bg_egn", right: "7523169263", wrong: "7523169264 | 7553169263"),
    Vector("hr_oib", right: "33392005961", wrong: "33392005962"),
    Vector("si_emso", right: "0101006500006", wrong: "0101006500007 | 0101006710000"),
    Vector("rs_jmbg", right: "0101006710000", wrong: "0101006710009 | 0101006500006"),
    Vector("si_tax", right: "50223054", wrong: "50223055"),
    Vector("ee_ik", right: "36805280109", wrong: "36805280108 | 36813280109"),
    Vector("lt_ak", right: "33309240064", wrong: "33309240065"),
    Vector("lv_pk", right: "161175-19997", wrong: "161175-19998 | 321375-1999"),
    Vector(
      "ru_inn", right: "7707083893 | 123456789047", wrong: "7707083894 | 123456789048 | 12345678904"
    ),
    Vector("ru_snils", right: "112-233-445 95", wrong: "112-233-445 96"),
    Vector("ru_ogrn", right: "1022200525819 | 304500116000157", wrong: "1022200525818"),
    Vector("ua_rnokpp", right: "1759013776", wrong: "1759013777"),
    Vector(
      "se_personnummer", right: "811228-9874 | 19811228-9874 | 811288-9871",
      wrong: "811228-9875 | 811328-9874"),
    Vector("se_orgnr", right: "556016-0680", wrong: "556016-0681 | 551016-0680"),
    Vector("dk_cpr", right: "211062-5629", wrong: "321062-5629 | 211062-0000"),
    Vector("no_fnr", right: "15108695088", wrong: "15108695089 | 15138695088"),
    Vector(
      "fi_hetu", right: "131052-308T | 131052-308t",
      wrong: "131052-308U | 131352-308T | 131052*308T"),
    Vector("is_kt", right: "120174-3399", wrong: "120174-3389 | 321374-3399"),
    Vector("no_orgnr", right: "988 077 917", wrong: "988 077 918"),
    Vector(
      "eu_vat",
      right: """
        ATU13585627 | BE0428759497 | BG175074752 | CY10259033P | CZ25123891 | DE136695976 | \
        DK13585628 | EE100931558 | EL094259216 | ESA13585625 | FI20774740 | FR40303265045 | \
        HR33392005961 | HU12892312 | IE6433435F | IE8D79739I | IT00743110157 | LT119511515 | \
        LU15027442 | LV40003521600 | MT11679112 | NL004495445B01 | PL8567346215 | PT501964843 | \
        RO18547290 | SE123456789701 | SI50223054 | SK2022749619
        """,
      wrong: """
        ATU13585626 | BE0428759498 | BG175074751 | CZ25123890 | DE136695977 | DK13585627 | \
        EE100931559 | EL094259217 | FI20774741 | HU12892313 | LT119511516 | LU15027443 | \
        LV40003521601 | MT11679113 | NL004495446B01 | SE123456789801 | SK2022749618 | ZZ123456789
        """),
  ]

  static let asia: [Vector] = [
    Vector("in_aadhaar", right: "2341 2341 2346", wrong: "2341 2341 2347 | 1341 2341 2346"),
    Vector("in_pan", right: "ABCPE1234F", wrong: "ABCDE1234F | ABCPE0000F | ABCP1234F"),
    Vector("in_gstin", right: "27AAPFU0939F1ZV", wrong: "27AAPFU0939F1ZW | 48AAPFU0939F1ZV"),
    Vector("in_voter", right: "WKH1186253", wrong: "WK11186253"),
    Vector("pk_cnic", right: "34201-0891231-8", wrong: "94201-0891231-8"),
    Vector("lk_nic", right: "853400937V | 198534000937", wrong: "859900937V | 853400937A"),
    Vector(
      "cn_ric", right: "11010519491231002X",
      wrong: "110105194912310021 | 99010519491231002X | 11010519491331002X"),
    Vector("tw_id", right: "A123456789", wrong: "A123456788 | A323456789"),
    Vector("tw_ubn", right: "00501503 | 10458575", wrong: "00501502 | 00000000"),
    Vector("hk_id", right: "A123456(3) | G123456(A)", wrong: "A123456(4)"),
    Vector("jp_my_number", right: "6214 9832 0257", wrong: "6214 9832 0258"),
    Vector("jp_corporate", right: "5-8356-7825-6246", wrong: "6-8356-7825-6246"),
    Vector(
      "kr_rrn", right: "971013-9019902 | 210101-3123456", wrong: "971013-9019903 | 971313-9019902"),
    Vector("kr_brn", right: "116-82-00276", wrong: "116-82-00277"),
    Vector("sg_nric", right: "S1234567D | F1234567N", wrong: "S1234567E | A1234567D"),
    Vector("my_nric", right: "770305-02-1234", wrong: "771305-02-1234 | 770305-17-1234"),
    Vector("id_nik", right: "3171011708450001", wrong: "1071011708450001 | 3171013208450001"),
    Vector("th_pin", right: "1-2345-45678-78-1", wrong: "1-2345-45678-78-2"),
    Vector("vn_cccd", right: "001099012345", wrong: "099099012345"),
  ]

  static let rest: [Vector] = [
    Vector("il_id", right: "3933742-3 | 039337423", wrong: "3933742-4"),
    Vector("za_id", right: "7503305044089", wrong: "7503305044088 | 7513305044089"),
    Vector("eg_nid", right: "29001011234567", wrong: "19001011234567 | 29013011234567"),
    Vector("sa_id", right: "1000000008", wrong: "1000000009 | 3000000006"),
    Vector("ae_eid", right: "784-1984-1234567-4", wrong: "784-1984-1234567-5"),
    Vector("ng_nin", right: "12345678902", wrong: "01234567890 | 11111111111"),
    Vector("au_tfn", right: "123 456 782", wrong: "123 456 789"),
    Vector("au_abn", right: "51 824 753 556", wrong: "51 824 753 557"),
    Vector("au_acn", right: "004 085 616", wrong: "004 085 617"),
    Vector("au_medicare", right: "2123 45670 1", wrong: "2123 45671 1 | 7123 45670 1"),
    Vector("nz_ird", right: "49-091-850 | 136410132", wrong: "49091851 | 9125568"),
    Vector("nz_nhi", right: "ZZZ0016 | ZAC5361 | ZBN77VL", wrong: "ZZZ0017 | ZIC5361"),
  ]
}
