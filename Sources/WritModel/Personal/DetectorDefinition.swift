/// How one kind of personal data or secret is recognized, as a `detector` declares it.
public struct DetectorDefinition: Hashable, Sendable {
  /// What finds the candidates.
  public enum Recognition: Hashable, Sendable {
    /// A regular expression in PCRE2's syntax; bounded look-around is allowed, unlike in rules.
    case pattern(source: String, flags: String)
    /// A reader of the program's own library: `person_names`, `street_addresses`.
    case reader(String)
  }

  /// Words that make a value more likely where they stand before it.
  public struct Context: Hashable, Sendable {
    public var words: [String]
    /// How far before the value a word may stand, in bytes.
    public var within: Int

    public init(words: [String], within: Int) {
      self.words = words
      self.within = within
    }
  }

  /// How sure a find is, each a probability between 0 and 1 in millionths.
  public struct Confidence: Hashable, Sendable {
    /// By the pattern and the validators alone.
    public var bare: Int64
    /// With a word of `near` before it; nil is `bare`.
    public var near: Int64?
    /// In a column, at a path or under a key of `named`; nil is `bare`.
    public var named: Int64?

    public init(bare: Int64, near: Int64? = nil, named: Int64? = nil) {
      self.bare = bare
      self.near = near
      self.named = named
    }
  }

  /// The identifier: `payment_card`.
  public var name: String
  /// What people read.
  public var title: String
  public var category: DataCategory
  /// `world`, or ISO 3166-1 alpha-2 codes in lower case.
  public var regions: [String]
  public var recognition: Recognition
  /// All must accept the value.
  public var validators: [ValidatorCall]
  /// Detectors and readings (`epoch`) that win where they fit the same value.
  public var exclusions: [String]
  public var near: [Context]
  /// Names of columns, JSON paths and log keys under which the value is expected.
  public var named: [String]
  public var confidence: Confidence
  /// Texts in which the detector must find something.
  public var examples: [String]
  /// Texts in which it must find nothing.
  public var counters: [String]

  public init(
    name: String, title: String, category: DataCategory, regions: [String],
    recognition: Recognition, validators: [ValidatorCall] = [], exclusions: [String] = [],
    near: [Context] = [], named: [String] = [], confidence: Confidence, examples: [String],
    counters: [String]
  ) {
    self.name = name
    self.title = title
    self.category = category
    self.regions = regions
    self.recognition = recognition
    self.validators = validators
    self.exclusions = exclusions
    self.near = near
    self.named = named
    self.confidence = confidence
    self.examples = examples
    self.counters = counters
  }
}
