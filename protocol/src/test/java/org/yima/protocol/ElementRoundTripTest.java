package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is read back, and as the JDK's own parser reads it. */
final class ElementRoundTripTest {
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> tricky =
        Arbitraries.strings().withChars("<>&]![CDAT;#\"' \t\n\r签x").ofMaxLength(20);
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
    return Arbitraries.oneOf(tricky, any).filter(text -> Characters.firstForbidden(text) < 0);
  }

  @Provide
  Arbitrary<Element> elements() {
    Arbitrary<String> names = Arbitraries.of("transdata", "row", "akc228", "AKC228", "_x-1.y");
    Arbitrary<Element> leaf = Combinators.combine(names, texts()).as(Element::text);
    return Arbitraries.recursive(
        () -> leaf,
        inner -> Combinators.combine(names, inner.list().ofMaxSize(4)).as(Element::of),
        0,
        4);
  }

  @Property
  void isReadBack(@ForAll("elements") Element element) throws MalformedMessage {
    RoundTrips.element(element);
  }

  @Property(tries = 300)
  void isReadByTheJdkAlike(@ForAll("elements") Element element) {
    assertThat(JdkXml.read(ElementWriter.write(element))).contains(element);
  }

  /** Markup at random, most of it broken: where both parsers read it, they read the same. */
  @Property
  void readsNoOtherElementThanTheJdk(@ForAll("markup") String xml) {
    Element ours;
    try {
      ours = ElementReader.read(xml);
    } catch (MalformedMessage refused) {
      return;
    }
    assertThat(JdkXml.read(xml)).contains(ours);
  }

  @Provide
  Arbitrary<String> markup() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "<b>",
            "</b>",
            "<b/>",
            "<c d='1'>",
            "</c>",
            "x",
            " ",
            "]",
            "]]",
            "&lt;",
            "&#65;",
            "&amp;",
            "<![CDATA[",
            "<![CDATA[<]]>",
            "]]>",
            "<!--",
            "-->",
            "<!-- c -->",
            "\r\n",
            "\r",
            "签");
    return piece.list().ofMaxSize(6).map(pieces -> "<a>" + String.join("", pieces) + "</a>");
  }
}
