/// The two dialects Writ speaks.
package enum SQLDialect: String, CaseIterable, Sendable { case sqlite, postgres }
