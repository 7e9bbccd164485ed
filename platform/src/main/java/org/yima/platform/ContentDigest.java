package org.yima.platform;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.yima.platform.store.Vault;
import org.yima.protocol.Element;

/**
 * What makes two calls of one number the same call: a keyed digest of everything but what may
 * rightly differ when a call is repeated. A patient whose code ran out comes back with a new one; a
 * shift may have changed.
 */
final class ContentDigest {
  private static final String PURPOSE = "remembered.content";

  private static final Set<String> MAY_DIFFER =
      Set.of(
          "ecqrcode",
          "ecrcode",
          "ectoken",
          "busicycleno",
          "operatorid",
          "ordertime",
          "orderovertime",
          "backurl",
          "orderdesc",
          "reason");

  private final Vault vault;
  private final byte[] content;

  private ContentDigest(Vault vault, byte[] content) {
    this.vault = vault;
    this.content = content;
  }

  static ContentDigest of(Vault vault, Element transdata) {
    var text = new StringBuilder();
    append(transdata, text);
    return new ContentDigest(vault, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As it is stored. */
  byte[] value() {
    return vault.digest(PURPOSE, content);
  }

  /** Whether this is the same content; what is remembered for ever may be of an older key. */
  boolean is(byte[] stored) {
    return vault.isDigest(stored, PURPOSE, content);
  }

  /** Unambiguous, because names hold neither sign and texts hold no control characters. */
  private static void append(Element element, StringBuilder text) {
    text.append(element.name()).append('\u001f').append(element.text().strip());
    for (Element child : element.children()) {
      if (!MAY_DIFFER.contains(child.name())) {
        append(child, text);
      }
    }
    text.append('\u001e');
  }
}
