package org.yima.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.protocol.Element;

/** What a scan sends, and where it is routed. */
class ScanTest {
  static Scan scan(String code, String token, String name) {
    return new Scan(code, token, new IdNumber("01", "990000199001011239"), new PersonName(name));
  }

  /** Whatever a stranger sends for a token, the statements name some district. */
  @ParameterizedTest
  @CsvSource({
    "990000abcdefghijklmnopqrstuvwxyz23, 990000",
    "9900001,   990000",
    "990000,    000000",
    "99000a1,   000000",
    "９９００００１, 000000",
    "token,     000000",
    "'',        000000",
  })
  void a_token_is_routed_by_its_first_six_digits(String token, String district) {
    assertThat(scan("1", token, "测试甲").district()).isEqualTo(district);
  }

  /**
   * A token of the national service says nothing of its holder's district, whatever it looks like.
   */
  @Test
  void a_foreign_token_is_kept_where_it_was_scanned() {
    Scan scan = scan("1", "990000abcdef", "测试甲").foreign("990001", "990002");
    assertThat(scan.district()).isEqualTo("990001");
    assertThat(scan.keptIn()).isEqualTo("990002");
    assertThat(scan.token()).isEqualTo("990000abcdef");
  }

  @ParameterizedTest
  @CsvSource({
    "ecqrcode, 9900001234567890123456789012",
    "ecrcode,  9900001234567890123456789012",
  })
  void both_printed_names_of_the_code_are_read(String name, String code) {
    Element data =
        Element.of(
            "transdata",
            List.of(
                Element.text(name, code),
                Element.text("ectoken", "990000token"),
                Element.text("idtype", "01"),
                Element.text("idno", "99000019900101123x"),
                Element.text("username", "测试甲")));
    Scan scan = Scan.of(data);
    assertThat(scan)
        .isEqualTo(
            new Scan(
                code,
                "990000token",
                new IdNumber("01", "99000019900101123X"),
                new PersonName("测试甲")));
    assertThat(scan).hasToString("scan of 测**");
  }
}
