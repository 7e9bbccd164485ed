package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the SDK says may be done about a reason is what the platform says. They share no class, so
 * this reads the published page, which the platform's own test holds to its enum.
 */
final class RetryAgreesTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "reasons.md");
  private static final Map<String, Retry> WORDS =
      Map.of(
          "原样重发", Retry.LATER,
          "更正后重发", Retry.CORRECTED,
          "重新扫码后重发", Retry.NEW_CODE,
          "不可重发", Retry.NEVER);

  /** The cells of a reason's row: number, aprcode, sentence, English, fixer, retry. */
  private static List<String[]> rows() throws IOException {
    return Files.readString(PAGE)
        .lines()
        .filter(line -> line.startsWith("| E"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> every_reason() throws IOException {
    return rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row[0] + " " + row[2],
                () -> assertThat(Retry.ofBusiness(row[1], row[0])).isEqualTo(WORDS.get(row[5]))));
  }

  /** Without this a page that cannot be read would agree with everything. */
  @Test
  void the_page_has_reasons_of_every_kind() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(30).allMatch(row -> row.length == 6);
    assertThat(rows()).extracting(row -> WORDS.get(row[5])).contains(Retry.values());
  }
}
