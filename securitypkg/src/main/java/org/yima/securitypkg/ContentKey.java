package org.yima.securitypkg;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;

/** The key of one exchange, and how the receiver comes by it. */
final class ContentKey {
  private final Suite suite;
  private final byte[] bytes;
  private final byte @Nullable [] wrapped;
  private final @Nullable String certid;

  private ContentKey(
      Suite suite, byte[] bytes, byte @Nullable [] wrapped, @Nullable String certid) {
    this.suite = suite;
    this.bytes = bytes;
    this.wrapped = wrapped;
    this.certid = certid;
  }

  /** A new key that only the holder of this certificate's private key can open. */
  static ContentKey fresh(Suite suite, PartyCertificate receiver, SecureRandom random) {
    byte[] bytes = suite.content().freshKey(random);
    byte[] wrapped = receiver.key().wrap(suite, bytes, random);
    return new ContentKey(suite, bytes, wrapped, receiver.certid());
  }

  /** The key of a LEGACY request once more, for its reply: the receiver made it and has it. */
  static ContentKey ofRequest(byte[] bytes) {
    return new ContentKey(Suite.LEGACY, bytes, null, null);
  }

  byte[] copy() {
    return bytes.clone();
  }

  /** Writes the outer form around an inner string, and forgets the key. */
  Form seal(String transtype, byte[] inner, SecureRandom random) {
    byte[] context = transtype.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = suite.content().seal(bytes, context, inner, random);
    Arrays.fill(bytes, (byte) 0);
    Form outer = Form.empty().with("transtype", transtype).with("encrpteddata", base64(sealed));
    if (wrapped != null) {
      outer = outer.with("encryptkey", base64(wrapped));
    }
    // Clients of LEGACY know neither of these.
    if (suite != Suite.LEGACY && certid != null) {
      outer = outer.with("suite", suite.name()).with("certid", certid);
    }
    return outer;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
