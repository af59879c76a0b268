/// Telephone numbers by the plans of the International Telecommunication Union.
enum TelephoneNumbers {
  /// Each country code with the least and most digits that follow it, from the national numbering
  /// plans as communicated under ITU-T E.129.
  private static let plans: [(code: Int, least: UInt8, most: UInt8)] = [
    (1, 10, 10), (7, 10, 10), (20, 8, 10), (27, 9, 9), (30, 10, 10), (31, 9, 9), (32, 8, 9),
    (33, 9, 9), (34, 9, 9), (36, 8, 9), (39, 6, 11), (40, 9, 9), (41, 9, 9), (43, 6, 13),
    (44, 9, 10), (45, 8, 8), (46, 7, 10), (47, 8, 8), (48, 9, 9), (49, 6, 13), (51, 8, 9),
    (52, 10, 11), (53, 8, 8), (54, 10, 11), (55, 10, 11), (56, 9, 9), (57, 8, 10), (58, 10, 10),
    (60, 8, 10), (61, 9, 9), (62, 8, 12), (63, 8, 10), (64, 8, 10), (65, 8, 8), (66, 8, 9),
    (81, 9, 10), (82, 8, 10), (84, 9, 10), (86, 10, 11), (90, 10, 10), (91, 10, 10), (92, 9, 10),
    (93, 9, 9), (94, 9, 9), (95, 7, 10), (98, 10, 10), (211, 9, 9), (212, 9, 9), (213, 8, 9),
    (216, 8, 8), (218, 8, 9), (220, 7, 7), (221, 9, 9), (222, 8, 8), (223, 8, 8), (224, 8, 9),
    (225, 8, 10), (226, 8, 8), (227, 8, 8), (228, 8, 8), (229, 8, 10), (230, 7, 8), (231, 7, 9),
    (232, 8, 8), (233, 9, 9), (234, 7, 10), (235, 8, 8), (236, 8, 8), (237, 8, 9), (238, 7, 7),
    (239, 7, 7), (240, 9, 9), (241, 7, 8), (242, 9, 9), (243, 9, 9), (244, 9, 9), (245, 7, 9),
    (248, 7, 7), (249, 9, 9), (250, 9, 9), (251, 9, 9), (252, 7, 9), (253, 8, 8), (254, 9, 10),
    (255, 9, 9), (256, 9, 9), (257, 8, 8), (258, 8, 9), (260, 9, 9), (261, 9, 9), (262, 9, 9),
    (263, 8, 10), (264, 8, 9), (265, 7, 9), (266, 8, 8), (267, 7, 8), (268, 8, 8), (269, 7, 7),
    (290, 4, 5), (291, 7, 7), (297, 7, 7), (298, 6, 6), (299, 6, 6), (350, 8, 8), (351, 9, 9),
    (352, 6, 11), (353, 8, 9), (354, 7, 9), (355, 8, 9), (356, 8, 8), (357, 8, 8), (358, 6, 12),
    (359, 8, 9), (370, 8, 8), (371, 8, 8), (372, 7, 8), (373, 8, 8), (374, 8, 8), (375, 9, 9),
    (376, 6, 9), (377, 8, 9), (378, 6, 10), (380, 9, 9), (381, 8, 9), (382, 8, 8), (383, 8, 8),
    (385, 8, 9), (386, 8, 8), (387, 8, 8), (389, 8, 8), (420, 9, 9), (421, 9, 9), (423, 7, 9),
    (500, 5, 5), (501, 7, 7), (502, 8, 8), (503, 8, 8), (504, 8, 8), (505, 8, 8), (506, 8, 8),
    (507, 7, 8), (508, 6, 6), (509, 8, 8), (590, 9, 9), (591, 8, 8), (592, 7, 7), (593, 8, 9),
    (594, 9, 9), (595, 8, 9), (596, 9, 9), (597, 6, 7), (598, 8, 8), (599, 7, 8), (670, 7, 8),
    (673, 7, 7), (674, 7, 7), (675, 7, 8), (676, 5, 7), (677, 5, 7), (678, 5, 7), (679, 7, 7),
    (680, 7, 7), (682, 5, 5), (685, 5, 7), (687, 6, 6), (689, 6, 8), (691, 7, 7), (692, 7, 7),
    (850, 8, 10), (852, 8, 8), (853, 8, 8), (855, 8, 9), (856, 8, 10), (870, 9, 9), (880, 8, 10),
    (886, 8, 9), (960, 7, 7), (961, 7, 8), (962, 8, 9), (963, 8, 9), (964, 8, 10), (965, 8, 8),
    (966, 8, 9), (967, 7, 9), (968, 8, 8), (970, 8, 9), (971, 8, 9), (972, 8, 9), (973, 8, 8),
    (974, 8, 8), (975, 7, 8), (976, 8, 8), (977, 8, 10), (992, 9, 9), (993, 8, 8), (994, 9, 9),
    (995, 9, 9), (996, 9, 9), (998, 9, 9),
  ]

  /// By country code: least × 16 + most; 0 where the code is not given out.
  private static let lengths: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 1000)
    for plan in plans { table[plan.code] = plan.least << 4 | plan.most }
    return table
  }()

  static func isInternational(_ bytes: Bytes) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var count = 0
      var hasTrunkZero = false
      for index in 0..<bytes.count {
        let byte = bytes[index]
        if byte.isASCIILetter { break }  // an extension
        guard byte.isASCIIDigit else { continue }
        // +44 (0)20 …: the trunk prefix in brackets is not dialed.
        if byte == UInt8(ascii: "0"), index > 0, bytes[index - 1] == UInt8(ascii: "("),
          index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ")"), !hasTrunkZero
        {
          hasTrunkZero = true
          continue
        }
        guard count < 24 else { return false }
        digits[count] = byte
        count += 1
      }
      var start = 0
      if bytes[0] != UInt8(ascii: "+"),
        !(bytes[0] == UInt8(ascii: "(") && bytes[1] == UInt8(ascii: "+"))
      {
        guard count > 2, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: "0") else {
          return false
        }
        start = 2
      }
      return isPlanned(Bytes(rebasing: digits[start..<count]))
    }
  }

  private static func isPlanned(_ digits: Bytes) -> Bool {
    let lengths = lengths
    var code = 0
    for length in 1...3 where length < digits.count {
      code = code * 10 + digits.value(length - 1)
      let bounds = lengths[code]
      guard bounds != 0, length > 1 || code == 1 || code == 7 else { continue }
      let rest = digits.count - length
      guard rest >= Int(bounds >> 4), rest <= Int(bounds & 15) else { return false }
      return code != 1 || isNorthAmerican(Bytes(rebasing: digits[0..<digits.count]))
    }
    return false
  }

  static func isNorthAmerican(_ bytes: Bytes) -> Bool {
    let start = bytes.count - 10
    guard start == 0 || start == 1 && bytes.value(0) == 1 else { return false }
    // N11 is a service, such as 911, never an area; some people do have exchange 555.
    return bytes.value(start) >= 2 && bytes.value(start + 3) >= 2
      && !(bytes.value(start + 1) == 1 && bytes.value(start + 2) == 1)
  }
}
