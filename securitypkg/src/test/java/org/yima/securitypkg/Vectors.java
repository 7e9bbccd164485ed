package org.yima.securitypkg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The folder of one suite's test vectors, {@code spec/vectors/<suite>}. */
record Vectors(Suite suite) {
  static final char[] PASSWORD = "test".toCharArray();

  /** When the vectors were made, as far as their timestamps say. */
  static final Instant MADE = Instant.parse("2026-03-02T02:00:00Z");

  Path folder() {
    return Path.of("..", "spec", "vectors", suite.name().toLowerCase(Locale.ROOT));
  }

  static Clock clock() {
    return Clock.fixed(MADE, ZoneOffset.UTC);
  }

  KeyRing keys(String party) throws IOException {
    return KeyRing.fromPkcs12(folder().resolve(party + ".p12"), PASSWORD, clock(), Cast.RANDOM);
  }

  PartyCertificate certificate(String party) throws IOException {
    return PartyCertificate.read(Files.readAllBytes(folder().resolve(party + ".cert.pem")));
  }

  /** The lines {@code name=value} of {@code vector.txt}. */
  Map<String, String> values() throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder().resolve("vector.txt"), StandardCharsets.UTF_8)) {
      int equals = line.indexOf('=');
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return values;
  }
}
