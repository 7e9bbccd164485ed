package org.yima.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as an HTTP body: read or refused with {@link MalformedMessage}, nothing else; never
 * more in memory than was sent; and what was read survives being written strictly and read again.
 *
 * <p>A normal build runs the seeds alone. {@code .ci/fuzz SECONDS} fuzzes in earnest, each class in
 * its own JVM, since Jazzer allows one target in each.
 */
final class BodyFuzzTest {
  static Stream<byte[]> seeds() {
    return Samples.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void body(byte[] message) throws MalformedMessage {
    Form form;
    try {
      form = FormReader.readBody(message);
    } catch (MalformedMessage refused) {
      return;
    }
    RoundTrips.bounded(form, message);
    RoundTrips.encoded(form);
  }
}
