package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  @ParameterizedTest(name = "{0} is {1} fen, written {2}")
  @CsvSource({
    "0000.00, 0, 0.00",
    "0, 0, 0.00",
    "0012.50, 1250, 12.50",
    "12.5, 1250, 12.50",
    "12, 1200, 12.00",
    "12.5000, 1250, 12.50",
    "0.01, 1, 0.01",
    "-0.01, -1, -0.01",
    "-12.50, -1250, -12.50",
    "99999999999999.99, 9999999999999999, 99999999999999.99",
    "' 1.00 ', 100, 1.00"
  })
  void an_amount_is_read_as_fen_and_written_unpadded(String text, long fen, String written) {
    assertThat(Amounts.fen(text)).isEqualTo(fen);
    assertThat(Amounts.text(fen)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "1.",
        ".5",
        "1.001",
        "1,000",
        "1e3",
        "+1",
        "--1",
        "１",
        "1.0x",
        "0x1",
        "92233720368547758.08",
        "1 0"
      })
  void what_is_no_amount_is_refused_without_repeating_it(String text) {
    assertThatThrownBy(() -> Amounts.fen(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("not a decimal number of this size");
  }

  /** The JDK's own decimals are the second opinion. */
  @Property
  void agrees_with_big_decimal(
      @ForAll @LongRange(min = -9_999_999_999_999_999L, max = 9_999_999_999_999_999L) long units,
      @ForAll @IntRange(min = 0, max = 5) int scale) {
    String text = BigDecimal.valueOf(units, scale).toPlainString();
    assertThat(Amounts.text(units, scale)).isEqualTo(text);
    assertThat(Amounts.scaled(text, scale)).isEqualTo(units);
    assertThat(Amounts.scaled(text + (scale > 0 ? "00" : ""), scale)).isEqualTo(units);
  }

  /** Whatever the check of a (16,2) field lets pass can be read, and nothing else can slip in. */
  @Property
  void what_the_field_check_passes_can_be_read(
      @ForAll @Chars({'0', '1', '9', '.', '-'}) @StringLength(max = 20) String any) {
    Field field = Spec.get().table("ST021.reply").fields().get(2);
    assertThat(field.name()).isEqualTo("akc264");
    if (field.rule().faultIn(any) == null) {
      assertThat(Amounts.fen(any)).isBetween(0L, 9_999_999_999_999_999L);
    }
  }
}
