package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeMap;

/** What must hold of every message that was read, whoever wrote it: for properties and fuzzing. */
final class RoundTrips {
  private RoundTrips() {}

  /** The form as we would write it: names in lower case and in order. */
  static Form strict(Form form) {
    TreeMap<String, String> values = new TreeMap<>();
    for (Form.Entry entry : form.entries()) {
      values.put(entry.name().toLowerCase(Locale.ROOT), entry.value());
    }
    return Form.of(values);
  }

  static void encoded(Form form) throws MalformedMessage {
    Form strict = strict(form);
    byte[] written = FormWriter.encoded(strict);
    assertThat(FormReader.readBody(written)).isEqualTo(strict);
    assertThat(FormWriter.encoded(FormReader.readBody(written))).isEqualTo(written);
  }

  static void raw(Form form) throws MalformedMessage {
    Form strict = strict(form);
    byte[] written = FormWriter.raw(strict);
    Form read = FormReader.readInner(written);
    assertThat(read).isEqualTo(strict);
    assertThat(FormWriter.raw(read)).isEqualTo(written);
    assertThat(SignedString.ofInner(read)).isEqualTo(SignedString.ofInner(strict));
  }

  static void element(Element element) throws MalformedMessage {
    String written = ElementWriter.write(element);
    assertThat(ElementReader.read(written)).isEqualTo(element);
  }

  /** Reading must not make more of a message than was sent. */
  static void bounded(Form form, byte[] message) {
    int size = 0;
    for (Form.Entry entry : form.entries()) {
      size += entry.name().length() + entry.value().length();
    }
    assertThat(size).isLessThanOrEqualTo(new String(message, UTF_8).length());
    assertThat(form.entries()).hasSizeLessThanOrEqualTo(FormReader.MAX_KEYS);
  }

  /** Characters of names and texts together. */
  static int size(Element element) {
    int size = element.name().length() + element.text().length();
    for (Element child : element.children()) {
      size += size(child);
    }
    return size;
  }
}
