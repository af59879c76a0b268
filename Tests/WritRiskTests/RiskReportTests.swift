import Testing
import WritValues
import _WritTestSupport

@testable import WritRisk
