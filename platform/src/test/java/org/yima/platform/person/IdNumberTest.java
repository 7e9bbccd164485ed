package org.yima.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One document however it was typed, and printed so that nobody can be told from it. */
class IdNumberTest {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "990000199001011239|990000199001011239|as it is",
        "99000019900101123x|99000019900101123X|a small x",
        "99000019900101123ｘ|99000019900101123X|a wide small x",
        "９９００００１９９００１０１１２３９|990000199001011239|wide digits",
        " 990000 19900101 1239 |990000199001011239|blanks",
        "990000\u3000199001011239|990000199001011239|a wide blank",
        "990000\u00a0199001011239|990000199001011239|a blank that does not break",
        "\t990000199001011239\t|990000199001011239|tabs",
        "e1234567|E1234567|a passport",
        "990000900101123|990000199001011239|15 digits",
        "９９００００９００１０１１２３|990000199001011239|15 wide digits",
        "990000 900101 123|990000199001011239|15 digits in groups",
        "99000090010112|99000090010112|14 digits stay",
        "9900001990010112|9900001990010112|16 digits stay",
        "99000090010112X|99000090010112X|15 characters, but no digits",
      })
  void a_number_is_compared_in_one_form(String typed, String value, String because) {
    assertThat(new IdNumber("01", typed).value()).as(because).isEqualTo(value);
    assertThat(new IdNumber("01", typed)).isEqualTo(new IdNumber("01", value));
  }

  /** GB 11643: the weighted sum of all 18 characters is 1 modulo 11. */
  @Property(tries = 300)
  void the_check_character_is_right(@ForAll @NumericChars @StringLength(15) String old) {
    String value = new IdNumber("01", old).value();
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      sum += (value.charAt(i) == 'X' ? 10 : value.charAt(i) - '0') * WEIGHTS[i];
    }
    assertThat(sum % 11).isEqualTo(1);
    assertThat(value).startsWith(old.substring(0, 6) + "19" + old.substring(6));
  }

  @ParameterizedTest
  @CsvSource({
    "990000199001011239, 990***********1239",
    "99000019900101123x, 990***********123X",
    "990000900101123,    990***********1239",
    "E1234567,           E12*4567",
    "E123456,            *******",
    "E1,                 **",
    "'',                 ''",
  })
  void it_prints_masked(String typed, String printed) {
    assertThat(new IdNumber("01", typed)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({"01, 01, true", "01, 02, false"})
  void documents_of_two_kinds_are_two_documents(String one, String other, boolean same) {
    boolean equal = new IdNumber(one, "E1234567").equals(new IdNumber(other, "E1234567"));
    assertThat(equal).isEqualTo(same);
  }
}
