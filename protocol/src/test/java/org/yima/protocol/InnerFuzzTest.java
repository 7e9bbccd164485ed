package org.yima.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as the inner string of a sealed message; see {@link BodyFuzzTest}. */
final class InnerFuzzTest {
  static Stream<byte[]> seeds() {
    return Samples.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void inner(byte[] message) throws MalformedMessage {
    Form form;
    try {
      form = FormReader.readInner(message);
    } catch (MalformedMessage refused) {
      return;
    }
    RoundTrips.bounded(form, message);
    RoundTrips.raw(form);
  }
}
