/// The version of this program, as `writ version` prints it.
public enum WritVersion {
  public static let current = "0.1.0"
}
