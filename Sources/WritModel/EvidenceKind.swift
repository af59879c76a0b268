/// What kind of record shows that a control works.
public enum EvidenceKind: String, CaseIterable, Hashable, Sendable {
  case inventory
  case accessLog = "access_log"
  case dataCatalog = "data_catalog"
  case governanceRecord = "governance_record"
  case attestation
}
