import Testing
import WritDatabase

@Suite("Places of databases") struct DatabaseLocationTests {
  @Test(
    "are shown without passwords",
    arguments: [
      ("postgres://ada:s3cret@db.example:5432/app", "postgres://ada@db.example:5432/app"),
      ("postgresql://ada:s3:cr;t@db.example/app?sslmode=require", "postgres://ada@db.example/app"),
      ("postgres://db.example/app?user=ada&password=s3cret", "postgres://db.example/app"),
      ("postgres://[::1]:5433/app", "postgres://[::1]:5433/app"),
      ("postgres:///app?host=/run/postgresql", "postgres:///app"),
      ("host=db user=ada password=s3cret dbname=app", "postgres://ada@db/app"),
      ("host=db password = 's3 cr\\'et' port=5433", "postgres://db:5433"),
      ("host=db password=s3cr\\ et", "postgres://db"),
    ])
  func shown(text: String, shown: String) {
    #expect(DatabaseLocation.postgres(url: text).description == shown)
  }

  @Test(
    "that can't be taken apart show nothing, and are not handed to the client library",
    arguments: [
      "postgres://ada:s3/cret@db/app", "postgres://ada:s3@cret@db/app",
      "postgres://ada:s3?cret@db/app", "postgres://ada:s3#cret@db/app#",
      "postgres://db/app?password=s3@cret", "postgres://db/app?password", "postgres://a b/s3cret",
      "host=db password=s3 cret", "host=db password='s3cret", "s3cret", "", "host=db s3cret=1",
      "host=db pass word=s3cret", "host=db\0password=s3cret",
    ])
  func unsound(text: String) {
    let location = DatabaseLocation.postgres(url: text)
    if location.description != "a PostgreSQL server" {
      #expect(!location.description.contains("s3"), "\(location)")
      #expect(!location.description.contains("cret"), "\(location)")
    }
    do {
      _ = try location.open()
      Issue.record("opened \(text)")
    } catch let error as DatabaseError {
      #expect(!error.message.contains("s3") && !error.message.contains("cret"), "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }
}
