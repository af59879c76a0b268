/// Short lists of names that are common in many countries, written for this purpose; together they are nobody.
enum SyntheticNames {
  static let given: [String] = words(
    """
    Ada Adam Agnes Alba Alma Amir Ana Anton Aylin Ben Carla Clara Daniel Diana Elena Elias Emil Erik Eva Felix Fatima \
    Greta Hana Hugo Ida Ines Ivan Jana Jonas Jun Kaito Karim Lara Lea Leo Lina Luca Maja Mara Mei Mila Mina Nadia \
    Nico Nina Noah Nora Olga Omar Oscar Paula Petra Rafael Rosa Samir Sara Sofia Tomas Vera Viktor Wei Yara Yusuf Zoe
    """)
  static let family: [String] = words(
    """
    Alder Almeida Amato Arslan Baker Banda Becker Berg Bianchi Brandt Castro Cohen Costa Dahl Diaz Duarte Eriksen Evans \
    Farah Ferrari Fischer Fontaine Garcia Gruber Haddad Hansen Horvat Ito Jansen Kaya Keller Khan Kim Klein Kovac Kumar \
    Laine Larsen Lopez Mancini Marino Martin Mbeki Meyer Moreau Nagy Novak Okafor Olsen Park Petit Popov Ribeiro Rossi \
    Sato Silva Singh Suzuki Tanaka Toth Vargas Weber Wong Zhang
    """)
  static let streets: [String] = words("Example Sample Specimen Model Pattern Template")

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
