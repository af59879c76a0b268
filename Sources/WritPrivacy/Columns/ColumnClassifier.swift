package import WritDetection
import WritModel
import WritNames

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Says what each column of a table holds: what its name tells times what its cells tell, against what chance would
/// make them.
///
/// A detector counts for a column by the cells it takes as a whole. Whether that is proof depends on how often a cell
/// of that look would pass by chance: 1,000 numbers that all pass a checksum of one in ten are proof, numbers that
/// merely lie in a range are none. Not shared between threads.
package final class ColumnClassifier {
  package struct Options: Sendable {
    /// A type below this probability is not told, in millionths.
    package var threshold: Int64 = 500_000
    /// Cells looked at first; more only while the leading share is undecided.
    package var firstCells = 1_000
    /// Detectors by index; nil is all.
    package var detectors: Set<Int>?
    /// Types without a detector, by name: whether they are told.
    package var tellsKind: @Sendable (String) -> Bool = { _ in true }

    package init() {}
  }

  /// Of the cells so many must be of a type; a telling name asks for fewer.
  static let neededShare = 0.5
  static let neededShareNamed = 0.3

  private let set: DetectorSet
  private let options: Options
  private let matcher: CellMatcher
  private let scanner: TextScanner
  private let people = NameRecognizer()
  private let header: HeaderIndex
  private let patterns: [Int]
  private let personName: Int?
  private var chance: [Int: Double] = [:]

  /// Nil where there is no memory for the matching.
  package init?(_ set: DetectorSet, options: Options = Options()) {
    guard let matcher = CellMatcher(set) else { return nil }
    self.set = set
    self.options = options
    self.matcher = matcher
    let enabled = { (index: Int) in options.detectors?.contains(index) ?? true }
    patterns = matcher.detectors.filter(enabled)
    var scanning = TextScanner.Options()
    scanning.threshold = 800_000
    scanning.detectors = Set(patterns)
    guard let scanner = TextScanner(set, options: scanning) else { return nil }
    self.scanner = scanner
    let names = set.definitions.map(\.name)
    personName = names.firstIndex(of: "person_name").flatMap { enabled($0) ? $0 : nil }
    var phrases: [(Int, String)] = []
    for (index, definition) in set.definitions.enumerated() where enabled(index) {
      phrases += definition.named.map { (index, $0) }
    }
    for (detector, words) in ColumnKind.detectorPhrases {
      guard let index = names.firstIndex(of: detector), enabled(index) else { continue }
      phrases += words.split(separator: " ").map { (index, String($0)) }
    }
    for (index, kind) in ColumnKind.all.enumerated() {
      phrases += kind.phrases.map { (set.definitions.count + index, $0) }
    }
    header = HeaderIndex(phrases)
  }

  /// - Parameter name: of the column, or of the member in a document; nil where it has none.
  package func classify(_ name: String?, _ sample: CellSample) -> ColumnClassification {
    let header = ColumnHeader(Array((name ?? "").utf8), self.header)
    let limitsBefore = matcher.limitHits
    var count = min(max(1, options.firstCells), max(1, sample.cells.count))
    var cells = ColumnCells(sample.part(count))
    var candidates = self.candidates(header, cells)
    while count < sample.cells.count, let leading = candidates.first,
      leading.share.straddles(leading.needed)
    {
      count = min(sample.cells.count, count * 3)
      cells = ColumnCells(sample.part(count))
      candidates = self.candidates(header, cells)
    }
    var result = ColumnClassification()
    result.sampled = cells.rows
    result.distinct = cells.distinct.count
    result.filled = sample.seen
    result.empty = sample.empty
    let sure = candidates.filter {
      $0.isFrequent && $0.probability >= options.threshold
    }
    if let best = sure.first {
      result.type = best.name
      result.category = best.category
      result.probability = best.probability
      result.terms = best.terms
      result.share = best.share
      result.isQuasiIdentifier = ColumnKind.isQuasiIdentifier(best.category)
      result.also = others(sure, best)
    } else {
      result.within = within(cells, name)
    }
    result.limitHits = matcher.limitHits - limitsBefore
    return result
  }

  private func others(
    _ sure: [ColumnCandidate], _ best: ColumnCandidate
  ) -> [ColumnClassification.Other] {
    var seen: Set<String> = [best.name]
    return sure.filter { seen.insert($0.name).inserted }.prefix(5).map {
      ColumnClassification.Other(type: $0.name, probability: $0.probability)
    }
  }

  // MARK: Candidates

  /// All types some cells or the name speak for, the most probable first.
  private func candidates(_ header: ColumnHeader, _ cells: ColumnCells) -> [ColumnCandidate] {
    if cells.rows == 0 { return [] }
    let found =
      detectorCandidates(header, cells) + kindCandidates(header, cells)
      + [personCandidate(header, cells), addressCandidate(header, cells)].compactMap { $0 }
    return found.sorted {
      if $0.isFrequent != $1.isFrequent { return $0.isFrequent }
      if $0.odds != $1.odds { return $0.odds > $1.odds }
      if $0.share.hits != $1.share.hits { return $0.share.hits > $1.share.hits }
      return $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// Cells with which detectors are told apart that may fit at all.
  private static let trialCells = 120

  private func detectorCandidates(
    _ header: ColumnHeader, _ cells: ColumnCells
  ) -> [ColumnCandidate] {
    let trial = cells.spread(Self.trialCells)
    let fitting = patterns.filter { detector in
      let hits = trial.count { matcher.accepts(detector, cells.distinct[$0].cell) }
      let least = Self.isPooled(set.definitions[detector].category) ? 1 : trial.count / 6
      return hits > 0 && hits >= least
    }
    let accepted = fitting.map { detector in
      cells.distinct.indices.filter { matcher.accepts(detector, cells.distinct[$0].cell) }
    }
    let found = fitting.indices.compactMap { index in
      let definition = set.definitions[fitting[index]]
      var all = Set(accepted[index])
      if Self.isPooled(definition.category) {
        for other in fitting.indices
        where set.definitions[fitting[other]].category == definition.category {
          all.formUnion(accepted[other])
        }
      }
      return candidate(fitting[index], header, cells, own: accepted[index], all: all)
    }
    return found.map { candidate in
      // A name that says no country means the one of no country, where that fits as well.
      let hasGeneral = found.contains {
        $0.isNamed && !$0.isOfCountry && $0.category == candidate.category && $0.isFrequent
      }
      guard hasGeneral, candidate.isOfCountry else { return candidate }
      var candidate = candidate
      candidate.add("named of no country", -1)
      return candidate
    }
  }

  /// Types whose values several detectors share, each for a way of writing them.
  private static func isPooled(_ category: DataCategory) -> Bool {
    ["contact.phone", "online.ip_address"].contains { $0 == category.description }
  }

  private func candidate(
    _ detector: Int, _ header: ColumnHeader, _ cells: ColumnCells, own: [Int], all: Set<Int>
  ) -> ColumnCandidate {
    let definition = set.definitions[detector]
    var candidate = ColumnCandidate(definition.name, definition.category, cells, all)
    let bare = Self.odds(definition.confidence.bare)
    let named = max(bare, Self.odds(definition.confidence.named ?? definition.confidence.bare))
    candidate.add("prior", bare)
    let match = header.match(detector)
    if definition.category.description == "government.business_id" {
      // What may be a person's as well is taken for a person's.
      candidate.add("of a business", -0.5)
    }
    if let match {
      candidate.needed = Self.neededShareNamed
      candidate.add("named column", (named - bare) * (match.isHead ? 1 : 0.5))
      candidate.isNamed = true
    } else {
      candidate.add("column named otherwise", header.against(definition.category))
    }
    candidate.isOfCountry = definition.regions.contains { $0 != "world" }
    let pooled = definition.category.description == "contact.phone"
    if pooled {
      // Of several ways to write it the one most cells have is told.
      candidate.add(
        "this way of writing", log(max(0.05, Double(own.count) / Double(max(1, all.count)))))
    }
    // A date is valid or not, whatever it is the date of.
    let isDate = definition.category.description == "person.birth_date"
    if !definition.validators.isEmpty, !pooled, !isDate {
      let passing = max(self.chance(detector), neighborsPassing(detector, cells, own), 0.002)
      if passing < 0.4 {
        candidate.add(
          "passed by chance",
          ColumnEvidence.ratio(hits: own.count, of: cells.distinct.count, passing))
        if match == nil, bare < 0 {
          candidate.add("one of many detectors", -log(Double(max(2, patterns.count))))
        }
        return candidate
      }
    }
    if bare < 0, match == nil, !isDate, cells.areGrouped(own) {
      candidate.add("written in groups", ColumnEvidence.grouped)
    }
    return candidate
  }

  private static func odds(_ millionths: Int64) -> Double { Double(LogOdds.of(millionths)) / 1_000 }

  // MARK: Chance

  /// How often a random token passes the validators.
  private func chance(_ detector: Int) -> Double {
    if let known = chance[detector] { return known }
    let rate = DetectorTraits(set.definitions[detector]).falsePassRate ?? 1_000_000
    chance[detector] = Double(rate) / 1_000_000
    return Double(rate) / 1_000_000
  }

  /// How often cells pass that differ from passing ones by one character: near 1 where a range or a date is all that is
  /// asked, so that numbers of any origin may pass all together; near 0 with a checksum.
  private func neighborsPassing(_ detector: Int, _ cells: ColumnCells, _ own: [Int]) -> Double {
    var tried = 0
    var passed = 0
    for (turn, index) in own.prefix(60).enumerated() {
      var cell = cells.distinct[index].cell
      let places = cell.indices.filter { CellLook.isDigit(cell[$0]) }
      guard !places.isEmpty else { continue }
      let place = places[(places.count - 1 - turn % places.count)]
      cell[place] = 0x30 + (cell[place] - 0x30 + 1 + UInt8(turn % 8)) % 10
      tried += 1
      if matcher.accepts(detector, cell) { passed += 1 }
    }
    return tried == 0 ? 1 : Double(passed) / Double(tried)
  }

  // MARK: Names and addresses

  private func personCandidate(
    _ header: ColumnHeader, _ cells: ColumnCells
  ) -> ColumnCandidate? {
    guard let personName else { return nil }
    let definition = set.definitions[personName]
    let match = header.isOfOtherThing ? nil : header.match(personName)
    let hits = cells.distinct.indices.filter { index in
      let cell = cells.distinct[index].cell
      return CellLook.isWords(cell)
        && cell.withUnsafeBufferPointer { people.isPersonName($0) } >= 500_000
    }
    let wordy = cells.distinct.indices.filter { CellLook.isName(cells.distinct[$0].cell) }
    // Names no list knows are names where the column says so.
    let isTold = match?.isHead == true && hits.count * 5 < wordy.count * 4
    var candidate = ColumnCandidate(
      definition.name, header.partOfName ?? definition.category, cells, Set(isTold ? wordy : hits))
    guard candidate.share.hits > 0 else { return nil }
    let listed = Double(hits.count) / Double(max(1, cells.distinct.count))
    candidate.add("names in the lists", (listed - 0.45) * 6)
    if let match {
      candidate.needed = Self.neededShareNamed
      candidate.add("named column", match.isHead ? (match.isWeak ? 1.5 : 3) : 0.5)
    } else {
      candidate.add(
        "column named otherwise", header.isOfOtherThing ? -4 : header.against(definition.category))
      if cells.distinct.count * 12 < cells.rows, cells.distinct.count < 25 {
        candidate.add("few different values", -3)
      }
      candidate.needed = 0.6
    }
    return candidate
  }

  private func addressCandidate(
    _ header: ColumnHeader, _ cells: ColumnCells
  ) -> ColumnCandidate? {
    guard let index = set.definitions.firstIndex(where: { $0.name == "street_address" }),
      options.detectors?.contains(index) ?? true
    else { return nil }
    let definition = set.definitions[index]
    let hits = cells.distinct.indices.filter { isAddress(cells.distinct[$0].cell) }
    guard !hits.isEmpty else { return nil }
    var candidate = ColumnCandidate(definition.name, definition.category, cells, Set(hits))
    candidate.add("prior", 1.5)
    if let match = header.match(index) {
      candidate.needed = 0.2
      candidate.add("named column", match.isHead ? 2.5 : 1)
    } else {
      candidate.add("column named otherwise", header.against(definition.category))
    }
    return candidate
  }

  private func isAddress(_ cell: [UInt8]) -> Bool {
    guard cell.count <= 200, cell.contains(where: CellLook.isLetter) else { return false }
    return cell.withUnsafeBufferPointer { bytes in
      people.finds(in: bytes, propagates: false).contains {
        $0.kind == .address && $0.odds > 0 && $0.range.count * 10 >= bytes.count * 6
      }
    }
  }

  // MARK: Kinds

  private func kindCandidates(_ header: ColumnHeader, _ cells: ColumnCells) -> [ColumnCandidate] {
    ColumnKind.all.indices.compactMap { index in
      let kind = ColumnKind.all[index]
      guard options.tellsKind(kind.name) else { return nil }
      let match = header.match(set.definitions.count + index)
      let isNamed = match?.isHead == true && !header.isVerb
      guard isNamed || kind.alone != nil || kind.name == "birth_date" && header.isOpaque else {
        return nil
      }
      let hits = cells.distinct.indices.filter {
        CellLook.fits(kind.look, cells.distinct[$0].cell)
      }
      guard !hits.isEmpty else { return nil }
      var candidate = ColumnCandidate(kind.name, kind.category, cells, Set(hits))
      // Of few words that come again and again each slip is a different cell.
      candidate.countsRows()
      if isNamed {
        candidate.add("named column", 2.5)
        if case .any = kind.look { candidate.add("any value fits", -0.5) }
        if cells.areFlags { candidate.add("yes and no", -5) }
        candidate.needed = 0.4
        return candidate
      }
      if kind.name == "birth_date" {
        candidate.add("prior", -3)
        candidate.add("years as of births", ColumnEvidence.birthYears(cells, hits))
        return candidate
      }
      guard let alone = kind.alone else { return nil }
      candidate.needed = 0.8
      candidate.add("few words", alone)
      if case .gender = kind.look, !cells.areGenders { return nil }
      candidate.add("column named otherwise", header.against(kind.category))
      return candidate
    }
  }

  // MARK: Text

  private static let textCells = 300

  /// Types that stand within the cells of a column that is of none as a whole.
  private func within(_ cells: ColumnCells, _ name: String?) -> [ColumnClassification.Within] {
    var counts: [Int: Int] = [:]
    for index in cells.spread(Self.textCells) {
      let cell = cells.distinct[index].cell
      guard cell.count >= 12, cell.contains(0x20) || cell.contains(UInt8(ascii: "@")),
        cell.contains(where: CellLook.isLetter)
      else { continue }
      let finds = scanner.scanValue(cell, key: nil).finds
      for detector in Set(finds.map(\.detector)) { counts[detector, default: 0] += 1 }
    }
    return counts.map { detector, count in
      ColumnClassification.Within(
        type: set.definitions[detector].name, category: set.definitions[detector].category,
        cells: count)
    }.sorted {
      $0.cells != $1.cells
        ? $0.cells > $1.cells : $0.type.utf8.lexicographicallyPrecedes($1.type.utf8)
    }
  }
}
