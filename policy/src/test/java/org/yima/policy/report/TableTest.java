package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns line up where a Chinese character is as wide as two others. */
class TableTest {

  @Test
  void columnsLineUp() {
    var table =
        new Table("> ", "lrl")
            .row("名称", "金额", "依据")
            .row("起付线", "1.00", "〔2023〕")
            .note("一句话")
            .row("a", "1234567.00", "");
    assertThat(table)
        .hasToString(
            """
            > 名称          金额  依据
            > 起付线        1.00  〔2023〕
            >   一句话
            > a       1234567.00
            """);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "起付线, 6", "（a）, 5", "“a”, 3", "✓, 1", "'', 0"})
  void widths(String text, int width) {
    assertThat(Table.width(text)).isEqualTo(width);
  }

  @Test
  void aRowHasAsManyCellsAsThereAreColumns() {
    var table = new Table("", "ll");
    assertThatThrownBy(() -> table.row("a")).isInstanceOf(IllegalArgumentException.class);
  }
}
