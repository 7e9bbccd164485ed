package org.yima.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The working copy that this build runs in. */
final class Repository {
  private Repository() {}

  /** The directory of the launcher and the root pom; tests run in a module's directory below it. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("mvnw")) ? here : here.resolve("..").normalize();
  }

  /** All files whose name ends so, relative to the root, without build products. */
  static List<Path> files(String ending) {
    Path root = root();
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().endsWith(ending))
          .map(root::relativize)
          .filter(file -> !isBuildProduct(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path relative) {
    try {
      return Files.readString(root().resolve(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code target}, {@code data} and hidden directories, at any depth. */
  private static boolean isBuildProduct(Path file) {
    for (Path part : file) {
      String name = part.toString();
      if (name.equals("target") || name.startsWith(".")) {
        return true;
      }
    }
    return file.startsWith("data");
  }
}
