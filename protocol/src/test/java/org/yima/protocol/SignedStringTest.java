package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed (decisions §2); the whole messages are in {@link GoldenTest}. */
final class SignedStringTest {
  private static String inner(String message) throws MalformedMessage {
    return new String(SignedString.ofInner(FormReader.readInner(message.getBytes(UTF_8))), UTF_8);
  }

  private static String plain(String message) throws MalformedMessage {
    return new String(SignedString.ofPlain(FormReader.readInner(message.getBytes(UTF_8))), UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'b=2&a=1'                           | 'a=1&b=2'",
        "'a=&b=2'                            | 'a=&b=2'",
        "'a=1&B=2&C=3'                       | 'B=2&C=3&a=1'",
        "'a_b=1&ab=2&a1=3&a.b=4&a-b=5'       | 'a-b=5&a.b=4&a1=3&a_b=1&ab=2'",
        "'unknown=x&version=1.0'             | 'unknown=x&version=1.0'",
        "'a=%41+ x&b=签到'                   | 'a=%41+ x&b=签到'",
        "'transdata=<transdata>a&amp;b</transdata>' | 'transdata=<transdata>a&amp;b</transdata>'",
        "''                                  | ''",
      })
  void allElementsSortedByNameAsReceived(String message, String signed) throws MalformedMessage {
    assertThat(inner(message)).isEqualTo(signed);
    assertThat(plain(message)).isEqualTo(signed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merchantsignature",
        "merchantSignature",
        "infosyssignature",
        "infosysysignature",
        "infoSysSignature",
        "pltfmsignature",
        "pltfirmsignature",
        "pltfrmsignature",
        "PLTFMSIGNATURE",
      })
  void signaturesAreLeftOutInEverySpelling(String name) throws MalformedMessage {
    assertThat(inner("version=1.0&" + name + "=AAAA")).isEqualTo("version=1.0");
  }

  @Test
  void othersThatLookLikeSignaturesAreSigned() throws MalformedMessage {
    assertThat(inner("mysignature=AAAA&signature=BBBB"))
        .isEqualTo("mysignature=AAAA&signature=BBBB");
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "'a= 1 ' | 'a=1'",
        "'a= 1'  | 'a=1'",
        "'a=1 '  | 'a=1'",
        "'a=  1' | 'a= 1'",
        "'a=1  ' | 'a=1 '",
        "'a= '   | 'a='",
        "'a=  '  | 'a='",
        "'a=   ' | 'a= '",
        "'a=1 2' | 'a=1 2'",
      })
  void onlyThePlainFormDropsOneBlankOnEachSide(String message, String signed)
      throws MalformedMessage {
    assertThat(plain(message)).isEqualTo(signed);
    assertThat(inner(message)).isEqualTo(message);
  }
}
