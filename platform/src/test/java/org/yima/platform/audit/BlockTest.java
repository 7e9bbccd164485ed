package org.yima.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.platform.Places;
import org.yima.platform.audit.Block.Sealed;

/**
 * What is digested, byte by byte. The digests were made with {@code openssl dgst -sm3} of the texts
 * that docs/operate/audit.md describes, so that an auditor can do the same.
 */
class BlockTest {
  private static final Entry ONE =
      new Entry(
          "530400",
          1001,
          Instant.parse("2026-03-10T02:00:00.123456Z"),
          "04010089",
          "SYS100361",
          "01",
          "ST007",
          "N1",
          "00",
          Digests.sm3("message one".getBytes(StandardCharsets.UTF_8)));
  private static final Entry TWO =
      new Entry(
          "530400",
          1002,
          Instant.parse("2026-03-10T02:00:01Z"),
          "04010089",
          "SYS100361",
          "",
          "ST009",
          "订单二",
          "E1101",
          Digests.sm3("message two".getBytes(StandardCharsets.UTF_8)));
  private static final String FIRST_CHAIN =
      "fd4fe3916e46d35ef027316c3424fa0e6b706b29aef3c8d829d3f026878eb244";

  private static Block first() {
    return Block.seal(
        "530400",
        1,
        Instant.parse("2026-03-10T02:00:02Z"),
        List.of(Sealed.of(ONE), Sealed.of(TWO)),
        Block.BEGINNING);
  }

  @Test
  void anEntryIsDigestedFieldByField() {
    assertThat(new String(TWO.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "6:530400,4:1002,27:2026-03-10T02:00:01.000000Z,8:04010089,9:SYS100361,0:,5:ST009,"
                + "9:订单二,5:E1101,64:"
                + TWO.message()
                + ",");
    assertThat(ONE.digest())
        .isEqualTo("7a5126fecb6b641854789059a3e709e44a30f03e10af28d4f67c321ae1792217");
    assertThat(TWO.digest())
        .isEqualTo("5f631de43b9b775d1d3712b018c78f5b52ee9681353e2759a48e0210c85733b4");
  }

  @Test
  void aBlockContainsTheOneBefore() {
    Block first = first();
    assertThat(first.chain()).isEqualTo(FIRST_CHAIN);
    Block second =
        Block.seal(
            "530400",
            2,
            Instant.parse("2026-03-10T02:00:03.5Z"),
            List.of(Sealed.of(TWO)),
            first.chain());
    assertThat(second.chain())
        .isEqualTo("8b3c03e53c19810f836ab60bd242dcc7cd3d00089017018579a219d17d0e3145");
    assertThat(second.chained(Block.BEGINNING)).isNotEqualTo(second.chain());
  }

  @Test
  void entriesComeBackFromTheirColumn() {
    Block block = first();
    assertThat(block.packed()).hasSize(80);
    assertThat(Block.unpacked(block.packed())).isEqualTo(block.entries());
    assertThat(Block.unpacked(new byte[0])).isEmpty();
  }

  /** The known answers of GB/T 32905, and what separates one field from the next. */
  @ParameterizedTest
  @CsvSource({
    "abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "'',  1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
  })
  void sm3IsTheStandards(String text, String digest) {
    assertThat(Digests.sm3(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource({
    "a|bc,   ab|c",
    "'',     '|'",
    "'1:a,', a",
    "甲乙,   甲|乙",
  })
  void differentPartsAreDifferentBytes(String one, String other) {
    assertThat(Digests.joined(List.of(one.split("\\|", -1))))
        .isNotEqualTo(Digests.joined(List.of(other.split("\\|", -1))));
  }

  @Test
  void aHeadIsOneLine() {
    var head = new Head("530400", LocalDate.of(2026, 3, 10), 1, FIRST_CHAIN);
    assertThat(head.line()).isEqualTo("yima-audit 530400 2026-03-10 1 " + FIRST_CHAIN);
    assertThat(Head.of(head.line())).isEqualTo(head);
    assertThat(Head.of("  " + head.line() + "  ")).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yima-audit 530400 2026-03-10 1",
        "audit 530400 2026-03-10 1 00",
        "yima-audit 530400 2026-03-10 one 00",
        "yima-audit 530400 2026-03-10 1 00 more",
      })
  void anythingElseIsNoHead(String line) {
    assertThatThrownBy(() -> Head.of(line)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The widest that is kept of what nobody has checked. */
  @Test
  void whatIsTooLongIsCut() {
    var asked =
        new Asked(
            Places.call(Places.hospital("99000101", 1)), "X".repeat(101), "", "𠮷".repeat(101), "");
    assertThat(asked.transaction()).hasSize(100);
    assertThat(asked.subject().codePointCount(0, asked.subject().length())).isEqualTo(100);
  }
}
