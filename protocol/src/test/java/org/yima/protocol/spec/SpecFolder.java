package org.yima.protocol.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project's {@code spec/} folder as tests see it: on disk, or in memory with changes. */
final class SpecFolder {
  static final Path ROOT = Path.of("..", "spec");

  private final Map<String, String> files;

  private SpecFolder(Map<String, String> files) {
    this.files = files;
  }

  static SpecFolder read() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      Map<String, String> files = new HashMap<>();
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (path.toString().endsWith(".tsv")) {
          files.put(ROOT.relativize(path).toString().replace('\\', '/'), Files.readString(path));
        }
      }
      return new SpecFolder(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> files() {
    return files;
  }

  List<String> lines(String file) {
    return get(file).lines().toList();
  }

  /** The same folder with another content in one file. */
  SpecFolder with(String file, String content) {
    Map<String, String> changed = new HashMap<>(files);
    changed.put(file, content);
    return new SpecFolder(changed);
  }

  SpecFolder with(String file, List<String> lines) {
    return with(file, String.join("\n", lines) + "\n");
  }

  Spec spec() {
    return new SpecReader(this::get).read();
  }

  /** One table with what is nested in it, without reading the rest. */
  Table table(String id) {
    return new SpecReader(this::get).table(id);
  }

  private String get(String file) {
    String content = files.get(file);
    if (content == null) {
      throw new IllegalArgumentException("no file spec/" + file);
    }
    return content;
  }
}
