#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
package import WritCrypto
package import WritValues

/// Files of keys and certificates as `openssl` has them.
package enum EvidenceKeys {
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package var description: String
  }

  /// Signs for itself, or asks an authority to sign.
  package enum Issue: Hashable, Sendable {
    case selfSigned(from: Timestamp, days: Int)
    case request
  }

  /// Writes PREFIX.key.pem, PREFIX.pub.pem and PREFIX.cert.pem or PREFIX.csr.pem; replaces nothing.
  package static func make(
    _ algorithm: SignatureAlgorithm, prefix: String, name: String, organization: String?,
    issue: Issue, password: [UInt8]
  ) throws(Failure) -> [String] {
    var files: [(path: String, bytes: [UInt8], mode: UInt32)] = []
    do {
      let key = try SigningKey.make(algorithm)
      files.append(("\(prefix).key.pem", try key.pem(password: password), 0o600))
      files.append(("\(prefix).pub.pem", try key.publicKey.pem, 0o644))
      switch issue {
      case .selfSigned(let start, let days):
        let from = start.microseconds / 1_000_000
        let certificate = try Certificate.selfSigned(
          key, name: name, organization: organization, from: from, to: from + Int64(days) * 86_400)
        files.append(("\(prefix).cert.pem", certificate.pem, 0o644))
      case .request:
        let request = try CertificateRequest.make(key, name: name, organization: organization)
        files.append(("\(prefix).csr.pem", request, 0o644))
      }
    } catch {
      throw Failure(description: "\(error)")
    }
    for file in files where Workspace.exists(file.path) {
      throw Failure(description: "`\(file.path)` is there already; keys are never replaced")
    }
    do {
      if let end = prefix.lastIndex(of: "/"), end != prefix.startIndex {
        try AtomicFile.makeFolder(String(prefix[..<end]))
      }
      for file in files { try AtomicFile.write(file.bytes, to: file.path, mode: file.mode) }
    } catch {
      throw Failure(description: "\(error)")
    }
    return files.map(\.path)
  }

  package static func signingKey(
    _ path: String, password: [UInt8]
  ) throws(Failure) -> SigningKey {
    var bytes = try contents(path)
    defer { bytes.wipe() }
    do { return try SigningKey(pem: bytes, password: password) } catch {
      throw Failure(description: "`\(path)`: \(error)")
    }
  }

  package static func publicKey(_ path: String) throws(Failure) -> VerificationKey {
    do { return try VerificationKey(pem: try contents(path)) } catch let error as SignatureError {
      throw Failure(description: "`\(path)`: \(error)")
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  package static func certificates(_ path: String) throws(Failure) -> [Certificate] {
    do { return try Certificate.all(pem: try contents(path)) } catch let error as SignatureError {
      throw Failure(description: "`\(path)`: \(error)")
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  package static func contents(_ path: String) throws(Failure) -> [UInt8] {
    do { return try ProjectFiles().bytes(path) } catch {
      throw Failure(description: "\(error)")
    }
  }
}
