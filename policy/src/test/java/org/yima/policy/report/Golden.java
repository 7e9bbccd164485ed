package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** Texts as they were once looked at and found good. */
final class Golden {

  private Golden() {}

  /** Compares with a file beside this class, in which the folder is called {@code my-city}. */
  static void same(String text, Path folder, String golden) {
    String shown = text.replace(folder.toString().replace('\\', '/'), "my-city");
    assertThat(shown).isEqualTo(read(golden));
  }

  private static String read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
