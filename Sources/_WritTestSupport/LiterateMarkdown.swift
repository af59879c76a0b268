import Foundation
import Testing

/// A Markdown page whose fenced blocks are examples that a test runs.
package struct LiterateMarkdown: Sendable, CustomTestStringConvertible {
  /// One fenced block.
  package struct Block: Sendable {
    /// The first word after the fence.
    package var language: String
    /// `name=value` after it; a bare word has an empty value.
    package var attributes: [String: String]
    package var text: String
    /// The page's line, counted from 1, on which the text begins.
    package var line: Int

    /// The text below as many empty lines as put it at its own line of the page, so that what is
    /// said of it points into the page.
    package var placedText: String { String(repeating: "\n", count: line - 1) + text }
  }

  /// Path as shown in messages.
  package let name: String
  package let text: String
  package let blocks: [Block]

  package var testDescription: String { name }

  package init(name: String, text: String) {
    self.name = name
    self.text = text
    var blocks: [Block] = []
    var open: (block: Block, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let (block, lines) = open {
        var block = block
        block.text = lines.map { "\($0)\n" }.joined()
        blocks.append(block)
        open = nil
      } else {
        open = (Self.head(line.dropFirst(3), line: index + 2), [])
      }
    }
    self.blocks = blocks
  }

  private static func head(_ info: Substring, line: Int) -> Block {
    let words = info.split(separator: " ")
    var attributes: [String: String] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1)
      attributes[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
    return Block(
      language: words.first.map(String.init) ?? "", attributes: attributes, text: "", line: line)
  }

  /// The pages of a folder, sorted by name; `folder` is relative to the package's root.
  package static func pages(in folder: String) throws -> [LiterateMarkdown] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let url = root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
      .filter { $0.hasSuffix(".md") }
      .map { file in
        let data = try Data(contentsOf: url.appendingPathComponent(file))
        return LiterateMarkdown(
          name: "\(folder)/\(file)", text: String(decoding: data, as: UTF8.self))
      }
  }
}
