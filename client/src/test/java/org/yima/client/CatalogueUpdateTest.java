package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a catalogue's text, and the copy in a file. */
class CatalogueUpdateTest {
  private static final String HEAD = "code\tname\tfrom\tuntil\r\n";

  @TempDir Path folder;

  @Test
  void rows_are_read_by_the_names_of_their_columns() throws UnreadableAnswer {
    assertThat(CatalogueUpdate.rows(HEAD + "I10\t高血压, \"原发\"|\t2024-01-01\t\r\n"))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("name", "高血压, \"原发\"|")
                .containsEntry("until", "")
                .hasSize(4));
    assertThat(CatalogueUpdate.rows(HEAD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEAD + "I10\t高血压\t2024-01-01\r\n",
        HEAD + "I10\t高血压\t2024-01-01\t\tmore\r\n",
        HEAD + "I10\t高血压\t2024-01-01\t",
        "name\tfrom\r\n高血压\t2024-01-01\r\n",
      })
  void what_does_not_fit_is_refused(String text) {
    assertThatThrownBy(() -> CatalogueUpdate.rows(text)).isInstanceOf(UnreadableAnswer.class);
  }

  @Test
  void a_copy_finds_the_row_that_holds_on_a_day() throws IOException {
    Files.writeString(
        folder.resolve("item.txt"),
        "7\r\n"
            + HEAD
            + "X1\t旧\t2024-01-01\t2024-12-31\r\n"
            + "X1\t新\t2025-01-01\t\r\n"
            + "X12\t另\t2024-01-01\t\r\n");
    LocalCatalogue local = LocalCatalogue.open(folder, Catalogue.ITEM);
    assertThat(local.version()).isEqualTo("7");
    assertThat(local.size()).isEqualTo(3);
    assertThat(local.find("X1", "2024-12-31")).containsEntry("name", "旧");
    assertThat(local.find("X1", "2025-01-01")).containsEntry("name", "新");
    assertThat(local.find("X1", "2023-12-31")).isEmpty();
    assertThat(local.find("X", "2025-01-01")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7\r\ncode\tfrom\r\nX1\r\n"})
  void a_damaged_copy_is_told(String text) throws IOException {
    Files.writeString(folder.resolve("disease.txt"), text);
    assertThatThrownBy(() -> LocalCatalogue.open(folder, Catalogue.DISEASE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }
}
