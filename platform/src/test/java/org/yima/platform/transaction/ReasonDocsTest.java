package org.yima.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of reasons says what the enum says. */
class ReasonDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", ReasonDocs.PAGE);

  @Test
  void the_page_is_what_the_enum_makes_of_it() throws IOException {
    assertThat(Files.readString(PAGE))
        .as(
            "docs/reference/reasons.md is stale. Renew it with: ./mvnw -q -pl platform -am"
                + " test-compile, then org.yima.platform.transaction.ReasonDocs docs/reference"
                + " on the test class path of platform")
        .isEqualTo(ReasonDocs.page());
  }

  @Test
  void the_command_writes_the_page(@TempDir Path folder) throws IOException {
    ReasonDocs.main(new String[] {folder.toString()});
    assertThat(folder.resolve(ReasonDocs.PAGE)).hasContent(ReasonDocs.page());
  }

  @Test
  void every_reason_has_one_row_in_order_of_precedence() {
    List<String> numbers =
        ReasonDocs.page().lines().filter(line -> line.startsWith("| E")).toList();
    assertThat(numbers)
        .extracting(line -> line.substring(2, 7))
        .containsExactlyElementsOf(Stream.of(Reason.values()).map(Reason::number).toList());
  }
}
