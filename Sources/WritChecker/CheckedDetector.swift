public import WritDiagnostics
public import WritModel
package import WritPatterns

/// A detector, checked, with the places of what a later look at it may find wrong: its examples run
/// when the workspace is loaded.
public struct CheckedDetector: Sendable {
  public var definition: DetectorDefinition
  /// The module that declares it.
  public var module: String
  /// The name's.
  public var place: Place
  public var categoryPlace: Place
  /// The pattern's, slashes and flags included, or the reader's.
  public var recognitionPlace: Place
  /// In the order of `definition.validators`, and so on.
  public var validatorPlaces: [Place]
  public var exclusionPlaces: [Place]
  public var examplePlaces: [Place]
  public var counterPlaces: [Place]
  /// nil where a reader of the library recognizes.
  package var pattern: DetectorPattern?
}

/// A mask, checked.
public struct CheckedMask: Sendable {
  public var definition: MaskDefinition
  /// The module that declares it.
  public var module: String
  /// The name's.
  public var place: Place
  /// Of each line's operation, in the order of `definition.lines`.
  public var linePlaces: [Place]
  /// Of the operation of `otherwise`.
  public var otherwisePlace: Place
}
