package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.yima.protocol.MalformedMessage.Fault;

/** The messages of section 1.1.5, byte for byte, and an inner string like those of clients. */
final class GoldenTest {
  @Test
  void theRequestIsReadAsPrinted() throws MalformedMessage {
    Form form = FormReader.readBody(Samples.golden("1.1.5.1-printed.txt"));

    assertThat(form.get("transtype")).isEqualTo("ST001");
    assertThat(form.get("infosyscode")).isEqualTo("SYS100361 ");
    assertThat(form.get("version")).isEqualTo("1.0");
    assertThat(form.get("infosyssignature"))
        .hasSize(172)
        .startsWith("wIEN/k0L")
        .endsWith("CqPv5U=");
    assertThat(form.get("merchantsignature")).hasSize(172).contains("Sj+FpYPDwKy00");
    assertThat(form.entries())
        .extracting(Form.Entry::name)
        .containsExactly(
            "infoSysSignature",
            "transtype",
            "hospcode",
            "transdata",
            "infoSysCode",
            "merchantCode",
            "merchantSignature",
            "version");
  }

  @Test
  void itsTransdataIsRead() throws MalformedMessage {
    Form form = FormReader.readBody(Samples.golden("1.1.5.1-printed.txt"));
    Element transdata = ElementReader.read(String.valueOf(form.get("transdata")), "transdata");

    assertThat(transdata.children())
        .extracting(Element::name)
        .containsExactly("hospcode", "operatorid", "busicycleno", "infosyscode");
    assertThat(transdata.textOf("busicycleno")).isEqualTo("5304040100892019052700325802");
    assertThat(transdata.textOf("infosyscode")).isEmpty();
  }

  @Test
  void printedAndEncodedRequestHaveTheSameSignedString() throws MalformedMessage {
    for (String twin : new String[] {"1.1.5.1-printed.txt", "1.1.5.1-encoded.txt"}) {
      Form form = FormReader.readBody(Samples.golden(twin));
      assertThat(new String(SignedString.ofPlain(form), UTF_8))
          .as(twin)
          .isEqualTo(Samples.goldenText("1.1.5.1.signed.txt"));
    }
  }

  @Test
  void printedAndEncodedRequestCarryTheSameSignatures() throws MalformedMessage {
    Form printed = FormReader.readBody(Samples.golden("1.1.5.1-printed.txt"));
    Form encoded = FormReader.readBody(Samples.golden("1.1.5.1-encoded.txt"));

    assertThat(encoded.get("merchantsignature")).isEqualTo(printed.get("merchantsignature"));
    assertThat(encoded.get("infosyssignature")).isEqualTo(printed.get("infosyssignature"));
  }

  @Test
  void theReplyAsPrintedIsRefusedBecauseItNamesAprcodeTwice() {
    byte[] reply = Samples.golden("1.1.5.2-printed.txt");

    MalformedMessage fault =
        catchThrowableOfType(MalformedMessage.class, () -> FormReader.readBody(reply));
    assertThat(fault.fault()).isEqualTo(Fault.DUPLICATE_KEY);
    assertThat(fault.where()).isEqualTo("aprcode");
  }

  @Test
  void theReplyIsReadWithItsNamesRepaired() throws MalformedMessage {
    Form form = FormReader.readBody(Samples.golden("1.1.5.2-repaired.txt"));

    assertThat(form.get("aprtmsg")).isEqualTo("签到成功");
    assertThat(form.get("pltfirmsignature")).hasSize(172).endsWith("w60Q=");
    assertThat(new String(SignedString.ofPlain(form), UTF_8))
        .isEqualTo(Samples.goldenText("1.1.5.2-repaired.signed.txt"));
  }

  @Test
  void theRepliesWeWriteRawAreLaidOutLikeTheSample() throws MalformedMessage {
    String sample = Samples.goldenText("1.1.5.2-repaired.txt");
    Form form = FormReader.readBody(sample.getBytes(UTF_8));

    assertThat("{" + new String(FormWriter.raw(form), UTF_8) + "}").isEqualTo(sample);
  }

  @Test
  void anInnerStringWithoutHospcodeAndWithUnknownKeysIsReadAndSignedAsItIs()
      throws MalformedMessage {
    Form form = FormReader.readInner(Samples.golden("inner-ST100.txt"));

    assertThat(form.get("hospcode")).isNull();
    assertThat(form.get("channel")).isEqualTo("self-service 7");
    assertThat(form.get("backtrace")).isEmpty();
    assertThat(new String(SignedString.ofInner(form), UTF_8))
        .isEqualTo(Samples.goldenText("inner-ST100.signed.txt"));
    assertThat(FormWriter.raw(form)).isEqualTo(Samples.golden("inner-ST100.txt"));
  }

  @Test
  void ampersandsInsideTheInnerTransdataReachTheFieldsWhole() throws MalformedMessage {
    Form form = FormReader.readInner(Samples.golden("inner-ST100.txt"));
    Element transdata = ElementReader.read(String.valueOf(form.get("transdata")), "transdata");

    assertThat(transdata.textOf("orderdesc")).isEqualTo("a&b=c 100%25 +");
    assertThat(transdata.textOf("reason")).isEqualTo("x&version=9&y");
  }
}
