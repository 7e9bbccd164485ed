package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yima.protocol.ElementReader;
import org.yima.protocol.ElementWriter;
import org.yima.securitypkg.Suite;

/** The XML of a payment, character for character, laid out in the file for reading only. */
final class GoldenRequestTest {
  private static String golden() throws Exception {
    try (InputStream in = GoldenRequestTest.class.getResourceAsStream("/ST007.transdata.xml")) {
      String xml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ElementWriter.write(ElementReader.read(xml, "transdata"));
    }
  }

  @Test
  void aPayment() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(ScriptedPlatform.answer(Samples.paid()));
      PaymentOrder order =
          Samples.orderBuilder()
              .validMinutes(5)
              .callback("https://his.example.invalid/yima")
              .description("门诊收费 A&B <1>")
              .build();
      assertThat(platform.client().pay(order).isDone()).isTrue();
      assertThat(platform.lastTransdata()).isEqualTo(golden());
    }
  }
}
