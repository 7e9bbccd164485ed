package org.yima.platform.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.institution.Institution.Kind;
import org.yima.protocol.Element;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.Spec;
import org.yima.settlement.Hospital;

/** Which addresses the platform may call back. */
class InstitutionTest {
  @ParameterizedTest
  @CsvSource({
    "https://his.example,      https://his.example,            true,  itself",
    "https://his.example,      https://his.example/,           true,  its root",
    "https://his.example,      https://his.example/notify?a=1, true,  below it",
    "https://his.example,      https://his.example.evil/,      false, a longer host",
    "https://his.example,      https://his.example@evil/,      false, a user name",
    "https://his.example,      https://his.example:81/,        false, another port",
    "https://his.example,      http://his.example/,            false, another scheme",
    "https://his.example,      HTTPS://HIS.EXAMPLE/,           false, written otherwise",
    "https://his.example/,     https://his.example/notify,     true,  registered with a slash",
    "https://his.example/,     https://his.example,            false, shorter than registered",
    "https://his.example/pay,  https://his.example/pay/1,      true,  below a folder",
    "https://his.example/pay,  https://his.example/payroll,    false, another folder",
    "https://his.example/pay,  https://his.example/,           false, above it",
  })
  void a_callback_is_registered_or_below_one_that_is(
      String registered, String backurl, boolean allowed, String because) {
    var hospital = Places.hospital("99000101", 3, "https://other.example", registered);
    assertThat(hospital.mayCall(backurl)).as(because).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "https://his.example, false"})
  void who_registered_none_pulls(String backurl, boolean allowed) {
    assertThat(Places.hospital("99000101", 3).mayCall(backurl)).isEqualTo(allowed);
  }

  /** Both lists say the same: what an order number may hold separates no columns. */
  @Test
  void a_separator_occurs_in_no_order_number() {
    var field = Objects.requireNonNull(Spec.get().transaction("ST009")).request().field("orderid");
    assertThat(Objects.requireNonNull(field).format()).isEqualTo("orderno");
    for (char separator : Institution.SEPARATORS.toCharArray()) {
      assertThat(separated("99000101", separator).separator()).isEqualTo(separator);
      Element data =
          Element.of("transdata", List.of(Element.text("orderid", "A" + separator + "1")));
      assertThat(
              FieldCheck.check(
                  Objects.requireNonNull(Spec.get().transaction("ST009")).request(), data))
          .as("in an order number: " + (int) separator)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "99000101, ., an amount has it",
    "99000101, -, a date and a refund have it",
    "99000101, /, an order number may have it",
    "99000101, 0, a digit",
    "99000101, A, a letter",
    "99000101, ' ', easily lost",
    "99^00101, ^, in the institution's own code",
  })
  void what_may_occur_in_a_value_is_refused(String code, char separator, String because) {
    assertThatIllegalArgumentException()
        .as(because)
        .isThrownBy(() -> separated(code, separator))
        .withMessageContaining("separator");
  }

  private static Institution separated(String code, char separator) {
    return new Institution(
        code,
        "DD1",
        Places.DISTRICT,
        "测试医院",
        Kind.HOSPITAL,
        1,
        Hospital.Kind.GENERAL,
        Hospital.Tier.NONE,
        List.of(),
        separator);
  }
}
