import WritDiagnostics
import WritModel
import WritProject
import WritYAML

/// Reads the control catalogs of a project; a framework it has none of comes from the program itself.
struct CatalogLoader {
  let files: ProjectFiles

  func load(
    _ configuration: ProjectConfiguration, folder: String
  ) -> (catalogs: [ControlCatalog], diagnostics: [Diagnostic]) {
    var catalogs: [String: ControlCatalog] = [:]
    var diagnostics: [Diagnostic] = []
    let isNamed = configuration.writtenKeys.contains("controls")
    for entry in configuration.controls {
      let path = Paths.join(folder, entry.value)
      do {
        for name in try files.files(under: path, suffix: ".yaml") {
          let parsed = ControlCatalogFile.parse(try files.source(name))
          diagnostics += parsed.diagnostics
          guard let catalog = parsed.catalog else { continue }
          if catalogs.updateValue(catalog, forKey: catalog.framework.id) != nil {
            diagnostics.append(
              Diagnostic(
                "config/duplicate-value",
                "`\(catalog.framework.id)` has two catalogs; the second is `\(name)`"))
          }
        }
      } catch {
        if isNamed { diagnostics.append(Diagnostic("input/unreadable", "\(error)")) }
      }
    }
    for (name, text) in BuiltInCatalogs.all {
      let parsed = ControlCatalogFile.parse(SourceText(name: name, text: text))
      guard let catalog = parsed.catalog, catalogs[catalog.framework.id] == nil else { continue }
      catalogs[catalog.framework.id] = catalog
    }
    return (catalogs.values.sorted { $0.framework.id < $1.framework.id }, diagnostics)
  }
}
