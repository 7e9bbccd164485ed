package org.yima.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A file of the policy folder, from a directory or from the class path.
 *
 * @param name relative to the folder, with {@code /}
 */
record SourceFile(String name, String text) {

  /** What the class path has; a jar cannot be listed reliably, so the folder keeps an index. */
  private static final String INDEX = "/policies/index.txt";

  private static final int MAX_BYTES = 512 * 1024;
  private static final int MAX_DEPTH = 4;

  /** Cases stand in a folder {@code cases} beside the policies that they are about. */
  boolean isCase() {
    return isCase(name);
  }

  static boolean isCase(String name) {
    return name.contains("/cases/") || name.startsWith("cases/");
  }

  static SourceFile of(String name, byte[] utf8) {
    return new SourceFile(name, text(name, utf8));
  }

  static List<SourceFile> under(Path folder) {
    return paths(folder, ".yaml").stream().map(path -> read(folder, path)).toList();
  }

  /** The files of a folder whose names end so, sorted. */
  static List<Path> paths(Path folder, String ending) {
    try (Stream<Path> found = Files.walk(folder, MAX_DEPTH)) {
      return found
          .filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  static List<SourceFile> bundled(Predicate<String> wanted) {
    return resource(INDEX).lines().filter(wanted).map(SourceFile::bundled).toList();
  }

  private static SourceFile bundled(String name) {
    return new SourceFile(name, resource("/policies/" + name));
  }

  private static SourceFile read(Path folder, Path path) {
    return read(path, nameIn(folder, path));
  }

  static String nameIn(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  /** A file that messages call by this name. */
  static SourceFile read(Path path, String name) {
    try (InputStream in = Files.newInputStream(path)) {
      return new SourceFile(name, text(name, in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = SourceFile.class.getResourceAsStream(name)) {
      return text(name, Objects.requireNonNull(in, name + " is not on the class path"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static String text(String name, InputStream in) throws IOException {
    return text(name, in.readNBytes(MAX_BYTES + 1));
  }

  private static String text(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new PolicyException(
          name, 1, "文件超过 512 KB；请拆分为多个文件", "the file is larger than 512 KB; split it");
    }
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    // A new decoder stops where the bytes are not UTF-8, as in a file saved as GBK.
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
      throw new PolicyException(
          name, line, "文件不是 UTF-8 编码；请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8");
    }
    return out.toString();
  }
}
