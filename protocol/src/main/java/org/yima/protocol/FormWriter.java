package org.yima.protocol;

import java.io.ByteArrayOutputStream;
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
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private FormWriter() {}

  /**
   * The form with every value percent-encoded as UTF-8 (RFC 3986: a blank is {@code %20}), in
   * ASCII. {@link FormReader#readBody} reads every value back as it is, save that a Base64 value
   * cannot hold a blank.
   *
   * @throws IllegalArgumentException if a name is not lower-case or a value holds a control
   *     character
   */
  public static byte[] encoded(Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Form.Entry entry : ordered(form)) {
      append(out, entry, escaped(entry.value().getBytes(StandardCharsets.UTF_8)));
    }
    return out.toByteArray();
  }

  /**
   * The form with every value as it is, in UTF-8.
   *
   * @throws IllegalArgumentException as for {@link #encoded}, and if a value has an ampersand where
   *     the reader would cut: anywhere but inside the XML of {@code transdata} or {@code
   *     aptorderackdata}
   */
  public static byte[] raw(Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Form.Entry entry : ordered(form)) {
      if (RawValue.end(entry.key(), entry.value(), 0) != entry.value().length()) {
        throw new IllegalArgumentException(
            entry.name() + " 的值含有 &，不能原样书写 (holds an ampersand and cannot be written raw)");
      }
      append(out, entry, entry.value().getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static Iterable<Form.Entry> ordered(Form form) {
    TreeMap<String, Form.Entry> ordered = new TreeMap<>();
    for (Form.Entry entry : form.entries()) {
      ordered.put(entry.name(), entry);
    }
    return ordered.values();
  }

  private static void append(ByteArrayOutputStream out, Form.Entry entry, byte[] value) {
    String name = entry.name();
    if (!name.equals(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("参数名须为小写 (write the key in lower case): " + name);
    }
    Characters.requireAllowed(name, entry.value());
    String start = (out.size() > 0 ? "&" : "") + name + "=";
    byte[] octets = start.getBytes(StandardCharsets.US_ASCII);
    out.write(octets, 0, octets.length);
    out.write(value, 0, value.length);
  }

  private static byte[] escaped(byte[] value) {
    int unreserved = 0;
    for (byte octet : value) {
      unreserved += isUnreserved(octet) ? 1 : 0;
    }
    byte[] out = new byte[3 * value.length - 2 * unreserved];
    int at = 0;
    for (byte octet : value) {
      if (isUnreserved(octet)) {
        out[at++] = octet;
      } else {
        out[at++] = '%';
        out[at++] = HEX[octet >> 4 & 0xF];
        out[at++] = HEX[octet & 0xF];
      }
    }
    return out;
  }

  private static boolean isUnreserved(byte octet) {
    return octet > 0 && (Characters.isNameCharacter((char) octet) || octet == '~');
  }
}
