package import WritDatabase

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One read-only session with a database that all datasets of a run share: they see one state of it.
///
/// `@unchecked`: the connection is touched by one thread at a time, under the lock.
package final class DatabaseSession: @unchecked Sendable {
  package let location: DatabaseLocation
  private let connection: any DatabaseConnection
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  /// - Parameter timeout: for one statement and the taking of its rows; nil is half an hour, or the server's own limit.
  /// - Throws: `DatabaseError`
  package init(_ location: DatabaseLocation, timeout: Duration? = nil) throws {
    self.location = location
    var options = DatabaseOptions(isReadOnly: true, statementTimeout: timeout)
    options.fallbackTimeout = DatabaseOptions.patience
    options.lockTimeout = .seconds(10)
    connection = try location.open(options)
    lock = .allocate(capacity: 1)
    // The connection refuses a statement within another; a lock that is taken twice would only hang.
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    #if canImport(Darwin)
      pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE)
    #else
      pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    #endif
    pthread_mutex_init(lock, &attributes)
    pthread_mutexattr_destroy(&attributes)
  }

  deinit {
    connection.close()
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// For who asks its own statements between those of the tables; only on the thread that reads these.
  package var unguarded: any DatabaseConnection { connection }

  /// Other threads wait until the body is done.
  package func with<Result>(_ body: (any DatabaseConnection) throws -> Result) throws -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(connection)
  }
}
