package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as XML: read or refused, never larger than the text, stable when written again, and
 * never another element than the JDK's parser sees. See {@link BodyFuzzTest}.
 */
final class ElementFuzzTest {
  static Stream<byte[]> seeds() {
    return Samples.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void element(byte[] xml) throws MalformedMessage {
    String text = new String(xml, UTF_8);
    Element element;
    try {
      element = ElementReader.read(text);
    } catch (MalformedMessage refused) {
      return;
    }
    assertThat(RoundTrips.size(element)).isLessThanOrEqualTo(text.length());
    RoundTrips.element(element);
    // The JDK may refuse what we skip, such as the same attribute twice; it may not differ.
    JdkXml.read(text).ifPresent(other -> assertThat(other).isEqualTo(element));
  }
}
