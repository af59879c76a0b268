import Testing
import WritEngine
import WritModel

/// Joins that once went wrong, or easily could.
@Suite struct JoinTests {
  /// What would flip a member is tried out; nothing of it may stay for the next one.
  @Test func aTriedChangeIsForgotten() {
    var policy = PolicyEvaluation(
      """
      module t
      dataset users "Users" { key id  id: text  mfa: bool? }
      rule r "R" {
        severity low
        for u in users
        must u.mfa and count(v in users where not v.mfa) == 0
      }
      """)
    policy.deliver("users", #"{"id":"a","mfa":false}"# + "\n" + #"{"id":"b","mfa":true}"#)
    #expect(policy.outcomes("r") == ["a: fail", "b: fail"])
  }

  @Test func aListThatHoldsAValueTwiceIsOneRow() {
    var policy = PolicyEvaluation(
      """
      module t
      dataset users "Users" { key id  id: text }
      dataset grants "Grants" { key id  id: int  users: list<users> }
      rule r "R" {
        severity low for u in users must count(g in grants where u in g.users) == 1
      }
      """)
    policy.deliver("users", #"{"id":"a"}"#)
    policy.deliver("grants", #"{"id":1,"users":["a","a"]}"#)
    #expect(policy.outcomes("r") == ["a: pass"])
  }

  /// A list with an element that can't be read equals no other for sure, nor differs from it.
  @Test func anUnreadableElementLeavesListsOpen() {
    var policy = PolicyEvaluation(
      """
      module t
      dataset users "Users" { key id  id: text  roles: list<text> }
      dataset teams "Teams" { key id  id: int  roles: list<text> }
      rule joined "J" {
        severity low for u in users must none(t in teams where t.roles == u.roles)
      }
      rule crossed "C" {
        severity low for u in users allow cross
        must none(t in teams where not (t.roles != u.roles))
      }
      """)
    policy.deliver(
      "users", #"{"id":"a","roles":["x","y"]}"# + "\n" + #"{"id":"b","roles":["x"]}"#)
    policy.deliver("teams", #"{"id":1,"roles":["x",7]}"#)
    let expected = ["a: no_data unreadable(teams.ndjson:1: roles)", "b: pass"]
    #expect(policy.outcomes("joined") == expected)
    #expect(policy.outcomes("crossed") == expected)
  }

  @Test func numbersMeetWhateverTheirType() {
    var policy = PolicyEvaluation(
      """
      module t
      dataset users "Users" { key id  id: text  level: int? }
      dataset grants "Grants" { key id  id: int  level: decimal? }
      rule r "R" {
        severity low for u in users must exists(g in grants where g.level == u.level)
      }
      """)
    policy.deliver(
      "users",
      #"{"id":"a","level":2}"# + "\n" + #"{"id":"b","level":3}"# + "\n" + #"{"id":"c"}"#)
    policy.deliver("grants", #"{"id":1,"level":2.000000}"# + "\n" + #"{"id":2,"level":2.5}"#)
    #expect(policy.outcomes("r") == ["a: pass", "b: fail", "c: no_data missing(level)"])
  }
}
