package org.yima.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes {@code key=value&key=value} strictly: keys in ascending order and in lower case. A name
 * that is not lower-case is refused rather than changed, because it may already have been signed.
 *
 * <p>Percent-encoded is for bodies to SM and RSA callers; raw is for the inner string of a sealed
 * message, for plain replies and for LEGACY callers, which split the body without decoding it.
 */
public final class FormWriter {
  private static final String HEX = "0123456789ABCDEF";

  private FormWriter() {}

  /**
   * The form with every value percent-encoded as UTF-8 (RFC 3986: a blank is {@code %20}), in
   * ASCII.
   *
   * @throws IllegalArgumentException if a name is not lower-case or a value holds a control
   *     character
   */
  public static byte[] encoded(Form form) {
    StringBuilder out = new StringBuilder();
    for (Form.Entry entry : ordered(form)) {
      begin(out, entry);
      encode(entry.value(), out);
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The form with every value as it is, in UTF-8.
   *
   * @throws IllegalArgumentException as for {@link #encoded}, and if a value has an ampersand where
   *     the reader would cut: anywhere but inside the XML of {@code transdata} or {@code
   *     aptorderackdata}
   */
  public static byte[] raw(Form form) {
    StringBuilder out = new StringBuilder();
    for (Form.Entry entry : ordered(form)) {
      begin(out, entry);
      if (RawValue.end(entry.key(), entry.value(), 0) != entry.value().length()) {
        throw new IllegalArgumentException(
            entry.name() + " 的值含有 &，不能原样书写 (holds an ampersand and cannot be written raw)");
      }
      out.append(entry.value());
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Iterable<Form.Entry> ordered(Form form) {
    TreeMap<String, Form.Entry> ordered = new TreeMap<>();
    for (Form.Entry entry : form.entries()) {
      ordered.put(entry.name(), entry);
    }
    return ordered.values();
  }

  private static void begin(StringBuilder out, Form.Entry entry) {
    if (!entry.name().equals(entry.name().toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("参数名须为小写 (write the key in lower case): " + entry.name());
    }
    Characters.requireAllowed(entry.name(), entry.value());
    if (out.length() > 0) {
      out.append('&');
    }
    out.append(entry.name()).append('=');
  }

  private static void encode(String value, StringBuilder out) {
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        out.append((char) octet);
      } else {
        out.append('%').append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
      }
    }
  }

  private static boolean isUnreserved(byte octet) {
    return octet > 0 && (Characters.isNameCharacter((char) octet) || octet == '~');
  }
}
