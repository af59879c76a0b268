import WritCrypto
import WritDiagnostics
import WritMasking
import WritModel
import WritProject

extension Workspace {
  /// Where the key of a name is; without an entry in `writ.yaml` its file is `keys/NAME.key`.
  package func keyPath(_ name: String) -> String? {
    guard let binding = configuration.secretKeys.first(where: { $0.name.value == name }) else {
      return Paths.join(folder, "keys/\(name).key")
    }
    if case .file(let path) = binding.source { return Paths.join(folder, path.value) }
    return nil
  }

  package struct KeyProblem: Error, CustomStringConvertible {
    package let description: String
  }

  /// Makes a key where `writ.yaml` says it is; gives back its path.
  package func makeKey(_ name: String) -> Result<String, KeyProblem> {
    guard KeyFile.isName(name) else {
      return .failure(KeyProblem(description: "\(KeyFileError.badName(name))"))
    }
    guard let path = keyPath(name) else {
      return .failure(
        KeyProblem(description: "the key `\(name)` comes from the environment, by `writ.yaml`"))
    }
    do {
      if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        try AtomicFile.makeFolder(String(path[..<slash]))
      }
      try KeyFile.makeKey(name, at: path)
      return .success(path)
    } catch {
      return .failure(KeyProblem(description: "\(error)"))
    }
  }

  func secretKey(_ name: String) -> Result<SecretKey, KeyFileError> {
    let binding = configuration.secretKeys.first { $0.name.value == name }
    do throws(KeyFileError) {
      if case .environment(let variable)? = binding?.source {
        return .success(
          try KeyFile.read(name, variable: variable.value) { self.environment[$0] })
      }
      return .success(try KeyFile.read(name, at: keyPath(name) ?? ""))
    } catch {
      return .failure(error)
    }
  }

  /// Vaults and the log of reversals.
  var reversalLogPath: String { Paths.join(folder, ".writ/reversals.jsonl") }

  /// A mask ready to run; nil after mistakes.
  func bind(_ definition: MaskDefinition) -> (mask: Mask?, diagnostics: [Diagnostic]) {
    let bound = Mask.bind(definition, key: secretKey) { name, key in
      let vaults = Paths.join(folder, ".writ/vaults")
      do throws(AtomicFile.Failure) {
        try AtomicFile.makeFolder(vaults)
      } catch {
        return .failure(.file(path: vaults, reason: "\(error)"))
      }
      do throws(VaultError) {
        return .success(try Vault(path: "\(vaults)/\(name).vault", key: key))
      } catch {
        return .failure(error)
      }
    }
    let diagnostics = bound.problems.map { problem in
      Diagnostic(
        problem.isMissingKey ? "input/key" : "privacy/mask",
        "mask `\(definition.name)`: \(problem.message)",
        help: problem.help.map { [$0] } ?? [])
    }
    return (bound.mask, diagnostics)
  }
}
