package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.MalformedMessage.Fault;

/**
 * Every message that must be refused, with the fault it is refused for: small ones as files named
 * for their fault, large ones built here. Wherever a file needs a value it holds {@link #SECRET}.
 */
final class BadMessagesTest {
  /** An id number of a region that does not exist. No message of a fault may repeat it. */
  private static final String SECRET = "990000198001010011";

  /** One bad message; {@code reading} hands it to the reader that must refuse it. */
  record Bad(Fault fault, String name, int length, ThrowingCallable reading) {
    static Bad of(Fault fault, String name, String kind, byte[] message) {
      ThrowingCallable reading =
          switch (kind) {
            case "body" -> () -> FormReader.readBody(message);
            case "inner" -> () -> FormReader.readInner(message);
            case "xml" -> () -> ElementReader.read(new String(message, UTF_8));
            default -> throw new AssertionError("unknown kind of sample: " + kind);
          };
      return new Bad(fault, kind + " " + name, message.length, reading);
    }

    static Bad xml(Fault fault, String name, String xml) {
      return of(fault, name, "xml", xml.getBytes(UTF_8));
    }

    static Bad file(Path file) {
      String[] parts = String.valueOf(file.getFileName()).split("\\.", -1);
      return of(Fault.valueOf(parts[0]), parts[1], parts[2], Samples.bytes(file));
    }

    @Override
    public String toString() {
      return fault + " " + name;
    }
  }

  static Stream<Bad> bad() {
    return Stream.concat(Samples.bad().stream().map(Bad::file), bombs().stream());
  }

  /** What is too large to be a file. */
  private static List<Bad> bombs() {
    byte[] tooLong = new byte[FormReader.MAX_BYTES + 1];
    Arrays.fill(tooLong, (byte) 'a');
    return List.of(
        Bad.of(Fault.TOO_LARGE, "one-byte-more", "body", tooLong),
        Bad.of(Fault.TOO_MANY_KEYS, "one-key-more", "body", keys(FormReader.MAX_KEYS + 1)),
        Bad.xml(Fault.TOO_LARGE, "one-character-more", " ".repeat(ElementReader.MAX_LENGTH + 1)),
        Bad.xml(Fault.TOO_DEEP, "a-million-deep", "<d>".repeat(1_000_000)),
        Bad.xml(Fault.TOO_MANY_ELEMENTS, "a-million", "<t>" + "<e/>".repeat(1_000_000) + "</t>"),
        Bad.xml(Fault.TOO_MANY_ATTRIBUTES, "a-million", "<t" + " a=''".repeat(1_000_000) + "/>"),
        Bad.xml(Fault.TEXT_TOO_LONG, "ten-million", "<t>" + "x".repeat(10_000_000) + "</t>"),
        Bad.xml(Fault.TEXT_TOO_LONG, "numbers", "<t>" + "&#20013;".repeat(100_000) + "</t>"),
        Bad.xml(Fault.TEXT_TOO_LONG, "layout", "<t>" + " ".repeat(100_000) + "<e/></t>"),
        Bad.xml(Fault.NAME_TOO_LONG, "ten-million", "<" + "n".repeat(10_000_000) + "/>"),
        Bad.xml(Fault.BAD_CHARACTER, "lone-surrogate", "<t>&#xDC00;</t>"));
  }

  private static byte[] keys(int count) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < count; i++) {
      body.append("key").append(i).append("=&");
    }
    return body.toString().getBytes(UTF_8);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isRefusedForItsFault(Bad bad) {
    MalformedMessage refusal = catchThrowableOfType(MalformedMessage.class, bad.reading());

    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).isEqualTo(bad.fault());
    assertThat(refusal.offset()).isBetween(0, bad.length());
    assertThat(refusal.getMessage()).doesNotContain(SECRET).contains(bad.fault().name());
  }

  @Test
  void everyFaultHasASample() {
    EnumSet<Fault> seen = EnumSet.of(Fault.WRONG_ROOT); // ElementReaderTest
    bad().forEach(bad -> seen.add(bad.fault()));
    assertThat(seen).containsExactlyInAnyOrder(Fault.values());
  }

  @Test
  void theMessageNamesKeyAndPlaceChineseFirst() {
    byte[] body = "version=1.0&hospcode=1&HospCode=2".getBytes(UTF_8);

    assertThat(catchThrowableOfType(MalformedMessage.class, () -> FormReader.readBody(body)))
        .hasMessage("同一参数出现两次（hospcode, 位置 23）key given twice [DUPLICATE_KEY]");
  }

  @Test
  void aFaultBeforeTheFirstKeyNamesOnlyThePlace() {
    assertThat(catchThrowableOfType(MalformedMessage.class, () -> ElementReader.read("  ")))
        .hasMessage("XML 格式错误（位置 2）XML not well-formed [BAD_XML]");
  }

  @Test
  void aFaultInXmlNamesTheElement() {
    String xml = "<transdata><idno>1</idno><pidno>2</idno></transdata>";

    MalformedMessage refusal =
        catchThrowableOfType(MalformedMessage.class, () -> ElementReader.read(xml));
    assertThat(refusal.where()).isEqualTo("pidno");
    assertThat(refusal.offset()).isEqualTo(xml.indexOf("</idno></transdata>"));
  }
}
