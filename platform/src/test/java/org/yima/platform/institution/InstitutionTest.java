package org.yima.platform.institution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;

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
}
