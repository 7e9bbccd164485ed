package org.yima.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.platform.store.MemoryKeys;
import org.yima.platform.store.Vault;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;

/** What makes a second call with one order number the same call (decisions §5). */
class ContentDigestTest {
  private static final Vault VAULT = MemoryKeys.vault(1);
  private static final String ORDER =
      "<transdata><orderid>DD1</orderid><orderamt>30.00</orderamt><ectoken>990000a</ectoken>"
          + "<orderdata><operatorid>OP01</operatorid><bkc012>BL1</bkc012>"
          + "<row><num>1</num><amount>10.00</amount></row>"
          + "<row><num>2</num><amount>20.00</amount></row></orderdata></transdata>";

  private static byte[] digest(Vault vault, String xml) throws MalformedMessage {
    return ContentDigest.of(vault, ElementReader.read(xml)).value();
  }

  private static boolean same(String one, String other) throws MalformedMessage {
    return Arrays.equals(digest(VAULT, one), digest(VAULT, other));
  }

  /** A new code, token, operator, shift; another clock, time limit, address or wording. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecqrcode",
        "ectoken",
        "busicycleno",
        "operatorid",
        "ordertime",
        "orderovertime",
        "backurl",
        "orderdesc",
        "reason"
      })
  void may_differ(String name) throws MalformedMessage {
    String before = "<transdata><orderid>DD1</orderid><" + name + ">1</" + name + "></transdata>";
    assertThat(same(before, before.replace(">1<", ">2<"))).isTrue();
    assertThat(same(before, "<transdata><orderid>DD1</orderid></transdata>")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orderid",
        "ordertype",
        "orderamt",
        "idtype",
        "idno",
        "username",
        "pname",
        "pidno",
        "ECTOKEN"
      })
  void may_not_differ(String name) throws MalformedMessage {
    String before = "<transdata><" + name + ">1</" + name + "></transdata>";
    assertThat(same(before, before.replace(">1<", ">2<"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "<operatorid>OP01, <operatorid>OP02, true,  the operator inside orderdata",
    "<ectoken>990000a, <ectoken>990000b, true,  the token",
    "<bkc012>BL1,      <bkc012>BL2,      false, the case number",
    "<amount>10.00,    <amount>10.01,    false, a line",
    "<amount>10.00,    <amount>10.0,     false, a line written otherwise",
    "<orderamt>30.00,  <orderamt> 30.00, true,  blanks around a value",
    "<num>1</num>,     '',               false, an element left out",
    "<num>1</num>,     <num></num>,      false, an element left empty",
  })
  void of_a_whole_order(String part, String other, boolean same, String because)
      throws MalformedMessage {
    assertThat(same(ORDER, ORDER.replace(part, other))).as(because).isEqualTo(same);
  }

  /** The hospital's own order: a client that repeats a call sends it as it was. */
  @Test
  void the_order_of_lines_matters() throws MalformedMessage {
    String first = "<row><num>1</num><amount>10.00</amount></row>";
    String second = "<row><num>2</num><amount>20.00</amount></row>";
    assertThat(same(ORDER, ORDER.replace(first + second, second + first))).isFalse();
  }

  /** Names and texts cannot run into each other, whatever stands in them. */
  @ParameterizedTest
  @CsvSource({
    "<a>1</a><b>2</b>, <a>12</a><b></b>",
    "<a>1</a><b>2</b>, <b>2</b><a>1</a>",
    "<a><b>1</b></a>, <a></a><b>1</b>",
    "<a>b</a>, <ab></ab>",
  })
  void different_trees_have_different_digests(String one, String other) throws MalformedMessage {
    assertThat(same("<transdata>" + one + "</transdata>", "<transdata>" + other + "</transdata>"))
        .isFalse();
  }

  /** Stored beside the order number: without the key nobody can try out whose order it was. */
  @Test
  void it_is_keyed() throws MalformedMessage {
    assertThat(digest(VAULT, ORDER)).isNotEqualTo(digest(MemoryKeys.vault(2), ORDER));
  }

  /** What was remembered before keys were rotated is still the same call, or another one. */
  @Test
  void it_is_recognised_under_an_older_key() throws MalformedMessage {
    byte[] stored = digest(MemoryKeys.vault(1), ORDER);
    Vault rotated = MemoryKeys.vault(1, 2);
    assertThat(ContentDigest.of(rotated, ElementReader.read(ORDER)).is(stored)).isTrue();
    String other = ORDER.replace("10.00", "10.01");
    assertThat(ContentDigest.of(rotated, ElementReader.read(other)).is(stored)).isFalse();
    assertThat(digest(rotated, ORDER)).isNotEqualTo(stored);
    byte[] unknown = digest(MemoryKeys.vault(3), ORDER);
    assertThat(ContentDigest.of(rotated, ElementReader.read(ORDER)).is(unknown)).isFalse();
  }
}
