import Foundation
import Testing
import _WritTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An interrupt ends a run at once and leaves no half-written file.
@Suite("Interrupt") struct InterruptTests {
  @Test("while it reads", arguments: [SIGINT, SIGTERM])
  func reading(signal: Int32) throws {
    let scene = try Scene.small(["out.json": "old"])
    let before = scene.files()
    let run = try WritProcess(
      ["check", "-i", "users=-", "-f", "json=out.json", "--now", Scene.now], in: scene.path,
      keepsInputOpen: true)
    // More than a pipe holds: when it is taken, the run has begun.
    try run.feed(String(repeating: Scene.Data.passing, count: 8_000))
    run.send(signal)
    let outcome = try run.wait()
    #expect(outcome.code == 128 + signal, "\(outcome.all)")
    #expect(outcome.output.isEmpty)
    #expect(scene.files() == before)
    #expect(try scene.text("out.json") == "old")
  }

  @Test("at any moment, the file is the old one or the new one")
  func anytime() throws {
    let scene = try Scene.small(["out.json": "old"])
    let before = scene.files()
    for step in 0..<8 {
      let run = try WritProcess(
        ["check", "users.ndjson", "-f", "json=out.json", "--now", Scene.now], in: scene.path)
      usleep(UInt32(step) * 15_000)
      run.send(SIGINT)
      let outcome = try run.wait()
      #expect([130, 1].contains(outcome.code), "\(outcome.all)")
      #expect(scene.files() == before)
      let text = try scene.text("out.json")
      #expect(try text == "old" || Report(text).findings.count == 2)
    }
  }
}
