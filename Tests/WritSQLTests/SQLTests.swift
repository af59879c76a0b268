import Testing

@Suite struct SQLTests {}
