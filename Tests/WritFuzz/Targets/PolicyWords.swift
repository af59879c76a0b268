/// Words of the language, for mutations.
enum PolicyWords {
  static let all: [String] =
    declarations.split(separator: " ").map(String.init)
    + expressions.split(separator: " ").map(String.init) + literals

  private static let declarations = """
    module import param let define dataset rule test detector mask retention erasure key fresh within \
    order by lateness complete per valid from to severity covers tags owner rationale references for in \
    where each period group window sliding tumbling session gap when must after allow empty cross \
    tolerate say fix evidence now given collected expect fail pass no_data pending status because \
    not_applicable text bool int decimal time duration months bytes ip network version<semver> json \
    category region world de pattern recognize person_names validate luhn weighted( exclude near named \
    confidence example counter otherwise redact keep partial(last: pseudonym(key: financial.card \
    government.* personal( list<text> set<int> map<json> critical high medium low info @personal(contact.email) @secret { } [ ]
    """

  private static let expressions = """
    true false and or not == != < <= > >= in between is known missing ?? matches starts_with ends_with \
    contains lower upper trim length split replace nfc + - * / % abs min max round floor ceil \
    mode_within age date hour weekday as of if then else text( int( decimal( time( items( exists( none( \
    every( first( last( one( count( sum( avg( distinct( quantile( share( any( union intersect subset \
    ( ) , : . = ? | period.start period.end window.start deadline all
    """

  private static let literals = [
    "\"", "\"a {b} c\"", "{{", "/x+/i", "/(/", "90d", "2h30m", "3mo", "0s", "5m", "95%", "0o640",
    "10MiB", "2026-01-31", "2026-01-31T10:00:00Z", "//", "///", "//!", "\u{FEFF}", "\r\n", "é",
    "->",
    "in DATASET", "in UTC", "count(e)", "e in events where ", "x: users", "users?", "id: text\n",
    "for u in users\n", "must true\n", "severity low\n",
  ]
}
