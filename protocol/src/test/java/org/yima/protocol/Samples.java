package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The message files the tests read: the golden ones of {@code spec/} and the bad ones beside us.
 */
final class Samples {
  private static final Path GOLDEN = Path.of("..", "spec", "golden");
  private static final Path BAD = Path.of("src", "test", "resources", "bad");

  private Samples() {}

  static byte[] golden(String name) {
    return bytes(GOLDEN.resolve(name));
  }

  static String goldenText(String name) {
    return new String(golden(name), UTF_8);
  }

  /** Files named {@code FAULT.what-is-wrong.body}, {@code .inner} or {@code .xml}. */
  static List<Path> bad() {
    return files(BAD);
  }

  /** Everything there is, as a start for fuzzing. */
  static Stream<byte[]> seeds() {
    return Stream.concat(files(GOLDEN).stream(), bad().stream()).map(Samples::bytes);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
