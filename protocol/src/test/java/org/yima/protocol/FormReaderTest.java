package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read leniently (decisions §1), and where values are cut. */
final class FormReaderTest {
  /** Names and values as {@code name[value]}, to see every blank. */
  private static String show(Form form) {
    return form.entries().stream()
        .map(entry -> entry.name() + "[" + entry.value() + "]")
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                | ''",
        "'{}'                              | ''",
        "'a=1&b=2'                         | 'a[1] b[2]'",
        "'{a=1&b=2}'                       | 'a[1] b[2]'",
        "' { a=1&b=2 } '                   | 'a[1] b[2 ]'",
        "'a=1&b={2}'                       | 'a[1] b[{2}]'",
        "'a=1&'                            | 'a[1]'",
        "'&a=1&& &b=2&'                    | 'a[1] b[2]'",
        "'a=&b='                           | 'a[] b[]'",
        "' a =1& b= 2 '                    | 'a[1] b[ 2 ]'",
        "'a=b=c=='                         | 'a[b=c==]'",
        "'merchantCode=X&INFOSYSCODE=Y'    | 'merchantCode[X] INFOSYSCODE[Y]'",
        "'z=1&my.key_2-x=2'                | 'z[1] my.key_2-x[2]'",
        "'username=测试甲'                 | 'username[测试甲]'",
        "'username=%E6%B5%8B&orderdesc=5%' | 'username[测] orderdesc[5%]'",
      })
  void bodies(String body, String form) throws MalformedMessage {
    assertThat(show(FormReader.readBody(body.getBytes(UTF_8)))).isEqualTo(form);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'a=%41+%20'               | 'a[%41+%20]'",
        "'merchantsignature=a b'   | 'merchantsignature[a b]'",
        "'transdata=%3Ctransdata'  | 'transdata[%3Ctransdata]'",
        "'a= 1 &b=2 '              | 'a[ 1 ] b[2 ]'",
        "'{a=1}'                   | 'a[1]'",
      })
  void innerStringsAreNeverDecoded(String inner, String form) throws MalformedMessage {
    assertThat(show(FormReader.readInner(inner.getBytes(UTF_8)))).isEqualTo(form);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'transdata=<transdata>a&b=c</transdata>&d=1'    | 'transdata[<transdata>a&b=c</transdata>] d[1]'",
        "'transdata= <transdata>&</transdata> &d=1'      | 'transdata[ <transdata>&</transdata> ] d[1]'",
        "'TransData=<transdata>&</transdata>&d=1'        | 'TransData[<transdata>&</transdata>] d[1]'",
        "'transdata=<transdata >&</transdata >&d=1'      | 'transdata[<transdata >&</transdata >] d[1]'",
        "'transdata=<?xml version=1?><transdata>&</transdata>' | 'transdata[<?xml version=1?><transdata>&</transdata>]'",
        "'transdata=<transdata/>&d=</transdata>'         | 'transdata[<transdata/>] d[</transdata>]'",
        "'transdata=&d=<transdata>1'                     | 'transdata[] d[<transdata>1]'",
        "'aptorderackdata=<aptorderackdata>&</aptorderackdata>' | 'aptorderackdata[<aptorderackdata>&</aptorderackdata>]'",
        "'rows=<rows>1&d=2</rows>'                       | 'rows[<rows>1] d[2</rows>]'",
        "'transdata=<rows>1&d=2</rows>'                  | 'transdata[<rows>1] d[2</rows>]'",
        "'orderdesc=<transdata>1&d=2</transdata>'        | 'orderdesc[<transdata>1] d[2</transdata>]'",
      })
  void everyAmpersandCutsExceptInsideTheTwoXmlElements(String body, String form)
      throws MalformedMessage {
    assertThat(show(FormReader.readBody(body.getBytes(UTF_8)))).isEqualTo(form);
    assertThat(show(FormReader.readInner(body.getBytes(UTF_8)))).isEqualTo(form);
  }

  @Test
  void asManyKeysAsAllowedAreRead() throws MalformedMessage {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < FormReader.MAX_KEYS; i++) {
      body.append("key").append(i).append("=&");
    }
    assertThat(FormReader.readBody(body.toString().getBytes(UTF_8)).entries())
        .hasSize(FormReader.MAX_KEYS);
  }

  @Test
  void millionsOfEmptyPiecesCostNoMoreThanTheirLength() throws MalformedMessage {
    String body = "&".repeat(10_000_000) + "a=1";

    assertThat(FormReader.readBody(body.getBytes(UTF_8)).get("a")).isEqualTo("1");
  }
}
