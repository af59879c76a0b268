#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import WritCLI

exit(CommandLineTool.main(Array(CommandLine.arguments.dropFirst())))
