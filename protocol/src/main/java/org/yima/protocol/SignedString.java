package org.yima.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes that the institution, the access system and the platform sign (section 1.1.1): all
 * elements except the three signatures, whatever their spelling, as {@code k=v} joined by {@code
 * &}, sorted by name in ASCII order, in UTF-8. Names count in the case received, empty values and
 * unknown names included.
 */
public final class SignedString {
  private SignedString() {}

  /**
   * For the plain form of section 1.1.5, where one blank before and after a value is layout and not
   * signed: {@code version= 1.0 } is signed as {@code version=1.0}.
   */
  public static byte[] ofPlain(Form form) {
    return of(form, true);
  }

  /** For the inner string of a sealed message: values exactly as they are. */
  public static byte[] ofInner(Form form) {
    return of(form, false);
  }

  private static byte[] of(Form form, boolean plain) {
    TreeMap<String, String> ordered = new TreeMap<>();
    for (Form.Entry entry : form.entries()) {
      if (!FormKey.isSignature(entry.key())) {
        ordered.put(entry.name(), plain ? withoutLayout(entry.value()) : entry.value());
      }
    }
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> pair : ordered.entrySet()) {
      if (out.length() > 0) {
        out.append('&');
      }
      out.append(pair.getKey()).append('=').append(pair.getValue());
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String withoutLayout(String value) {
    int begin = value.startsWith(" ") ? 1 : 0;
    int end = value.length() > begin && value.endsWith(" ") ? value.length() - 1 : value.length();
    return value.substring(begin, end);
  }
}
