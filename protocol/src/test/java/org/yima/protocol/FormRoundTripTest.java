package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is read back, and signed the same on both sides. */
final class FormRoundTripTest {
  /** Characters that form and percent encoding turn on, and ordinary ones. */
  private static final String TRICKY = "%&=+ {}<>/\"'#\t\n\r2Fab签到𠮷0";

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> tricky =
        Arbitraries.strings().withChars("%&=+ {}<>/\"'2F0aA\t\n\r签").ofMaxLength(20);
    Arbitrary<String> any =
        Arbitraries.strings().all().ofMaxLength(20).filter(s -> Characters.firstForbidden(s) < 0);
    Arbitrary<String> known =
        Arbitraries.of("", "%3C", "100%", "%20", "<transdata>&</transdata>", TRICKY);
    return Arbitraries.oneOf(tricky, any, known);
  }

  @Provide
  Arbitrary<Form> forms() {
    Arbitrary<String> names =
        Arbitraries.of(
            "version", "idno", "transdata", "aptorderackdata", "rows", "a", "b_1", "z.z-z");
    Arbitrary<Map<String, String>> plain = Arbitraries.maps(names, values()).ofMaxSize(8);
    Arbitrary<String> signature =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(40)
            .map(Base64.getEncoder()::encodeToString);
    return Combinators.combine(plain, signature)
        .as((map, base64) -> Form.of(new TreeMap<>(map)).with("pltfmsignature", base64));
  }

  /** As a sender would make it who keeps to the rule about ampersands. */
  private static Form withoutAmpersands(Form form) {
    Form clean = form;
    for (Form.Entry entry : form.entries()) {
      clean = clean.with(entry.name(), entry.value().replace("&", "＆").replace('<', '('));
    }
    return clean;
  }

  @Property
  void encodedBodiesAreReadBack(@ForAll("forms") Form form) throws MalformedMessage {
    RoundTrips.encoded(form);
  }

  @Property
  void innerStringsAreReadBack(@ForAll("forms") Form form, @ForAll("elements") Element transdata)
      throws MalformedMessage {
    RoundTrips.raw(withoutAmpersands(form).with("transdata", ElementWriter.write(transdata)));
  }

  @Provide
  Arbitrary<Element> elements() {
    return values()
        .list()
        .ofMaxSize(4)
        .map(texts ->
            Element.of(
                "transdata", texts.stream().map(text -> Element.text("orderdesc", text)).toList()));
  }

  @Property
  void rawIsWrittenOnlyIfItIsReadBack(@ForAll("forms") Form form) throws MalformedMessage {
    byte[] written;
    try {
      written = FormWriter.raw(form);
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertThat(FormReader.readInner(written)).isEqualTo(RoundTrips.strict(form));
  }

  @Property
  void whatIsSignedDependsOnEveryValue(@ForAll("forms") Form form, @ForAll("values") String value) {
    Form other = form.with("idno", value);

    if (!value.equals(form.get("idno"))) {
      assertThat(SignedString.ofInner(other)).isNotEqualTo(SignedString.ofInner(form));
    }
    assertThat(SignedString.ofInner(form.with("merchantsignature", value)))
        .isEqualTo(SignedString.ofInner(form));
  }
}
