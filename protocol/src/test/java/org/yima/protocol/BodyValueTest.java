package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.MalformedMessage.Fault;

/** Raw or percent-encoded, decided for each value by itself: the rules of {@link BodyValue}. */
final class BodyValueTest {
  @ParameterizedTest(name = "{0}={1} is [{2}]")
  @CsvSource(
      delimiter = '|',
      value = {
        // 1. Base64: escapes are decoded, a plus stays, a blank was a plus.
        "merchantsignature | 'a+b/c=='              | 'a+b/c=='",
        "merchantsignature | 'a%2Bb%2fc%3D%3d'      | 'a+b/c=='",
        "merchantsignature | 'a b/c=='              | 'a+b/c=='",
        "merchantsignature | 'a+b%2Fc=='            | 'a+b/c=='",
        "encryptkey        | 'a b+c%2B'             | 'a+b+c+'",
        "encrpteddata      | 'x y='                 | 'x+y='",
        "file              | 'UEs DB=='             | 'UEs+DB=='",
        "othersignature    | 'a b'                  | 'a+b'",
        // 2. XML beginning with %3C is encoded, even if an encoder left some of it alone.
        "transdata         | '%3Ctransdata%3E1+2%3C/transdata%3E'     | '<transdata>1 2</transdata>'",
        "transdata         | '%3ctransdata%3e1%2B2%3c%2ftransdata%3e' | '<transdata>1+2</transdata>'",
        "transdata         | ' %3Ctransdata%3E张 三'                   | ' <transdata>张 三'",
        "transdata         | '+%20%3Ctransdata%3E张'                  | '  <transdata>张'",
        "aptorderackdata   | '%3Ca%3E甲%3C/a%3E'                       | '<a>甲</a>'",
        // 3. What every encoder would have escaped proves a value raw.
        "transdata         | '<transdata>100%25+1</transdata>'        | '<transdata>100%25+1</transdata>'",
        "transdata         | ' <transdata>%3C</transdata> '           | ' <transdata>%3C</transdata> '",
        "rows              | '<rows>5%20</rows>'                      | '<rows>5%20</rows>'",
        "aprtmsg           | '自付 10%，报销 %20'                       | '自付 10%，报销 %20'",
        "orderdesc         | 'up to 50%25 off'                        | 'up to 50%25 off'",
        // 4. Only whole escapes: encoded, and a plus is a blank.
        "aprtmsg           | '%E7%AD%BE%E5%88%B0'   | '签到'",
        "username          | 'Li+Ming%21'           | 'Li Ming!'",
        "ordertime         | '2026-01-02+03%3A04'   | '2026-01-02 03:04'",
        "orderdesc         | '%2B%25%26%3D'         | '+%&='",
        "backurl           | 'http%3A//x/y?a=1'     | 'http://x/y?a=1'",
        "infosyscode       | ' SYS%2D1 '            | ' SYS-1 '",
        // 5. No escape at all: raw.
        "orderdesc         | '100%'                 | '100%'",
        "orderdesc         | '1+1'                  | '1+1'",
        "orderdesc         | '10%off'               | '10%off'",
        "orderdesc         | ''                     | ''",
        "ordertime         | '2026-01-02 03:04:05'  | '2026-01-02 03:04:05'",
        "orderdesc         | '%４１'                 | '%４１'",
      })
  void valueOf(String key, String written, String value) throws MalformedMessage {
    assertThat(BodyValue.read(key, written, 0)).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0}={1} is {2} at {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "orderdesc         | 10%20%        | BAD_PERCENT   | 105",
        "orderdesc         | %E5%9         | BAD_PERCENT   | 103",
        "merchantsignature | ab%2          | BAD_PERCENT   | 102",
        "merchantsignature | ab%           | BAD_PERCENT   | 102",
        "transdata         | %3Ctransdata% | BAD_PERCENT   | 112",
        "orderdesc         | %C0%80        | BAD_UTF8      | 0",
        "orderdesc         | %ED%A0%80     | BAD_UTF8      | 0",
        "orderdesc         | a%E5%BC       | BAD_UTF8      | 1",
        "orderdesc         | a%00b         | BAD_CHARACTER | 100",
        "merchantsignature | a%1Bb         | BAD_CHARACTER | 100",
      })
  void refused(String key, String written, Fault fault, int offset) {
    MalformedMessage refusal =
        catchThrowableOfType(MalformedMessage.class, () -> BodyValue.read(key, written, 100));
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(refusal.where()).isEqualTo(key);
    assertThat(refusal.offset()).isEqualTo(offset);
  }
}
