import Testing
import WritCrypto
import WritMasking
import WritModel
import WritValidators

/// Keys of the tests: they come from a word, so that every run masks alike.
func key(_ word: String) -> SecretKey { SecretKey(copying: Digest.sha256(Array(word.utf8))) }

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

func validator(_ name: String, _ arguments: [ValidatorCall.Argument] = []) throws -> Validator {
  try ValidatorLibrary.bind(ValidatorCall(name, arguments)).get()
}

func context(
  _ detector: String, _ category: String, _ validators: [String] = [], person: String? = nil
) throws -> ValueContext {
  ValueContext(
    detector: detector, category: DataCategory(category),
    validators: try validators.map { try validator($0) }, person: person.map(bytes))
}

/// A mask with one operation for everything.
func mask(
  _ operation: MaskDefinition.Operation, keys: [String: SecretKey] = ["k": key("k")],
  vaults: [String: Vault] = [:]
) throws -> Mask {
  let definition = MaskDefinition(name: "m", title: "M", lines: [], otherwise: operation)
  let bound = Mask.bind(
    definition,
    key: { name in
      keys[name].map { .success($0) } ?? .failure(.absent(name: name, path: "keys/\(name).key"))
    },
    vault: { name, _ in
      vaults[name].map { .success($0) } ?? .failure(.file(path: name, reason: "none"))
    })
  #expect(bound.problems.isEmpty, "\(bound.problems)")
  return try #require(bound.mask)
}

func masker(
  _ operation: MaskDefinition.Operation, keys: [String: SecretKey] = ["k": key("k")],
  vaults: [String: Vault] = [:]
) throws -> Masker {
  Masker(try mask(operation, keys: keys, vaults: vaults))
}
