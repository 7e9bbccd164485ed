package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are read by hand; here is what a pattern would say of them. */
class ValueRulesTest {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private static @Nullable FaultKind fault(String format, String value) {
    Field.Resolver none =
        new Field.Resolver() {
          @Override
          public Table table(String id) {
            throw new IllegalStateException(id);
          }

          @Override
          public CodeTable codes(String id) {
            throw new IllegalStateException(id);
          }
        };
    return ValueRules.of(format, Length.of("16,2", FieldType.TEXT), FieldType.TEXT, none)
        .faultIn(value);
  }

  @Property
  void what_is_a_number_is_one_by_the_pattern(
      @ForAll @NotEmpty @StringLength(max = 7) @Chars({'0', '1', '9', '-', '.', ',', '１', ' '})
          String value) {
    assertThat(fault("amount signed", value) == FaultKind.NOT_A_NUMBER)
        .as(value)
        .isEqualTo(!NUMBER.matcher(value).matches());
  }

  @ParameterizedTest
  @CsvSource({
    "amount,        0000.00,",
    "amount,        12.5000,",
    "amount,        00000000000000000001,",
    "amount,        -1, NEGATIVE",
    "amount signed, -1,",
    "amount signed, -0.05,",
    "amount,        1.234, TOO_MANY_DECIMALS",
    "amount,        123456789012345, TOO_MANY_DIGITS",
    "amount,        1., NOT_A_NUMBER",
    "amount,        .5, NOT_A_NUMBER",
    "amount,        -, NOT_A_NUMBER",
    "amount,        1.2.3, NOT_A_NUMBER",
    "amount,        1e3, NOT_A_NUMBER",
    "amount,        +1, NOT_A_NUMBER",
    "minutes,       30,",
    "minutes,       30.5, TOO_MANY_DECIMALS",
    "minutes,       30.0,",
  })
  void an_amount_is_told_what_is_wrong_with_it(
      String format, String value, @Nullable FaultKind fault) {
    assertThat(fault(format, value)).isEqualTo(fault);
  }
}
