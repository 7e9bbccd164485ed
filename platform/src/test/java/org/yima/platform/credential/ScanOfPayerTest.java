package org.yima.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.person.CardNumber;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.Insured;
import org.yima.platform.person.PersonName;
import org.yima.settlement.Money;

/** A second step may leave out who it is (3.2.4); what it says must be true of the payer. */
class ScanOfPayerTest {
  private static final Insured PAYER =
      new Insured(
          "530400",
          "5304000001",
          new IdNumber("01", "99000019850307001X"),
          new PersonName("阿卜杜拉·测试"),
          new CardNumber("D00000001"),
          "1",
          LocalDate.of(1985, 3, 7),
          null,
          null,
          Money.ZERO,
          Optional.empty());

  private static Scan scan(String type, String id, String name) {
    return new Scan("5304001234", "530400token", new IdNumber(type, id), new PersonName(name));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "01, 99000019850307001X, 阿卜杜拉·测试, true",
    "01, 99000019850307001x, 阿卜杜拉・测试, true",
    "'', 99000019850307001X, '', true",
    "'', '', 阿卜杜拉•测试, true",
    "01, 990000198503070011, 阿卜杜拉·测试, false",
    "01, 99000019850307001X, 测试, false",
    "'', '', 测试, false",
    "'', 990000198503070011, '', false",
  })
  void what_it_says_is_true_of_the_payer(String type, String id, String name, boolean names) {
    assertThat(scan(type, id, name).names(PAYER)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', false, false",
    "01, 1, 甲, true, true",
    "'', 1, 甲, true, false",
    "01, '', 甲, true, false",
    "01, 1, '', true, false",
    "01, '', '', false, false",
  })
  void it_says_something_or_all(
      String type, String id, String name, boolean something, boolean all) {
    assertThat(scan(type, id, name).namesSomebody()).isEqualTo(something);
    assertThat(scan(type, id, name).isWhole()).isEqualTo(all);
  }

  @Test
  void it_prints_nobody() {
    assertThat(scan("01", "99000019850307001X", "阿卜杜拉·测试").toString())
        .doesNotContain("9900", "卜杜拉", "token");
  }
}
