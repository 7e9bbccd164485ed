package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;
import org.yima.protocol.spec.TransactionSpec;

/**
 * Every transaction once, with every field that its request can have, as {@code
 * spec/golden/exchanges} shows it. With {@code -Dyima.golden=write} the files are written anew.
 */
class GoldenExchangesTest {
  private static final Path FOLDER = Path.of("..", "spec", "golden", "exchanges");

  /**
   * What ec.query answers has its fields under this; in a sealed form they stand beside the others,
   * in lower case like all of them.
   */
  private static final String FLAT = "data";

  @TempDir static Path folder;

  private static Map<String, Exchanged> exchanges;

  @BeforeAll
  static void aDay() throws IOException {
    exchanges = GoldenDay.in(folder);
    if ("write".equals(System.getProperty("yima.golden"))) {
      Files.createDirectories(FOLDER);
      for (var each : exchanges.entrySet()) {
        Files.writeString(file(each.getKey()), each.getValue().text(), StandardCharsets.UTF_8);
      }
    }
  }

  private static Path file(String transaction) {
    return FOLDER.resolve(transaction + ".txt");
  }

  static Stream<String> transactions() {
    return Spec.get().transactions().stream().map(TransactionSpec::code);
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void isSentAndAnsweredAsItsFileShows(String transaction) throws IOException {
    String text = Objects.requireNonNull(exchanges.get(transaction), transaction).text();
    assertThat(text).isEqualTo(Files.readString(file(transaction), StandardCharsets.UTF_8));
  }

  /** No row of a request's tables is left out of the files, and none of a reply's. */
  @ParameterizedTest
  @MethodSource("transactions")
  void everyFieldIsSentAndComesBack(String transaction) {
    var exchanged = Objects.requireNonNull(exchanges.get(transaction));
    var spec = Objects.requireNonNull(Spec.get().transaction(transaction));
    assertThat(missing(exchanged.request(), spec.request())).isEmpty();
    assertThat(missing(exchanged.answered(), spec.reply())).isEmpty();
    assertThat(exchanged.reply()).containsEntry("respcode", "00").containsEntry("aprcode", "00");
  }

  private static List<String> missing(Element sent, Table table) {
    var missing = new TreeSet<String>();
    for (Field field : table.fields()) {
      @Nullable Element child = sent.child(field.name());
      if (child == null && field.name().equals(FLAT)) {
        Objects.requireNonNull(field.table()).fields().stream()
            .map(inner -> inner.name().toLowerCase(Locale.ROOT))
            .filter(name -> sent.child(name) == null)
            .forEach(missing::add);
      } else if (child == null) {
        missing.add(table.id() + " " + field.name());
      } else if (field.table() != null) {
        Element inner = child.child("row") == null ? child : child.children().getFirst();
        missing.addAll(missing(inner, Objects.requireNonNull(field.table())));
      }
    }
    return List.copyOf(missing);
  }

  @Test
  void thereAreNoOtherFiles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(each -> String.valueOf(each.getFileName())))
          .containsExactlyInAnyOrderElementsOf(transactions().map(code -> code + ".txt").toList());
    }
  }
}
