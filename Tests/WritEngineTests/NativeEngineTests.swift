import Testing
import WritValues

@testable import WritEngine
@testable import WritTables

@Suite struct NativeEngineTests {}
