import WritAssessment
import WritChecker
package import WritDiagnostics
import WritProject
import WritSyntax

/// The pages of `writ explain`, from every target that has diagnostics.
package enum ExplainPages {
  package static let all: [ExplainPage] =
    (SyntaxDiagnostics.pages + CheckerDiagnostics.pages + ProjectDiagnostics.pages
    + AssessmentPages.pages + InputDiagnostics.pages + EngineDiagnostics.pages
    + PrivacyDiagnostics.pages).sorted {
      $0.id < $1.id
    }
}
