package org.yima.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.MalformedMessage.Fault;

/** XML that is read; what is refused is in {@link BadMessagesTest}. */
final class ElementReaderTest {
  /** An element as {@code name[text]} or {@code name(child child)}, with line feeds visible. */
  private static String show(Element element) {
    if (element.children().isEmpty()) {
      return element.name() + "[" + element.text().replace("\n", "\\n") + "]";
    }
    return element.children().stream()
        .map(ElementReaderTest::show)
        .collect(joining(" ", element.name() + "(", ")"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'<a></a>'                                   | 'a[]'",
        "'<a/>'                                      | 'a[]'",
        "'<a />'                                     | 'a[]'",
        "'<a > </a >'                                | 'a[ ]'",
        "'<a> 张三 </a>'                             | 'a[ 张三 ]'",
        "'<a>𠮷</a>'                                 | 'a[𠮷]'",
        "' <a><b>1</b> <c/> </a> '                   | 'a(b[1] c[])'",
        "'<a><row>1</row><row>2</row></a>'           | 'a(row[1] row[2])'",
        "'<r><akc228>1</akc228><AKC228>2</AKC228></r>' | 'r(akc228[1] AKC228[2])'",
        "'<a>&lt;&gt;&amp;&apos;&quot;</a>'          | 'a[<>&''\"]'",
        "'<a>&amp;lt;</a>'                           | 'a[&lt;]'",
        "'<a>&#65;&#x42;&#x5f20;&#x20BB7;</a>'       | 'a[AB张𠮷]'",
        "'<a>&#000000065;</a>'                       | 'ENTITY'",
        "'<a>&#0000065;</a>'                         | 'a[A]'",
        "'<a><![CDATA[<b>&amp;]]]]></a>'             | 'a[<b>&amp;]]]'",
        "'<a>x<![CDATA[]]>y</a>'                     | 'a[xy]'",
        "'<a>x]y]]z</a>'                             | 'a[x]y]]z]'",
        "'<a>x<!-- y -->z</a>'                       | 'a[xz]'",
        "'<!-- x --><a/><!-- y --> '                 | 'a[]'",
        "'<a><!-- x --><b/><!-- y --></a>'           | 'a(b[])'",
        "'<?xml version=\"1.0\" encoding=\"GBK\"?><a/>' | 'a[]'",
        "'<a xmlns=\"urn:x\" xmlns:xsi=\"urn:y\" xsi:z = ''1 > 0 &amp;''>1</a>' | 'a[1]'",
        "'<_a.b-c1/>'                                | '_a.b-c1[]'",
      })
  void read(String xml, String element) {
    assertThat(showOrFault(xml)).isEqualTo(element);
  }

  private static String showOrFault(String xml) {
    try {
      return show(ElementReader.read(xml));
    } catch (MalformedMessage e) {
      return e.fault().name();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'<a>x\r\ny\rz\nw</a>',              'a[x\\ny\\nz\\nw]'",
    "'<a><![CDATA[x\r\ny\rz]]></a>',     'a[x\\ny\\nz]'",
    "'<a>\r\n<b>\t1</b>\r\n</a>\r\n',    'a(b[\t1])'",
  })
  void lineEndsAreRead(String xml, String element) throws MalformedMessage {
    assertThat(show(ElementReader.read(xml))).isEqualTo(element);
  }

  @Test
  void aNumberedCarriageReturnIsKept() throws MalformedMessage {
    assertThat(ElementReader.read("<a>x&#13;&#10;y</a>").text()).isEqualTo("x\r\ny");
  }

  @Test
  void asLargeAsAllowedIsRead() throws MalformedMessage {
    int depth = ElementReader.MAX_DEPTH;
    ElementReader.read("<d>".repeat(depth) + "</d>".repeat(depth));

    String text = "x".repeat(ElementReader.MAX_TEXT);
    assertThat(ElementReader.read("<t>" + text + "</t>").text()).isEqualTo(text);

    String rows = "<e/>".repeat(ElementReader.MAX_ELEMENTS - 1);
    assertThat(ElementReader.read("<t>" + rows + "</t>").children())
        .hasSize(ElementReader.MAX_ELEMENTS - 1);

    ElementReader.read("<t" + " a=''".repeat(ElementReader.MAX_ATTRIBUTES) + "/>");
  }

  @Test
  void theRootIsHeldToItsName() throws MalformedMessage {
    assertThat(ElementReader.read("<transdata/>", "transdata").name()).isEqualTo("transdata");

    MalformedMessage refusal =
        catchThrowableOfType(
            MalformedMessage.class, () -> ElementReader.read("<Transdata/>", "transdata"));
    assertThat(refusal.fault()).isEqualTo(Fault.WRONG_ROOT);
    assertThat(refusal.where()).isEqualTo("Transdata");
  }
}
