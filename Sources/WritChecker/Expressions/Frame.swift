/// The slots and uses of one rule, define or let while it is checked.
final class Frame {
  private(set) var slotCount = 0
  var uses = Uses()
  var crossJoins: [CrossJoin] = []
  /// A mistake was told, here or where something used here was declared.
  var isBroken = false
  /// Lets of modules, as checked for this frame.
  var lets: [Int: CheckedExpression] = [:]

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }
}
